import { isSameChoice, type Mapping, type Mappings } from './mapping.ts'
import { parentsOf, type Tree, type TreeNode } from './tree.ts'
import { pairsOf, reworded } from './tree-match.ts'
import { wordDiff, type WordPiece } from './word-diff.ts'

/** A tree and what was said of its nodes. */
export interface MappedTree {
  readonly tree: Tree
  readonly mappings: Mappings
}

export interface MappingChange {
  readonly before: Mapping | null
  readonly after: Mapping | null
}

/** One node in the difference between two trees. */
export type NodeDiff =
  | { readonly kind: 'added'; readonly after: TreeNode; readonly mapping: Mapping | null }
  | { readonly kind: 'removed'; readonly before: TreeNode; readonly mapping: Mapping | null }
  | {
      readonly kind: 'kept'
      readonly before: TreeNode
      readonly after: TreeNode
      /** Stands under another node, or in another order among its neighbours. */
      readonly isMoved: boolean
      /** Null where the words are the same. */
      readonly words: readonly WordPiece[] | null
      /** Null where the same is said of both. */
      readonly mapping: MappingChange | null
    }

/** What differs between two versions' trees, in the order of the later; what went stands where it stood. */
export function treeDiff(before: MappedTree, after: MappedTree): readonly NodeDiff[] {
  const [old, now] = [before.tree.nodes, after.tree.nodes]
  const partners = pairsOf(old, now, reworded)
  const moved = movedAmong(old, now, partners)
  const kept = new Set(partners)
  // What went follows the node before it that stayed; -1 is the top.
  const gone = Map.groupBy(
    [...old.keys()].filter((at) => !kept.has(at)),
    (at) => lastKeptBefore(at, kept),
  )
  const removedAfter = (at: number | null) =>
    (at === null ? [] : (gone.get(at) ?? [])).flatMap((from): NodeDiff[] => {
      const node = old[from]
      return node ? [{ kind: 'removed', before: node, mapping: before.mappings.get(node.node) ?? null }] : []
    })
  return [
    ...removedAfter(-1),
    ...now.flatMap((node, at) => {
      const from = partners[at] ?? null
      const mapping = after.mappings.get(node.node) ?? null
      const partner = from === null ? undefined : old[from]
      if (!partner) return [{ kind: 'added' as const, after: node, mapping }]
      const one: NodeDiff = {
        kind: 'kept',
        before: partner,
        after: node,
        isMoved: moved.has(at),
        words: partner.text === node.text ? null : wordDiff(partner.text, node.text),
        mapping: mappingChange(before.mappings.get(partner.node) ?? null, mapping),
      }
      return [one, ...removedAfter(from)]
    }),
  ]
}

/** Whether a node differs in anything. */
export function isChanged(diff: NodeDiff): boolean {
  return diff.kind !== 'kept' || diff.isMoved || diff.words !== null || diff.mapping !== null
}

function lastKeptBefore(at: number, kept: ReadonlySet<number | null>): number {
  let before = at - 1
  while (before >= 0 && !kept.has(before)) before -= 1
  return before
}

function mappingChange(before: Mapping | null, after: Mapping | null): MappingChange | null {
  return isSameChoice(before, after) ? null : { before, after }
}

function movedAmong(
  old: readonly TreeNode[],
  now: readonly TreeNode[],
  partners: readonly (number | null)[],
): ReadonlySet<number> {
  const [parentsBefore, parentsAfter] = [parentsOf(old), parentsOf(now)]
  const moved = new Set<number>()
  const staying = new Map<number | null, { at: number; from: number }[]>()
  for (const [at, from] of partners.entries()) {
    if (from === null) continue
    const parent = parentsAfter[at] ?? null
    const wanted = parent === null ? null : (partners[parent] ?? -1)
    if ((parentsBefore[from] ?? null) !== wanted) moved.add(at)
    else staying.set(parent, [...(staying.get(parent) ?? []), { at, from }])
  }
  for (const siblings of staying.values()) {
    const inOrder = longestRising(siblings.map(({ from }) => from))
    for (const [index, { at }] of siblings.entries()) if (!inOrder.has(index)) moved.add(at)
  }
  return moved
}

/** The places of the longest row of numbers that rises: what need not be called moved. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  // For each number the longest row that ends with it, as the place of the number before it and how long it is.
  const rows: { readonly before: number; readonly length: number }[] = []
  for (const [at, number] of numbers.entries()) {
    const before = longestAmong(
      rows,
      [...numbers.slice(0, at).keys()].filter((one) => (numbers[one] ?? 0) < number),
    )
    rows.push({ before, length: (rows[before]?.length ?? 0) + 1 })
  }
  const rising = new Set<number>()
  for (let at = longestAmong(rows, [...rows.keys()]); at >= 0; at = rows[at]?.before ?? -1) rising.add(at)
  return rising
}

function longestAmong(rows: readonly { readonly length: number }[], places: readonly number[]): number {
  return places.reduce((a, b) => ((rows[b]?.length ?? 0) > (rows[a]?.length ?? 0) ? b : a), -1)
}
