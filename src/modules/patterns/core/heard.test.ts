import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCopied, tellsWhere } from './own-words.ts'
import { heardBy, wilson, type HeardCount } from './heard.ts'
import { readRegister } from './register.ts'

test('Wilson’s span holds the share and stays between none and all', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (some, of) => {
      const count = Math.min(some, of)
      const { low, high } = wilson(count, of)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(count / of + 1e-9)
      expect(high).toBeGreaterThanOrEqual(count / of - 1e-9)
    }),
  )
})

test('the span is the one that the books have', () => {
  const { low, high } = wilson(10, 100)
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0552', '0.1744'])
})

const count = (size: string | null, companies: number): HeardCount => ({
  municipality: '1440',
  size,
  branch: 'C',
  matters: companies,
  visits: 0,
  companies,
})
const there = (size: string, companies: number) => ({ municipality: '1440', size, branch: null, companies })

test('who is heard least beside how many there are comes first; what is not known is told as that', () => {
  const counts = [count('0', 2), count('10-49', 28), count(null, 3)]
  const register = [there('0', 700), there('10-49', 300)]
  const groups = heardBy('size', counts, register, ['0', '10-49'])
  expect(groups.map(({ id, comparison }) => [id, comparison?.says ?? null])).toEqual([
    ['0', 'less'],
    ['10-49', 'more'],
    [null, null],
  ])
  expect(heardBy('branch', counts, register, ['C'])[0]).toMatchObject({ there: null, comparison: null })
  expect(heardBy('size', [count('0', 2)], register, ['0', '10-49'])[0]?.comparison).toBe(null)
})

const choices = {
  municipalities: [{ code: '1440', name: 'Ale' }],
  sizes: ['0', '1-9'] as const,
  branches: ['C'],
}

test.each([
  ['Kommun\tStorlek\tBransch\tAntal\nAle\t1–9\tc\t1 200\n', null, 0],
  ['kommun;antal\n1440;12', null, 0],
  ['a;b\n1;2', 'headings-unknown', 1],
  ['kommun;antal\n', 'no-rows', 1],
  ['kommun;antal\nOrust;3', 'municipality-unknown', 2],
  ['kommun;storlek;antal\nAle;5-7;3', 'size-unknown', 2],
  ['kommun;bransch;antal\nAle;Å;3', 'branch-unknown', 2],
  ['kommun;antal\nAle;<5', 'count-invalid', 2],
  ['kommun;storlek;antal\nAle;0;3\nAle;;9', 'told-half', 3],
  ['kommun;antal\nAle;3\n1440;3', 'twice', 3],
])('a pasted table %j is read, or said to be wrong where it is', (pasted, error, line) => {
  const read = readRegister(pasted, choices)
  expect(read.ok ? null : read).toEqual(error === null ? null : { ok: false, error, line })
})

test('a raw copy and an address are known as such', () => {
  const written = 'Vi har väntat i tolv veckor på besked om nätanslutning.'
  expect(isCopied('Någon säger: vi har väntat i tolv veckor på besked!', [written])).toBe(true)
  expect(isCopied('Ett företag har väntat länge på att få ansluta sig.', [written])).toBe(false)
  expect(['a@b.se', 'ring 031-000 00 01'].map(tellsWhere)).toEqual([true, true])
  expect(tellsWhere('2026 var det 12 veckor')).toBe(false)
})
