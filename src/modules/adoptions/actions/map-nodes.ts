import type { Context } from '#modules/accounts'
import { frameworkOf, type Framework } from '#modules/programme'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { AdoptionPlace } from '../core/adoption.ts'
import type { SaidMapping } from '../core/mapping-form.ts'
import { isSameChoice, type Mapping, type Mappings } from '../core/mapping.ts'
import { addMappings, treeIn } from '../tree-store.ts'
import { writeAdoption } from './write-adoption.ts'

/** Why a node's mapping cannot be said, and of which nodes that is so. */
export interface MappingRefusal {
  readonly why: 'changed-meanwhile' | 'intervention-unknown'
  readonly nodes: readonly number[]
}

type Mapped = Outcome<number, 'adoption-unknown' | MappingRefusal>

/** Says how nodes answer to the shared interventions: all that was said anew, or nothing. Answers how many. */
export async function mapNodes(
  context: Context,
  place: AdoptionPlace,
  said: readonly SaidMapping[],
): Promise<Mapped | Outcome<never, 'not-allowed' | 'municipality-unknown'>> {
  const { municipality, version } = place
  return writeAdoption(context, municipality, async ({ tx, writing, adoptions, record }): Promise<Mapped> => {
    if (!adoptions.some((one) => one.version === version)) return refuse('adoption-unknown')
    const { tree, mappings } = await treeIn(tx, place)
    const known = new Set(tree.nodes.map(({ node }) => node))
    const fresh = said.filter((one) => known.has(one.node) && isNews(one, mappings.get(one.node)))
    const { interventions } = await frameworkOf(tx)
    const why = whyNot(fresh, mappings, interventions)
    if (why) return refuse(why)
    if (fresh.length === 0) return done(0)
    const sayings = fresh.map(({ node, seen, choice, comment }) => ({
      node,
      said: seen + 1,
      ...choice,
      comment,
    }))
    await addMappings(tx, writing, place, sayings)
    await record('adoptions.nodes-mapped', place, { after: { mapped: sayings.length } })
    return done(sayings.length)
  })
}

function whyNot(
  fresh: readonly SaidMapping[],
  mappings: Mappings,
  interventions: Framework['interventions'],
): MappingRefusal | null {
  const unseen = fresh.filter(({ node, seen }) => (mappings.get(node)?.said ?? 0) !== seen)
  if (unseen.length > 0) return { why: 'changed-meanwhile', nodes: nodesIn(unseen) }
  // A retired one keeps what was said of it, and is no choice any more.
  const live = new Set(interventions.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id))
  const strange = fresh.filter(({ node, choice: { intervention } }) => {
    if (intervention === null || live.has(intervention)) return false
    return mappings.get(node)?.intervention !== intervention
  })
  return strange.length > 0 ? { why: 'intervention-unknown', nodes: nodesIn(strange) } : null
}

function isNews({ choice, comment }: SaidMapping, known: Mapping | undefined): boolean {
  return !known || !isSameChoice(choice, known) || comment !== known.comment
}

function nodesIn(said: readonly SaidMapping[]): readonly number[] {
  return said.map(({ node }) => node)
}
