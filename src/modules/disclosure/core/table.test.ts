import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gathered, suppressed, type Counts, type Told } from './table.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** Rows and columns as they are told: gathered until each is none or five. */
function toldTable(counts: Counts): Counts {
  const byRow = gathering(counts)
  return turned(gathering(turned(byRow)))
}
function gathering(counts: Counts): Counts {
  const { alone, together } = gathered(counts.map(sum))
  const rows = alone.map((at) => counts[at] ?? [])
  if (together.length === 0) return rows
  return [...rows, (counts[0] ?? []).map((_one, c) => sum(together.map((at) => counts[at]?.[c] ?? 0)))]
}
const turned = (counts: Counts): Counts =>
  (counts[0] ?? []).map((_one, c) => counts.map((row) => row[c] ?? 0))

const left = (line: readonly number[], shown: readonly (number | null)[]) =>
  sum(line) - sum(shown.map((one) => one ?? 0))

/**
 * Every table of whole numbers that fits all that is told, found by trying: it knows nothing of flows. Answers the hidden
 * cells' values in each.
 */
function worlds(counts: Counts, told: Told): readonly (readonly number[])[] {
  const cells = told.flatMap((row, r) => row.flatMap((one, c) => (one === null ? [[r, c] as const] : [])))
  const rows = counts.map((row, r) => left(row, told[r] ?? []))
  const columns = turned(counts).map((column, c) =>
    left(
      column,
      told.map((row) => row[c] ?? null),
    ),
  )
  const found: number[][] = []
  const chosen: number[] = []
  const lastOf = (side: 0 | 1, of: number) => cells.findLastIndex((cell) => cell[side] === of)
  const tryAt = (at: number): void => {
    const cell = cells[at]
    if (!cell) {
      found.push([...chosen])
      return
    }
    const [r, c] = cell
    const [inRow, inColumn] = [rows[r] ?? 0, columns[c] ?? 0]
    const must = lastOf(0, r) === at ? inRow : lastOf(1, c) === at ? inColumn : null
    for (let value = must ?? 0; value <= (must ?? Math.min(inRow, inColumn)); value += 1) {
      if (value > Math.min(inRow, inColumn) || (lastOf(1, c) === at && value !== inColumn)) continue
      ;[rows[r], columns[c]] = [inRow - value, inColumn - value]
      chosen.push(value)
      tryAt(at + 1)
      chosen.pop()
      ;[rows[r], columns[c]] = [inRow, inColumn]
    }
  }
  tryAt(0)
  return found
}

const tables = fc
  .array(fc.array(fc.nat(7), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 })
  .filter((counts) => sum(counts.flat()) >= 5)

test('whoever subtracts places no hidden number within less than five, and finds no group of fewer than five', () => {
  fc.assert(
    fc.property(tables, (drawn) => {
      const counts = toldTable(drawn)
      const told = suppressed(counts)
      expect(told.flat().every((one) => one === null || one === 0 || one >= 5)).toBe(true)
      const found = worlds(counts, told)
      const [first = []] = found
      for (const [at] of first.entries()) {
        const values = found.map((world) => world[at] ?? 0)
        expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(5)
      }
      // Every set of hidden cells whose sum is the same in all worlds can be worked out; none holds fewer than five.
      for (let set = 1; set < 2 ** first.length; set += 1) {
        const sums = found.map((world) => sum(world.filter((_value, at) => set & (1 << at))))
        expect(sums.every((one) => one === sums[0]) ? sums[0] : 5).toBeGreaterThanOrEqual(5)
      }
    }),
    { numRuns: 150 },
  )
})

test('what is told together is five at least, or all there is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 8 }), (totals) => {
      const { alone, together } = gathered(totals)
      expect([...alone, ...together].toSorted((a, b) => a - b)).toEqual([...totals.keys()])
      for (const at of alone) expect(totals[at] === 0 || (totals[at] ?? 0) >= 5).toBe(true)
      const isPart = together.length > 0 && alone.some((at) => (totals[at] ?? 0) > 0)
      expect(isPart ? sum(together.map((at) => totals[at] ?? 0)) : 5).toBeGreaterThanOrEqual(5)
    }),
  )
})

test('a lone small number takes others with it, and what needs no cover is told', () => {
  expect(
    suppressed([
      [12, 30],
      [9, 8],
    ]),
  ).toEqual([
    [12, 30],
    [9, 8],
  ])
  const told = suppressed([
    [2, 10, 40],
    [12, 11, 50],
    [60, 70, 80],
  ])
  expect(told.flat().filter((one) => one === null)).toHaveLength(4)
  expect(told[2]).toEqual([60, 70, 80])
})
