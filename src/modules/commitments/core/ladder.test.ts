import { expect, test } from 'vitest'
import { dueLetters, type Chased } from './ladder.ts'

const one: Chased = {
  promiserId: 'p',
  receiverId: 'r',
  byDay: '2027-01-07',
  state: 'confirmed',
  notedAt: new Date('2026-12-01T09:00:00Z'),
}
const on = (today: string, change: Partial<Chased> = {}) =>
  dueLetters({ ...one, ...change }, today).map(({ to, rung }) => `${to} ${rung}`)

test('whoever is said to have promised is asked at once, and once more after five working days', () => {
  const noted = { state: 'noted' } as const
  expect(on('2026-12-01', noted)).toEqual(['p ask'])
  expect(on('2026-12-05', noted)).toEqual(['p ask'])
  expect(on('2026-12-08', noted)).toEqual(['p ask-again'])
})

test('it is reminded of before its day, on it, and after it; then whoever it was promised to is asked', () => {
  expect(on('2026-12-22')).toEqual([])
  // Five working days before the seventh, over Christmas, New Year and Epiphany.
  expect(on('2026-12-29')).toEqual(['p before'])
  expect(on('2026-12-31')).toEqual([])
  expect(on('2027-01-07')).toEqual(['p day'])
  expect(on('2027-01-08')).toEqual(['p after', 'r settle'])
  expect(on('2027-01-25')).toEqual(['p after', 'r settle-again'])
  expect(on('2027-01-08', { receiverId: null })).toEqual(['p after'])
})

test('a day off is spoken of on the working day before it, and what has ended is left alone', () => {
  expect(on('2027-01-08', { byDay: '2027-01-10' })).toEqual(['p day'])
  expect(on('2027-01-10', { byDay: '2027-01-10' })).toEqual([])
  for (const state of ['denied', 'kept', 'partly', 'unkept'] as const)
    expect(on('2027-01-08', { state })).toEqual([])
})
