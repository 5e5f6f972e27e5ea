import { describe, expect, test } from 'vitest'
import { noOwnDays } from '#platform/values/working-days.ts'
import { officerIn, receiversOn, toldOn, warningsOf, type Staff, type Watched } from './ladder.ts'

const matter: Watched = {
  id: 'm',
  year: 2026,
  number: 17,
  municipality: '1440',
  ownerId: 'owner',
  deputyId: 'deputy',
  state: 'open',
  firstWordBy: '2026-11-25',
  firstWordAt: new Date('2026-11-25T08:00:00Z'),
  planBy: '2026-12-01',
  plannedAt: null,
  waitingSince: null,
}
const staff: Staff = {
  officers: new Set(['owner', 'deputy', 'other'].map((one) => officerIn('1440', one))),
  coordinators: ['coordinator'],
  absences: [],
}
const away = (personId: string, deputyId: string | null) => ({
  personId,
  deputyId,
  fromDay: '2026-11-30',
  untilDay: '2026-12-02',
})

function told(today: string, one: Watched = matter, at: Staff = staff): readonly string[] {
  return warningsOf(one, at, { today, own: noOwnDays }).map(({ personId, step }) => `${step} ${personId}`)
}

describe('a plan that is promised by Tuesday 1 December', () => {
  test.each([
    ['2026-11-27', [], 'the Friday before, when the week-end still comes'],
    ['2026-11-29', [], 'a Sunday'],
    ['2026-11-30', ['before owner'], 'the working day before'],
    ['2026-12-01', ['day owner', 'day deputy'], 'the day itself'],
    ['2026-12-02', ['after coordinator'], 'the day after'],
    ['2026-12-05', [], 'a Saturday'],
  ] as const)('on %s: %s, %s', (today, people, _why) => expect(told(today)).toEqual(people))

  test('warns nobody of what is planned, or while the company is waited for', () => {
    expect(told('2026-12-01', { ...matter, plannedAt: new Date('2026-11-26T08:00:00Z') })).toEqual([])
    expect(told('2026-12-02', { ...matter, state: 'waiting' })).toEqual([])
  })
})

const on = (absences: Staff['absences'], step: 'before' | 'day' | 'after' = 'before') =>
  toldOn(step, matter, { ...staff, absences }, '2026-12-01')

const received = (absences: Staff['absences'], part = matter) =>
  receiversOn(part, { ...staff, absences }, '2026-12-01')

describe('what comes to a municipality', () => {
  test('goes to whoever has it, past who is away, then to all who are there, then to the coordinator', () => {
    expect(received([])).toEqual(['owner'])
    expect(received([away('owner', 'other')])).toEqual(['other'])
    expect(received([away('owner', null), away('deputy', null)])).toEqual(['other'])
    expect(received(['owner', 'deputy', 'other'].map((one) => away(one, null)))).toEqual(['coordinator'])
    expect(received([], { ...matter, municipality: null })).toEqual(['coordinator'])
  })
})

describe('who is away', () => {
  test('is passed over for whom they have named, and that one for theirs', () => {
    expect(on([away('owner', 'other')])).toEqual(['other'])
    expect(on([away('owner', 'deputy'), away('deputy', 'other')], 'day')).toEqual(['other'])
  })
  test('is passed over for the desk’s deputy when they have named nobody', () => {
    expect(on([away('owner', null)])).toEqual(['deputy'])
  })
  test('leaves it to the coordinator when nobody is there, also when two have named each other', () => {
    expect(on([away('owner', 'deputy'), away('deputy', 'owner')])).toEqual(['coordinator'])
  })
  test('and has left the town hall is not told', () => {
    expect(
      toldOn('day', matter, { ...staff, officers: new Set([officerIn('1440', 'deputy')]) }, '2026-12-01'),
    ).toEqual(['deputy'])
  })
  test('is told all the same if it is the only coordinator: somebody must know', () => {
    expect(on([away('coordinator', null)], 'after')).toEqual(['coordinator'])
  })
})
