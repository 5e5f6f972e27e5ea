import { describe, expect, it } from 'vitest'
import { reminderOn } from './letters.ts'

const openedAt = new Date('2026-11-16T09:00:00Z')

describe('a round that closes on Friday 11 December', () => {
  it.each([
    ['2026-12-03', null, 'the day before a week of work is left'],
    ['2026-12-04', 'week-before', 'a week of work before'],
    ['2026-12-05', null, 'a Saturday'],
    ['2026-12-07', 'week-before', 'later that week, should the first try have failed'],
    ['2026-12-10', 'day-before', 'the working day before'],
    ['2026-12-11', 'day-before', 'the last day itself'],
    ['2026-12-12', null, 'a Saturday, when it is late already'],
    ['2026-12-14', 'day-after', 'the first working day after'],
    ['2026-12-18', 'day-after', 'the fifth working day after'],
    ['2026-12-21', null, 'when it is no news any more'],
  ] as const)('on %s: %s, %s', (today, occasion, _why) => {
    expect(reminderOn(today, { closesOn: '2026-12-11', openedAt })).toBe(occasion)
  })
})

it('knows that nobody is at work over Christmas', () => {
  const round = { closesOn: '2027-01-04', openedAt }
  expect(reminderOn('2026-12-23', round)).toBe('week-before')
  expect(reminderOn('2026-12-24', round)).toBeNull()
  expect(reminderOn('2026-12-30', round)).toBe('day-before')
  expect(reminderOn('2026-12-31', round)).toBeNull()
})

it('does not remind of what was told the day before', () => {
  const late = { closesOn: '2026-12-11', openedAt: new Date('2026-12-07T09:00:00Z') }
  expect(reminderOn('2026-12-08', late)).toBeNull()
  expect(reminderOn('2026-12-10', late)).toBe('day-before')
  const later = { closesOn: '2026-12-11', openedAt: new Date('2026-12-10T09:00:00Z') }
  expect(reminderOn('2026-12-11', later)).toBeNull()
  expect(reminderOn('2026-12-14', later)).toBe('day-after')
})
