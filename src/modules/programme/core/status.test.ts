import { expect, it } from 'vitest'
import { aCell } from '../testing.ts'
import { wordOf } from './cell.ts'
import { changedFields, keptWord } from './history.ts'
import { countStandings, isUnderWay, standingOf, standings, Status } from './status.ts'

it('calls a cell that nobody has spoken for not reported, and nothing else', () => {
  expect(standingOf(null)).toBe('not-reported')
  expect(Status.options.map((status) => standingOf({ status }))).toEqual(Status.options)
  expect(Status.safeParse('not-reported').success).toBe(false)
})

it('counts every cell once, in the order that is asked for', () => {
  const cells = [null, aCell({ status: 'stuck' }), null, aCell(), aCell({ status: 'done' })]
  expect(countStandings(cells, standings)).toEqual([
    { standing: 'on-plan', count: 1 },
    { standing: 'stuck', count: 1 },
    { standing: 'done', count: 1 },
    { standing: 'not-reported', count: 2 },
  ])
})

it('expects nothing more of what is done or stopped', () => {
  expect(Status.options.filter(isUnderWay)).toEqual(['planned', 'on-plan', 'delayed', 'stuck'])
})

it('tells what differs between two words, part by part', () => {
  const before = wordOf(aCell({ milestone: { text: 'Möte', on: '2027-01-01' } }))
  const after = wordOf(aCell({ status: 'delayed', owner: null }))
  expect(changedFields(before, after)).toEqual([
    { field: 'status', before: 'on-plan', after: 'delayed' },
    { field: 'owner', before: 'anna', after: null },
    { field: 'milestone', before: 'Möte', after: null },
    { field: 'milestoneOn', before: '2027-01-01', after: null },
  ])
  expect(changedFields(before, before)).toEqual([])
  expect(changedFields(null, after).map(({ field }) => field)).toEqual(['status', 'text'])
})

it('reads a word back from the log, also one that an older program wrote', () => {
  const word = wordOf(aCell())
  expect(keptWord(structuredClone(word))).toEqual(word)
  expect(keptWord({ status: 'done', text: 'Klart.' })).toMatchObject({ owner: null, milestone: null })
  expect([null, undefined, 'x', { status: 'grön', text: '' }].map(keptWord)).toEqual([null, null, null, null])
})
