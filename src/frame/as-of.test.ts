import { expect, test } from 'vitest'
import { dayOf, endOfDay } from '#platform/values/dates.ts'
import { dayAsked } from './as-of.tsx'

const now = new Date('2026-11-25T09:00:00Z')
const asked = (query: string) => dayAsked(new URL(`http://localhost/indikatorer${query}`), now)

test.each([
  ['', { kind: 'none' }],
  ['?per=', { kind: 'none' }],
  ['?per=2025-03-01', { kind: 'day', day: '2025-03-01', at: new Date('2025-03-01T22:59:59.999Z') }],
  ['?as-of=2025-07-01', { kind: 'day', day: '2025-07-01', at: new Date('2025-07-01T21:59:59.999Z') }],
  ['?asOf=2025-03-01', { kind: 'day', day: '2025-03-01', at: new Date('2025-03-01T22:59:59.999Z') }],
  // Today, and what is to come, is what is known now.
  ['?per=2026-11-25', { kind: 'none' }],
  ['?per=2031-01-01', { kind: 'none' }],
  ['?per=2025-02-30', { kind: 'wrong', typed: '2025-02-30' }],
  ['?per=i%20fjol', { kind: 'wrong', typed: 'i fjol' }],
  ['?per=0000-01-01', { kind: 'wrong', typed: '0000-01-01' }],
])('%s', (query, expected) => {
  expect(asked(query)).toEqual(expected)
})

test.each([
  ['2025-03-30', '2025-03-30T21:59:59.999Z'],
  ['2025-10-26', '2025-10-26T22:59:59.999Z'],
])('the day the clocks change, %s, ends just before its midnight, and leads back to itself', (day, at) => {
  expect(endOfDay(day).toISOString()).toBe(at)
  expect(dayOf(endOfDay(day))).toBe(day)
})
