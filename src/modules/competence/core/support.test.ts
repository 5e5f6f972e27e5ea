import { describe, expect, test } from 'vitest'
import { isStale, opensNext, stateOn, type Times } from './support.ts'

const open: Times = { status: 'open', opens: null, closes: null }
const everySpring: Times = { ...open, yearly: [{ opens: '02-01', closes: '03-01' }] }
const overNewYear: Times = { ...open, yearly: [{ opens: '11-15', closes: '01-10' }] }
const noEnd: Times = {
  ...open,
  yearly: [
    { opens: '04-01', closes: '09-30' },
    { opens: '10-01', closes: null },
  ],
}

describe('a support that opens every year', () => {
  test.each([
    ['2026-11-30', everySpring, 'not-yet', '2027-02-01'],
    ['2027-02-01', everySpring, 'open', '2028-02-01'],
    ['2027-03-01', everySpring, 'open', '2028-02-01'],
    ['2027-03-02', everySpring, 'not-yet', '2028-02-01'],
    ['2026-12-31', overNewYear, 'open', '2027-11-15'],
    ['2027-01-10', overNewYear, 'open', '2027-11-15'],
    ['2027-01-11', overNewYear, 'not-yet', '2027-11-15'],
    ['2027-02-15', noEnd, 'open', '2027-04-01'],
  ] as const)('is on %s as its window says', (day, times, state, next) => {
    expect([stateOn(times, day), opensNext(times, day)]).toEqual([state, next])
  })

  test('opens no more after its last day, and not before its first', () => {
    const until = { ...everySpring, closes: '2026-12-31' }
    expect([stateOn(until, '2026-11-30'), opensNext(until, '2026-11-30')]).toEqual(['passed', null])
    const from = { ...everySpring, opens: '2027-06-01' }
    expect([stateOn(from, '2027-02-10'), opensNext(from, '2027-02-10')]).toEqual(['not-yet', '2028-02-01'])
  })

  test('that is closed or not verified is that whatever the day', () => {
    expect(stateOn({ ...everySpring, status: 'closed' }, '2027-02-10')).toBe('closed')
    expect(stateOn({ ...everySpring, status: 'unverified' }, '2027-02-10')).toBe('unverified')
  })
})

const known = (asOf: string | null, checkedOn: string | null) =>
  isStale({ content: { asOf }, checkedOn }, '2026-11-30')

test('what nobody has looked up is as old as its source', () => {
  expect([known('2023', null), known(null, null), known('2026-10', null)]).toEqual([true, true, false])
  expect([known('2023', '2026-11-24'), known('2026-10', '2026-01-01')]).toEqual([false, true])
})
