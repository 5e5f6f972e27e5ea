import { expect, test } from 'vitest'
import { addDays, dayOf, daysBetween, formatDay, formatMoment } from './dates.ts'

test('a day is as long as it is known', () => {
  expect(formatDay('2019-10-17', 'sv')).toBe('17 oktober 2019')
  expect(formatDay('2019-10-17', 'en')).toBe('17 October 2019')
  expect(formatDay('2021-06', 'sv')).toBe('juni 2021')
  expect(formatDay('2018', 'sv')).toBe('2018')
})

test('the day is the one in Sweden, summer and winter', () => {
  expect(dayOf(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
  expect(dayOf(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31')
})

test('days are counted across the clock’s changes and leap years', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})

test('a moment is told with the time in Sweden', () => {
  expect(formatMoment(new Date('2026-11-24T13:05:00Z'), 'sv')).toBe('24 november 2026 kl. 14:05')
})
