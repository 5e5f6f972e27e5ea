import type { Bilingual } from '#platform/values/locale.ts'
import { likeness, piecesOf, type Pieces } from './likeness.ts'
import type { MappingChoice, Mappings } from './mapping.ts'
import type { TreeNode } from './tree.ts'
import { hardlyReworded, pairsOf } from './tree-match.ts'

/** A choice that is offered for a node, and what it rests on. Nobody has decided it. */
export interface Proposal {
  readonly choice: MappingChoice
  readonly because: 'same-as-before' | 'alike'
}

/** So alike that it is offered at all, and so alike that it is offered as the same. */
const worthOffering = 0.42
const asTheSame = 0.8

interface Named {
  readonly id: string
  readonly name: Bilingual
}

/** What the version before says of its tree. */
export interface Before {
  readonly nodes: readonly TreeNode[]
  readonly mappings: Mappings
}

/**
 * For each node what is likely meant: what was said of the same node in the version before, else the shared intervention whose
 * name is most like its words.
 */
export function proposalsFor(
  nodes: readonly TreeNode[],
  interventions: readonly Named[],
  before: Before | null,
): ReadonlyMap<number, Proposal> {
  const earlier = before ? saidBefore(nodes, before) : new Map<number, MappingChoice>()
  const live = new Set(interventions.map(({ id }) => id))
  const names = interventions.map(({ id, name }) => ({ id, pieces: piecesOf(name.sv) }))
  const found = nodes.flatMap(({ node, text }): [number, Proposal][] => {
    const said = earlier.get(node)
    if (said && (said.intervention === null || live.has(said.intervention)))
      return [[node, { choice: said, because: 'same-as-before' }]]
    const choice = mostAlike(piecesOf(text), names)
    return choice ? [[node, { choice, because: 'alike' }]] : []
  })
  return new Map(found)
}

function saidBefore(nodes: readonly TreeNode[], before: Before): ReadonlyMap<number, MappingChoice> {
  const partners = pairsOf(before.nodes, nodes, hardlyReworded)
  return new Map(
    nodes.flatMap(({ node }, at): [number, MappingChoice][] => {
      const partner = before.nodes[partners[at] ?? -1]
      const said = partner && before.mappings.get(partner.node)
      return said ? [[node, { fit: said.fit, intervention: said.intervention }]] : []
    }),
  )
}

function mostAlike(
  text: Pieces,
  names: readonly { readonly id: string; readonly pieces: Pieces }[],
): MappingChoice | null {
  const scored = names.map(({ id, pieces }) => ({ id, score: likeness(text, pieces) }))
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  if (!best || best.score < worthOffering) return null
  return { fit: best.score >= asTheSame ? 'exact' : 'partly', intervention: best.id }
}
