import type { ComponentChildren } from 'preact'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { levelAt, type TreeNode } from '../core/tree.ts'
import type { MappedTree } from '../core/tree-diff.ts'
import { textsIn } from './texts.ts'
import { interventionText, type Interventions } from './words.ts'

interface TreeViewProps extends MappedTree {
  readonly interventions: Interventions
  readonly locale: Locale
}

/** A municipality's own tree in its own words, each node with what it answers to. */
export function TreeView({ tree, mappings, interventions, locale }: TreeViewProps) {
  return (
    <Branches
      nodes={tree.nodes}
      depth={0}
      render={(node) => (
        <>
          <NodeWords node={node} level={levelAt(tree.levels, node.depth)} />
          <NodeMapping mapping={mappings.get(node.node)} interventions={interventions} locale={locale} />
        </>
      )}
    />
  )
}

interface BranchesProps {
  readonly nodes: readonly TreeNode[]
  readonly depth: number
  readonly render: (node: TreeNode) => ComponentChildren
}

function Branches({ nodes, depth, render }: BranchesProps) {
  if (nodes.length === 0) return null
  return (
    <ul class="tree">
      {branchesOf(nodes, depth).map(([node, ...below]) => (
        <li key={node.node} id={`del-${node.node}`}>
          {render(node)}
          <Branches nodes={below} depth={depth + 1} render={render} />
        </li>
      ))}
    </ul>
  )
}

/** Each node of that depth with all that stands below it. */
function branchesOf(nodes: readonly TreeNode[], depth: number): [TreeNode, ...TreeNode[]][] {
  const branches: [TreeNode, ...TreeNode[]][] = []
  for (const node of nodes) {
    if (node.depth === depth) branches.push([node])
    else branches.at(-1)?.push(node)
  }
  return branches
}

/** `Mål 1.2: Fler jobb`, as the municipality writes it. */
export function NodeWords({
  node: { mark, text },
  level,
}: {
  readonly node: Pick<TreeNode, 'mark' | 'text'>
  readonly level: string | null
}) {
  const before = [level, mark].filter(Boolean).join(' ')
  return (
    <span lang="sv">
      {before !== '' && <span class="tree__level">{before} </span>}
      {text}
    </span>
  )
}

interface NodeMappingProps {
  readonly mapping: MappedTree['mappings'] extends ReadonlyMap<number, infer Said> ? Said | undefined : never
  readonly interventions: Interventions
  readonly locale: Locale
}

function NodeMapping({ mapping, interventions, locale }: NodeMappingProps) {
  const texts = textsIn(locale)
  if (!mapping) return <p class="tree__mapping">{texts.tree.notMapped}</p>
  const { fit, intervention, comment } = mapping
  const isRetired = interventions.some(({ id, retiredAt }) => id === intervention && retiredAt !== null)
  return (
    <p class="tree__mapping">
      {intervention === null ? (
        texts.fits[fit]
      ) : (
        <>
          {texts.tree.toIntervention(texts.fits[fit])}{' '}
          <a href={addressOf('intervention', locale, { intervention })}>
            {interventionText(intervention, interventions, locale)}
          </a>
          {isRetired && ` (${texts.tree.retired})`}
        </>
      )}
      {comment !== null && <span lang="sv"> – {comment}</span>}
    </p>
  )
}
