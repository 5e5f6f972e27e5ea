import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mapping } from './mapping.ts'
import { readOutline } from './outline.ts'
import { tidyDepths, type TreeNode } from './tree.ts'
import { isChanged, treeDiff, type MappedTree, type NodeDiff } from './tree-diff.ts'
import { wordDiff } from './word-diff.ts'

function mappedTree(nodes: readonly TreeNode[], mappings: [number, Mapping][] = []): MappedTree {
  return { tree: { tree: 1, levels: [], nodes }, mappings: new Map(mappings) }
}

function treeFrom(text: string): MappedTree {
  const outline = readOutline(text)
  if (!outline.ok) throw new Error(outline.problem.problem)
  return mappedTree(outline.nodes.map((line, at) => ({ ...line, node: at + 1 })))
}

function told(diff: NodeDiff): string {
  if (diff.kind === 'added') return `+ ${diff.after.text}`
  if (diff.kind === 'removed') return `- ${diff.before.text}`
  const marks = [diff.isMoved ? 'moved' : '', diff.words ? 'reworded' : '', diff.mapping ? 'mapped' : '']
  return `${marks.filter(Boolean).join(' ') || 'same'} ${diff.after.text}`
}

const said = (fit: Mapping['fit'], intervention: string | null = null): Mapping => ({
  fit,
  intervention,
  comment: null,
  said: 1,
})

describe('the difference between two trees', () => {
  test('tells what came, went, moved and was reworded', () => {
    const before = treeFrom('Mål A\n  Köp mark vid älven\n  Bygg en hamn\nMål B\n  Ordna frukostmöten')
    const after = treeFrom('Mål A\n  Köp mark vid hela älven\nMål B\n  Bygg en hamn\n  Fortbilda anställda')
    expect(treeDiff(before, after).map(told)).toEqual([
      'same Mål A',
      'reworded Köp mark vid hela älven',
      'same Mål B',
      '- Ordna frukostmöten',
      'moved Bygg en hamn',
      '+ Fortbilda anställda',
    ])
  })

  test('of neighbours in another order only those that must have moved are told', () => {
    const before = treeFrom('Alfa\nBravo\nCharlie\nDelta')
    const after = treeFrom('Delta\nAlfa\nBravo\nCharlie')
    expect(treeDiff(before, after).map(told)).toEqual([
      'moved Delta',
      'same Alfa',
      'same Bravo',
      'same Charlie',
    ])
  })

  test('a mapping that says something else is told, and one that says the same again is not', () => {
    const before = mappedTree(treeFrom('Alfa\nBravo\nCharlie').tree.nodes, [
      [1, said('partly', 'x')],
      [2, said('none')],
    ])
    const after = mappedTree(treeFrom('Alfa\nBravo\nCharlie').tree.nodes, [
      [1, said('exact', 'x')],
      [2, { ...said('none'), said: 7 }],
      [3, said('none')],
    ])
    expect(treeDiff(before, after).map(told)).toEqual(['mapped Alfa', 'same Bravo', 'mapped Charlie'])
  })
})

const words = fc.constantFrom('mark', 'jobb', 'skola', 'hamn', 'väg', 'möte', 'stöd', 'företag', 'älven')
const anyTree = fc
  .array(
    fc.record({
      depth: fc.nat(3),
      mark: fc.constant(null),
      text: fc.array(words, { minLength: 1, maxLength: 5 }).map((some) => some.join(' ')),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((nodes) => mappedTree(tidyDepths(nodes).map((node, at) => ({ ...node, node: at + 1 }))))

describe('of any two trees', () => {
  test('each node stands in the difference once', () => {
    fc.assert(
      fc.property(anyTree, anyTree, (before, after) => {
        const diffs = treeDiff(before, after)
        const old = diffs.flatMap((one) => (one.kind === 'added' ? [] : [one.before.node]))
        const now = diffs.flatMap((one) => (one.kind === 'removed' ? [] : [one.after.node]))
        expect(old.toSorted((a, b) => a - b)).toEqual(before.tree.nodes.map(({ node }) => node))
        // Those that are there now come in their own order.
        expect(now).toEqual(after.tree.nodes.map(({ node }) => node))
      }),
    )
  })

  test('the words of one and of the other are whole', () => {
    fc.assert(
      fc.property(anyTree, anyTree, (before, after) => {
        for (const diff of treeDiff(before, after)) {
          if (diff.kind !== 'kept' || !diff.words) continue
          const without = (kind: string) =>
            diff.words?.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('')
          expect(without('added')).toBe(diff.before.text)
          expect(without('removed')).toBe(diff.after.text)
        }
      }),
    )
  })

  test('a tree does not differ from itself', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(treeDiff(tree, tree).filter(isChanged)).toEqual([])
      }),
    )
  })
})

test('any two texts can be put together again from their difference', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 80 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after)
      const without = (kind: string) =>
        pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('')
      expect(without('added')).toBe(before)
      expect(without('removed')).toBe(after)
    }),
  )
})
