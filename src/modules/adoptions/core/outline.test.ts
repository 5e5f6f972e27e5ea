import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlineText, readOutline } from './outline.ts'
import { tableOutline } from './table-outline.ts'
import { parentsOf, tidyDepths, type OutlineNode } from './tree.ts'

const short = (nodes: readonly OutlineNode[]) =>
  nodes.map(({ depth, mark, text }) => `${depth} ${mark ?? '-'} ${text}`)
const read = (text: string) => {
  const outline = readOutline(text)
  return outline.ok ? short(outline.nodes) : `${outline.problem.problem} ${outline.problem.line}`
}

test.each([
  [
    'Mål\n  Strategi\n    Insats\n  Strategi två',
    ['0 - Mål', '1 - Strategi', '2 - Insats', '1 - Strategi två'],
  ],
  ['Mål\n\tStrategi\n\t\tInsats', ['0 - Mål', '1 - Strategi', '2 - Insats']],
  ['  Mål\n     Insats', ['0 - Mål', '1 - Insats']],
  ['- Mål\n  • Insats\n\n  * Insats två', ['0 - Mål', '1 - Insats', '1 - Insats två']],
  [
    '1. Mål\n1.1 Strategi\n1.1.1 Insats\n2. Mål',
    ['0 1. Mål', '1 1.1 Strategi', '2 1.1.1 Insats', '0 2. Mål'],
  ],
  ['1. Mål\nInsats under', ['0 1. Mål', '1 - Insats under']],
  ['# Mål\n## Strategi\nInsats', ['0 - Mål', '1 - Strategi', '2 - Insats']],
  ['100 nya jobb\n3 700 jobb', ['0 - 100 nya jobb', '0 - 3 700 jobb']],
  ['a) Mål\nb) Mål', ['0 a) Mål', '0 b) Mål']],
])('%j is read with its depths', (text, nodes) => {
  expect(read(text)).toEqual(nodes)
})

test.each([
  ['', 'outline-empty 0'],
  [' \n\t\n', 'outline-empty 0'],
  [`Mål\n\n${'x'.repeat(501)}`, 'node-too-long 3'],
  [Array.from({ length: 1001 }, (_, at) => `Del ${at}`).join('\n'), 'outline-too-long 1001'],
  [Array.from({ length: 10 }, (_, at) => `${' '.repeat(at)}Del`).join('\n'), 'outline-too-deep 10'],
])('what cannot be a tree says why and in which line', (text, problem) => {
  expect(read(text)).toBe(problem)
})

const anyNodes = fc
  .array(
    fc.record({
      depth: fc.nat(8),
      mark: fc.constantFrom(null, '1.', '1.2', 'a)', '§ 4'),
      // Words that begin like nothing else.
      text: fc.stringMatching(/^[A-ZÅÄÖ][a-zåäö]{2,8}( [a-zåäö]{2,8}){0,4}$/),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((nodes) => tidyDepths(nodes))

test('an outline that is written is read again as it was', () => {
  fc.assert(
    fc.property(anyNodes, (nodes) => {
      // Without any indentation the numbers make the depth.
      fc.pre(nodes.some(({ depth }) => depth > 0))
      const again = readOutline(outlineText(nodes))
      expect(again).toEqual({ ok: true, nodes })
    }),
  )
})

test('whatever is pasted, no node is more than one deeper than the one before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const outline = readOutline(text)
      if (!outline.ok) return
      for (const [at, { depth, text: words }] of outline.nodes.entries()) {
        expect(depth).toBeLessThanOrEqual((outline.nodes[at - 1]?.depth ?? -1) + 1)
        expect(words).not.toBe('')
      }
      expect(parentsOf(outline.nodes)).toHaveLength(outline.nodes.length)
    }),
  )
})

test('a table with level words says what the levels are called', () => {
  const { levels, nodes } = tableOutline([
    ['Nr', 'Mål', 'Insats', 'Ansvarig'],
    ['1', 'Rätt kompetens', 'Fortbilda', 'Anna'],
    ['2', '', 'Praktik', 'Bo'],
    ['3', 'Rätt kompetens', 'Skola', ''],
    ['4', 'Mark', 'Köp mark', ''],
  ])
  expect(levels).toEqual(['Mål', 'Insats'])
  expect(short(nodes)).toEqual([
    '0 - Rätt kompetens',
    '1 1 Fortbilda',
    '1 2 Praktik',
    '1 3 Skola',
    '0 - Mark',
    '1 4 Köp mark',
  ])
})

test('a table without them has a level in each column', () => {
  const { levels, nodes } = tableOutline([
    ['Rätt kompetens', '1.1 Fortbilda'],
    ['', '1.2 Praktik'],
  ])
  expect(levels).toEqual([])
  expect(short(nodes)).toEqual(['0 - Rätt kompetens', '1 1.1 Fortbilda', '1 1.2 Praktik'])
})

test('neighbours that skip a level are equally deep', () => {
  const nodes = [0, 3, 3, 1, 9, 9].map((depth) => ({ depth, mark: null, text: 'x' }))
  expect(tidyDepths(nodes).map(({ depth }) => depth)).toEqual([0, 1, 1, 1, 2, 2])
})
