import { expect, test } from 'vitest'
import { promisedDays } from './promise.ts'

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
  expect(promisedDays(new Date(at), { firstWordDays: 1, planDays: 5 })).toEqual({ firstWordBy, planBy })
})
