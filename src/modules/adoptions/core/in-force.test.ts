import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#platform/values/dates.ts'
import { inForceOn, spanOf, type Decided } from './in-force.ts'

const versions = (...days: (string | null)[]): Decided[] =>
  days.map((decidedOn, at) => ({ version: at + 1, decidedOn }))

function told(some: readonly Decided[], day: string): string {
  const answer = inForceOn(some, day)
  switch (answer.kind) {
    case 'none':
      return 'none'
    case 'one':
      return `${answer.version.version}`
    case 'unsure':
      return `${answer.candidates.map(({ version }) => version).join(' or ')}${answer.maybeNone ? ' or none' : ''}`
  }
}

describe('what was in force', () => {
  test.each([
    [['2019-10-17'], '2019-10-16', 'none'],
    [['2019-10-17'], '2019-10-17', '1'],
    [['2012-01', '2023-04-20'], '2023-04-19', '1'],
    [['2012-01', '2023-04-20'], '2023-04-20', '2'],
    // Entered later, decided earlier.
    [['2023-04-20', '2012-01'], '2024-01-01', '1'],
    [['2023-04-20', '2012-01'], '2020-01-01', '2'],
    [['2018'], '2017-12-31', 'none'],
    [['2018'], '2018-06-01', '1 or none'],
    [['2018'], '2018-12-31', '1'],
    [['2021-06'], '2021-06-17', '1 or none'],
    [['2021-06'], '2021-07-01', '1'],
    [['2012', '2020'], '2020-05-05', '1 or 2'],
    [['2012', '2020'], '2021-01-01', '2'],
    [['2020', '2020'], '2021-01-01', '2'],
    [['2020', '2020-03-01'], '2021-01-01', '1 or 2'],
    [[null], '2026-01-01', '1 or none'],
    [[null, null], '2026-01-01', '1 or 2 or none'],
    [[null, '2024-01-01'], '2026-01-01', '1 or 2'],
    [[], '2026-01-01', 'none'],
  ])('of those decided %j on %s: %s', (days, day, expected) => {
    expect(told(versions(...days), day)).toBe(expected)
  })
})

const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2015-01-01', days))
const anyPrecision = fc.constantFrom(4, 7, 10)

test('with days that are known the latest decided is in force', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyDay, { maxLength: 6 }), anyDay, (days, day) => {
      const latest = days
        .filter((one) => one <= day)
        .toSorted()
        .at(-1)
      expect(told(versions(...days), day)).toBe(latest ? String(days.indexOf(latest) + 1) : 'none')
    }),
  )
})

test('what is known roughly leaves open what is so by the day', () => {
  const decisions = fc.uniqueArray(fc.tuple(anyDay, anyPrecision), { maxLength: 5, selector: ([day]) => day })
  fc.assert(
    fc.property(decisions, anyDay, (some, day) => {
      // In the order they were decided, as they are entered.
      const inOrder = some.toSorted(([a], [b]) => (a < b ? -1 : 1))
      const rough = versions(...inOrder.map(([on, length]) => on.slice(0, length)))
      const truth = versions(...inOrder.map(([on]) => on))
      expect(told(rough, day).split(' or ')).toContain(told(truth, day))
    }),
  )
})

test('a span holds the days that it may mean', () => {
  fc.assert(
    fc.property(anyDay, anyPrecision, (day, length) => {
      const { first, last } = spanOf(day.slice(0, length))
      expect(first <= day && day <= last).toBe(true)
    }),
  )
})
