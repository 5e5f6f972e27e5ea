/** One line of an outline: a node before it has a number. */
export interface OutlineNode {
  /** Zero at the top; never more than one deeper than the node before. */
  readonly depth: number
  /** Its own number or letter, as it is written there: `1.2`. */
  readonly mark: string | null
  readonly text: string
}

/** A part of a municipality's programme, in its own words. */
export interface TreeNode extends OutlineNode {
  /** Its number in the version. It stays when the tree is drawn anew. */
  readonly node: number
}

/** A version's tree, its nodes in the order they are read. */
export interface Tree {
  /** How many times it has been drawn; zero where there is none yet. */
  readonly tree: number
  /** What the levels are called, from the top. */
  readonly levels: readonly string[]
  readonly nodes: readonly TreeNode[]
}

export const emptyTree: Tree = { tree: 0, levels: [], nodes: [] }

export const mostNodes = 1000
export const longestNode = 500
/** The deepest level, counted from zero. */
export const deepest = 8

/** For each node, by its place in the order, the place of the node it stands under; null at the top. */
export function parentsOf(nodes: readonly Pick<OutlineNode, 'depth'>[]): readonly (number | null)[] {
  const open: number[] = []
  return nodes.map(({ depth }, at) => {
    open.length = Math.min(open.length, depth)
    const parent = open.at(-1) ?? null
    open.push(at)
    return parent
  })
}

/** What a node of that depth is called; null where the levels have no names so far down. */
export function levelAt(levels: readonly string[], depth: number): string | null {
  return levels[depth] || null
}

/** How deep each stands below those before it that are less far in: neighbours are equally deep, and none skips a level. */
export function depthsFrom(indents: readonly number[]): readonly number[] {
  const open: number[] = []
  return indents.map((indent) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop()
    open.push(indent)
    return open.length - 1
  })
}

/** The same nodes, none more than one deeper than the one before, and none deeper than may be. */
export function tidyDepths<Node extends OutlineNode>(nodes: readonly Node[]): readonly Node[] {
  const depths = depthsFrom(nodes.map(({ depth }) => depth))
  return nodes.map((node, at) => ({ ...node, depth: Math.min(depths[at] ?? 0, deepest) }))
}
