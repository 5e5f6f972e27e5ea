import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf } from '#platform/values/dates.ts'
import {
  addWorkingDays,
  isWorkingDay,
  noOwnDays,
  workingDayOf,
  workingDaysBetween,
  type OwnDays,
} from '#platform/values/working-days.ts'
import { afterWaiting, duesOf, promisedDays } from './clock.ts'

const inTime = { firstWordDays: 1, planDays: 5, own: noOwnDays }

test.each([
  ['on a Tuesday', '2026-11-24T13:05:00Z', '2026-11-25', '2026-12-01'],
  ['on a Friday', '2026-11-27T08:00:00Z', '2026-11-30', '2026-12-04'],
  ['on a Saturday, as if on Monday', '2026-11-28T08:00:00Z', '2026-12-01', '2026-12-07'],
  ['before Christmas', '2026-12-23T08:00:00Z', '2026-12-28', '2027-01-05'],
  [
    'late in the evening by London, on the next day in Sweden',
    '2026-11-24T23:30:00Z',
    '2026-11-26',
    '2026-12-02',
  ],
])('a matter that comes %s', (_, at, firstWordBy, planBy) => {
  expect(promisedDays(new Date(at), inTime)).toEqual({ firstWordBy, planBy })
})

test.each([
  ['in the morning of a half day, that day', '2027-01-05T08:00:00Z', '2027-01-07'],
  ['at noon of a half day, on the next working day', '2027-01-05T11:00:00Z', '2027-01-08'],
])('a matter that comes %s', (_, at, firstWordBy) => {
  const own = { closed: new Set<string>(), half: new Set(['2027-01-05']) }
  expect(promisedDays(new Date(at), { ...inTime, own }).firstWordBy).toBe(firstWordBy)
})

test('what has fallen on a day that was closed later is due on the next one', () => {
  const own = { closed: new Set(['2026-12-01']), half: new Set<string>() }
  const matter = {
    state: 'open',
    firstWordAt: new Date('2026-11-25T08:00:00Z'),
    plannedAt: null,
    firstWordBy: '2026-11-25',
    planBy: '2026-12-01',
  } as const
  expect(duesOf(matter, own)).toEqual([{ due: 'plan', on: '2026-12-02' }])
  expect(duesOf({ ...matter, state: 'waiting' }, own)).toEqual([])
  expect(duesOf({ ...matter, plannedAt: new Date('2026-11-26T08:00:00Z'), firstWordAt: null }, own)).toEqual(
    [],
  )
})

const moment = fc
  .integer({ min: 0, max: 365 * 24 * 4 })
  .map((quarters) => new Date(Date.parse('2026-06-01T00:00:00Z') + quarters * 900_000))
const days = fc
  .uniqueArray(fc.integer({ min: 0, max: 420 }), { maxLength: 40 })
  .map((offsets) => new Set(offsets.map((offset) => addDays('2026-06-01', offset))))
const ownDays: fc.Arbitrary<OwnDays> = fc.record({ closed: days, half: days })
const promise = fc.record({
  firstWordDays: fc.integer({ min: 1, max: 5 }),
  planDays: fc.integer({ min: 1, max: 20 }),
})

describe('the clock', () => {
  test('is moved by a pause of so many working days by exactly as many, and never back', () => {
    const pause = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(moment, ownDays, promise, pause, (at, own, said, count) => {
        const clock = { ...said, own }
        const { planBy } = promisedDays(at, clock)
        const since = new Date(`${workingDayOf(at, own)}T09:00:00Z`)
        const until = new Date(`${addWorkingDays(dayOf(since), count, own)}T09:00:00Z`)
        const moved = afterWaiting(planBy, { since, until }, clock)
        expect(workingDaysBetween(planBy, moved, own)).toBe(count)
        expect(moved >= planBy).toBe(true)
        expect(afterWaiting(planBy, { since: until, until: since }, clock)).toBe(planBy)
      }),
    )
  })

  test('is only ever moved later by days off, and ends on a day when people are at work', () => {
    fc.assert(
      fc.property(moment, ownDays, days, promise, (at, own, more, said) => {
        const before = promisedDays(at, { ...said, own })
        const own2 = { ...own, closed: new Set([...own.closed, ...more]) }
        const after = promisedDays(at, { ...said, own: own2 })
        expect(after.firstWordBy >= before.firstWordBy).toBe(true)
        expect(after.planBy >= before.planBy).toBe(true)
        expect(isWorkingDay(after.planBy, own2)).toBe(true)
      }),
    )
  })
})
