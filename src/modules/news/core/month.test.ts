import { expect, test } from 'vitest'
import { monthBefore, monthOf, spanOf } from './month.ts'

test.each([
  ['2026-11', '2026-10'],
  ['2026-01', '2025-12'],
  ['2024-03', '2024-02'],
])('before %s comes %s', (month, before) => {
  expect(monthBefore(month)).toBe(before)
  expect(monthOf(`${before}-28`)).toBe(before)
})

test.each([
  ['2026-10', '2026-09-30T21:59:59.999Z', '2026-10-31T22:59:59.999Z'],
  ['2026-12', '2026-11-30T22:59:59.999Z', '2026-12-31T22:59:59.999Z'],
  ['2024-02', '2024-01-31T22:59:59.999Z', '2024-02-29T22:59:59.999Z'],
])('%s goes from midnight to midnight in Sweden', (month, since, until) => {
  expect(spanOf(month)).toEqual({ since: new Date(since), until: new Date(until) })
})
