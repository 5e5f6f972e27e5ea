import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { AdoptionPlace } from '../core/adoption.ts'
import type { TreeForm } from '../core/tree-form.ts'
import type { OutlineNode, Tree, TreeNode } from '../core/tree.ts'
import { hardlyReworded, pairsOf } from '../core/tree-match.ts'
import { addTree, highestNode, treeIn } from '../tree-store.ts'
import { writeAdoption } from './write-adoption.ts'

/** Draws a version's own tree, anew as a whole. What is the same node keeps its number, and with it its mapping. */
export async function drawTree(
  context: Context,
  { municipality, version, seen }: AdoptionPlace & { readonly seen: number },
  { levels, outline }: TreeForm,
): Promise<Outcome<null, 'not-allowed' | 'municipality-unknown' | 'adoption-unknown' | 'changed-meanwhile'>> {
  return writeAdoption(context, municipality, async ({ tx, writing, adoptions, record }) => {
    if (!adoptions.some((one) => one.version === version)) return refuse('adoption-unknown')
    const place = { municipality, version }
    const { tree: known } = await treeIn(tx, place)
    if (known.tree !== seen) return refuse('changed-meanwhile')
    const nodes = numbered(outline, known, await highestNode(tx, place))
    await addTree(tx, writing, place, { tree: seen + 1, levels, nodes })
    await record('adoptions.tree-drawn', place, {
      before: { levels: known.levels, nodes: known.nodes.length },
      after: { levels, nodes: nodes.length },
    })
    return done(null)
  })
}

function numbered(outline: readonly OutlineNode[], known: Tree, highest: number): readonly TreeNode[] {
  const partners = pairsOf(known.nodes, outline, hardlyReworded)
  let next = highest
  return outline.map((line, at) => {
    const partner = known.nodes[partners[at] ?? -1]
    if (!partner) next += 1
    return { ...line, node: partner?.node ?? next }
  })
}
