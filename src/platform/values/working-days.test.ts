import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './dates.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

describe('a working day', () => {
  it.each([
    ['2026-11-30', 'a Monday'],
    ['2026-04-02', 'Maundy Thursday'],
    ['2026-05-15', 'the Friday after Ascension Day'],
    ['2027-06-07', 'the Monday after a National Day on a Sunday'],
    ['2026-12-23', 'the day before Christmas Eve'],
  ])('is %s, %s', (day) => expect(isWorkingDay(day)).toBe(true))

  it.each([
    ['2026-11-28', 'a Saturday'],
    ['2026-11-29', 'a Sunday'],
    ['2026-01-01', 'New Year’s Day'],
    ['2026-01-06', 'Epiphany'],
    ['2024-03-29', 'Good Friday 2024'],
    ['2025-04-18', 'Good Friday 2025'],
    ['2026-04-03', 'Good Friday 2026'],
    ['2027-03-26', 'Good Friday 2027'],
    ['2038-04-23', 'Good Friday of the latest possible Easter'],
    ['2026-04-06', 'Easter Monday'],
    ['2025-05-01', 'First of May'],
    ['2026-05-14', 'Ascension Day'],
    ['2025-06-06', 'the National Day'],
    ['2026-06-19', 'the earliest Midsummer Eve'],
    ['2027-06-25', 'the latest Midsummer Eve'],
    ['2026-12-24', 'Christmas Eve'],
    ['2026-12-25', 'Christmas Day'],
    ['2025-12-26', 'Boxing Day'],
    ['2026-12-31', 'New Year’s Eve'],
  ])('is not %s, %s', (day) => expect(isWorkingDay(day)).toBe(false))
})

describe('so many working days on', () => {
  it.each([
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-12-30', 1, '2027-01-04'],
    ['2026-12-11', -5, '2026-12-04'],
    ['2026-04-08', -3, '2026-04-01'],
    ['2026-12-25', 0, '2026-12-25'],
  ])('from %s, %i leads to %s', (day, count, to) => expect(addWorkingDays(day, count)).toBe(to))

  it('is a working day, and back again leads to where it began', () => {
    const workingDay = fc
      .integer({ min: 0, max: 30_000 })
      .map((days) => addDays('2000-01-03', days))
      .filter(isWorkingDay)
    fc.assert(
      fc.property(workingDay, fc.integer({ min: -40, max: 40 }), (day, count) => {
        const there = addWorkingDays(day, count)
        expect(isWorkingDay(there)).toBe(true)
        expect(addWorkingDays(there, -count)).toBe(day)
      }),
      { numRuns: 300 },
    )
  })
})
