import { describe, expect, it } from 'vitest'
import { aCell, anEntry } from '../testing.ts'
import { dueAmong, reasonsFor } from './due.ts'
import type { Cell } from './cell.ts'

const today = '2026-11-24'
const saidDaysAgo = (days: number) => new Date(Date.parse('2026-11-24T09:00:00Z') - days * 86_400_000)
const milestone = (on: string) => ({ text: 'Avtalet klart', on })

describe('why a cell is due', () => {
  it.each<[string, Cell | null, readonly string[]]>([
    ['nobody has spoken', null, ['never-reported']],
    ['all is well', aCell(), []],
    ['the milestone was yesterday', aCell({ milestone: milestone('2026-11-23') }), ['milestone-overdue']],
    ['the milestone is today', aCell({ milestone: milestone('2026-11-24') }), ['milestone-soon']],
    ['the milestone is in 14 days', aCell({ milestone: milestone('2026-12-08') }), ['milestone-soon']],
    ['the milestone is in 15 days', aCell({ milestone: milestone('2026-12-09') }), []],
    ['said 180 days ago', aCell({ saidAt: saidDaysAgo(180) }), []],
    ['said 181 days ago', aCell({ saidAt: saidDaysAgo(181) }), ['silent']],
    ['without an owner', aCell({ owner: null }), ['no-owner']],
    ['stuck', aCell({ status: 'stuck' }), ['stuck']],
    ['planned and silent', aCell({ status: 'planned', saidAt: saidDaysAgo(400) }), ['silent']],
    ['done long ago, nobody owns it', aCell({ status: 'done', owner: null, saidAt: saidDaysAgo(400) }), []],
    ['stopped with a milestone passed', aCell({ status: 'stopped', milestone: milestone('2026-01-01') }), []],
    [
      'everything at once',
      aCell({ status: 'stuck', owner: null, milestone: milestone('2026-10-01'), saidAt: saidDaysAgo(300) }),
      ['milestone-overdue', 'stuck', 'silent', 'no-owner'],
    ],
  ])('%s', (_name, cell, kinds) => {
    expect(reasonsFor(cell, today).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('counts the days', () => {
    expect(reasonsFor(aCell({ milestone: milestone('2026-11-14') }), today)).toEqual([
      { kind: 'milestone-overdue', days: 10, milestone: 'Avtalet klart' },
    ])
  })

  it('knows that a word late in the evening was said that day in Sweden', () => {
    // 23:30 UTC on 27 May is 01:30 on 28 May in Stockholm: 180 days before 24 November.
    expect(reasonsFor(aCell({ saidAt: new Date('2026-05-27T23:30:00Z') }), today)).toEqual([])
    expect(reasonsFor(aCell({ saidAt: new Date('2026-05-27T21:30:00Z') }), today)).toHaveLength(1)
  })
})

it('tells what needs action first before the rest, the longest wait first', () => {
  const due = dueAmong(
    [
      anEntry(1, aCell({ owner: null })),
      anEntry(2, aCell({ saidAt: saidDaysAgo(200) })),
      anEntry(3, null),
      anEntry(4, aCell({ milestone: milestone('2026-12-05') })),
      anEntry(5, aCell({ milestone: milestone('2026-11-30') })),
      anEntry(6, aCell({ status: 'stuck' })),
      anEntry(7, aCell({ milestone: milestone('2026-11-20') })),
      anEntry(8, aCell({ milestone: milestone('2026-09-20') })),
      anEntry(9, aCell()),
      anEntry(10, null),
    ],
    today,
  )
  expect(due.map(({ entry }) => entry.intervention.number)).toEqual([8, 7, 6, 5, 4, 3, 10, 2, 1])
})
