import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type IsoDay } from '#platform/values/dates.ts'
import { duePeriods, type Period, type QuarterCount } from './period.ts'
import { fewest } from './table.ts'

const start = '2026-01-01'
const days = 700

/** On which day after the first each came. */
const arrivals = fc.array(fc.nat(days), { maxLength: 60 })

function quarterOf(day: IsoDay): IsoDay {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

function quartersOf(came: readonly IsoDay[]): readonly QuarterCount[] {
  return [...Map.groupBy(came, quarterOf)].map(([from, all]) => ({ from, count: all.length }))
}

/** What a page shows on each day: the periods that were told until then, with who is counted in each. */
function looks(came: readonly number[]): readonly (readonly (readonly number[])[])[] {
  const told: Period[] = []
  return Array.from({ length: days + 200 }, (_, at) => {
    const today = addDays(start, at)
    const until = came.filter((day) => day <= at).map((day) => addDays(start, day))
    told.push(...duePeriods(quartersOf(until), told.at(-1)?.before ?? null, today))
    return told.map(({ from, before }) =>
      came.flatMap((day, who) => (addDays(start, day) >= from && addDays(start, day) < before ? [who] : [])),
    )
  })
}

/** Whom the difference between two looks is about, counted: those in whole periods of the later that the earlier has not. */
function between(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
): readonly number[] {
  return after.slice(before.length).flat()
}

describe('whoever looks on two days', () => {
  test('learns of enough at once, or of nobody, and what was told stays as it was', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(days + 199), fc.nat(days + 199), (came, one, other) => {
        const all = looks(came)
        const [before, after] = [all[Math.min(one, other)] ?? [], all[Math.max(one, other)] ?? []]
        expect(after.slice(0, before.length)).toEqual(before)
        for (const period of after) expect(period.length).toBeGreaterThanOrEqual(fewest)
        const learnt = between(before, after)
        expect(learnt.length === 0 || learnt.length >= fewest).toBe(true)
        // Nobody is counted twice, so nothing can be taken from anything else.
        expect(new Set(after.flat()).size).toBe(after.flat().length)
      }),
      { numRuns: 40 },
    )
  })

  test('would learn of one from figures that are counted anew each day', () => {
    const came = [1, 2, 3, 4, 5, 9]
    const counted = (at: number) => came.filter((day) => day <= at).length
    expect(counted(9) - counted(8)).toBe(1)
    expect(
      looks(came)
        .map((told) => told.flat().length)
        .filter((sum, at, all) => sum !== all[at - 1]),
    ).toEqual([0, 6])
  })
})

test('a quarter with too few waits for the next, and one that has not settled for its day', () => {
  const quarters = [
    { from: '2026-01-01', count: 3 },
    { from: '2026-04-01', count: 2 },
    { from: '2026-10-01', count: 9 },
  ]
  expect(duePeriods(quarters, null, '2026-07-30')).toEqual([])
  const first = { from: '2026-01-01', before: '2026-07-01' }
  expect(duePeriods(quarters, null, '2026-07-31')).toEqual([first])
  expect(duePeriods(quarters, first.before, '2027-01-31')).toEqual([
    { from: '2026-07-01', before: '2027-01-01' },
  ])
  expect(duePeriods([], null, '2027-01-31')).toEqual([])
})
