import { describe, expect, test } from 'vitest'
import { contradictionsIn, isForOthers, type Claim, type Standing, type Trace } from './contradictions.ts'

const today = '2026-11-24'

function claim(said: Partial<Claim> = {}): Claim {
  return {
    municipality: '1440',
    intervention: 'insats',
    status: 'on-plan',
    statusSince: '2026-11-01',
    owner: 'anna',
    ownerSince: '2026-11-01',
    ...said,
  }
}

function trace(seen: Partial<Trace> = {}): Trace {
  return {
    id: 'aktivitet',
    municipality: '1440',
    doers: ['1440'],
    intervention: 'insats',
    status: 'on-plan',
    statusSince: '2026-11-01',
    endsOn: null,
    milestones: [],
    owner: null,
    ownerSince: '2026-11-01',
    lastHappened: '2026-11-01',
    ...seen,
  }
}

const milestone = { number: 1, text: 'Klart', on: '2026-11-01', reachedOn: null }
const allHere: Standing = { leftOn: () => null, hasSpoken: () => true }
const annaLeft: Standing = { leftOn: () => '2026-11-10', hasSpoken: () => true }
const annaSilent: Standing = { leftOn: () => null, hasSpoken: () => false }

type Case = [string, Partial<Claim>, readonly Partial<Trace>[], Standing, readonly string[]]

const cells: readonly Case[] = [
  ['on plan and something happened', { statusSince: '2025-01-01' }, [{}], allHere, []],
  [
    'on plan since long, nothing happened for nine months',
    { statusSince: '2025-01-01' },
    [{ lastHappened: '2026-02-27' }],
    allHere,
    ['quiet 2026-11-24'],
  ],
  ['one day less is not', { statusSince: '2025-01-01' }, [{ lastHappened: '2026-02-28' }], allHere, []],
  [
    'on plan since long, and no activity at all',
    { statusSince: '2026-01-01' },
    [],
    allHere,
    ['quiet 2026-09-28'],
  ],
  ['on plan since a while, and no activity yet', { statusSince: '2026-06-01' }, [], allHere, []],
  [
    'what happens in another intervention is no trace',
    { statusSince: '2026-01-01' },
    [{ intervention: 'annan' }],
    allHere,
    ['quiet 2026-09-28'],
  ],
  [
    'what happens in a joint activity counts for those that join',
    { statusSince: '2026-01-01' },
    [{ municipality: '1441', doers: ['1441', '1440'] }],
    allHere,
    [],
  ],
  ['done, and something happened before', { status: 'done' }, [{ lastHappened: '2026-03-01' }], allHere, []],
  ['done without a trace', { status: 'done' }, [], allHere, ['done-untraced 2026-11-01']],
  [
    'done, and the last trace is too old',
    { status: 'done' },
    [{ lastHappened: '2025-11-01' }],
    allHere,
    ['done-untraced 2026-11-01'],
  ],
  [
    'planned while an activity is done',
    { status: 'planned' },
    [{ status: 'done', statusSince: '2026-11-15' }],
    allHere,
    ['planned-yet-done 2026-11-15'],
  ],
  [
    'planned, said after the activity was done',
    { status: 'planned', statusSince: '2026-11-20' },
    [{ status: 'done', statusSince: '2026-11-15' }],
    allHere,
    ['planned-yet-done 2026-11-20'],
  ],
  ['planned and nothing happens', { status: 'planned', statusSince: '2020-01-01' }, [], allHere, []],
  ['stuck and nothing happens', { status: 'stuck', statusSince: '2020-01-01' }, [], allHere, []],
  ['the owner has left', { status: 'planned' }, [], annaLeft, ['owner-left 2026-11-10']],
  ['nobody has not left', { status: 'planned', owner: null }, [], annaLeft, []],
  ['what is stopped needs no owner', { status: 'stopped' }, [], annaLeft, []],
  ['a new owner has a quarter to speak', { status: 'planned', ownerSince: '2026-08-27' }, [], annaSilent, []],
  [
    'an owner who never spoke',
    { status: 'planned', ownerSince: '2026-08-26' },
    [],
    annaSilent,
    ['owner-silent 2026-11-24'],
  ],
]

const activities: readonly [string, Partial<Trace>, Standing, readonly string[]][] = [
  ['past its end and under way', { endsOn: '2026-11-23' }, allHere, ['past-end 2026-11-24']],
  ['ends today', { endsOn: today }, allHere, []],
  ['past its end and done', { endsOn: '2026-01-01', status: 'done' }, allHere, []],
  ['a milestone passed', { milestones: [milestone] }, allHere, ['milestone-passed 2026-11-02']],
  ['a milestone reached', { milestones: [{ ...milestone, reachedOn: '2026-11-05' }] }, allHere, []],
  ['a milestone today', { milestones: [{ ...milestone, on: today }] }, allHere, []],
  ['a milestone without a day', { milestones: [{ ...milestone, on: null }] }, allHere, []],
  ['its owner has left', { owner: 'anna' }, annaLeft, ['owner-left 2026-11-10']],
]

describe('in a cell', () => {
  test.each(cells)('%s', (_name, said, seen, standing, expected) => {
    const found = contradictionsIn([claim(said)], seen.map(trace), standing, today)
    expect(found.map(({ contradiction: { kind, since } }) => `${kind} ${since}`)).toEqual(expected)
    expect(found.every(({ activity }) => activity === null)).toBe(true)
  })
})

describe('in an activity', () => {
  test.each(activities)('%s', (_name, seen, standing, expected) => {
    const found = contradictionsIn([], [trace(seen)], standing, today)
    expect(found.map(({ contradiction: { kind, since } }) => `${kind} ${since}`)).toEqual(expected)
    expect(found.every(({ activity }) => activity === 'aktivitet')).toBe(true)
  })
})

test('the oldest is told first, and others are told after 14 days', () => {
  const seen = trace({ endsOn: '2026-11-09', milestones: [milestone, { ...milestone, on: '2026-11-10' }] })
  const found = contradictionsIn([], [seen], allHere, today)
  expect(found.map(({ contradiction }) => contradiction.since)).toEqual([
    '2026-11-02',
    '2026-11-10',
    '2026-11-11',
  ])
  expect(found.map((one) => isForOthers(one, today))).toEqual([true, true, false])
})
