import type { TreeNode } from './tree.ts'

export const fits = ['exact', 'partly', 'none'] as const
export type Fit = (typeof fits)[number]

/** How a node answers to the shared interventions: fully or partly to one, or to none of them. */
export interface MappingChoice {
  readonly fit: Fit
  /** Null exactly when there is none. */
  readonly intervention: string | null
}

/** What was last said of a node. */
export interface Mapping extends MappingChoice {
  readonly comment: string | null
  /** How many times something has been said of it. */
  readonly said: number
}

/** What was last said of each node, by the node's number; those of whom nobody has spoken are missing. */
export type Mappings = ReadonlyMap<number, Mapping>

/** How a shared intervention stands in an adopted programme. */
export type Standing = Fit | 'not-known'
export const standings = ['exact', 'partly', 'none', 'not-known'] as const satisfies readonly Standing[]

export interface InterventionStanding {
  readonly standing: Standing
  /** The nodes that answer to it. */
  readonly nodes: readonly TreeNode[]
}

/**
 * How an intervention stands in a tree: as well as the node that answers best to it. Where none does, that is known only when all
 * nodes have been spoken of.
 */
export function standingIn(
  nodes: readonly TreeNode[],
  mappings: Mappings,
  intervention: string,
): InterventionStanding {
  const answering = nodes.filter(({ node }) => mappings.get(node)?.intervention === intervention)
  const isExact = answering.some(({ node }) => mappings.get(node)?.fit === 'exact')
  if (answering.length > 0) return { standing: isExact ? 'exact' : 'partly', nodes: answering }
  return { standing: isWhollyMapped(nodes, mappings) ? 'none' : 'not-known', nodes: [] }
}

/** Whether all nodes of a tree have been spoken of. A tree without nodes is not known. */
export function isWhollyMapped(nodes: readonly TreeNode[], mappings: Mappings): boolean {
  return nodes.length > 0 && nodes.every(({ node }) => mappings.has(node))
}

/** Whether two say the same of a node. */
export function isSameChoice(a: MappingChoice | null, b: MappingChoice | null): boolean {
  return a?.fit === b?.fit && (a?.intervention ?? null) === (b?.intervention ?? null)
}
