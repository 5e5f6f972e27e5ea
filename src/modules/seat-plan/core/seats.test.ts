import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Problem } from '#modules/seating'
import { changedSeats, collides, movesBetween, seatOf, type SeatChange, type Seats } from './change.ts'
import { codesFor } from './codes.ts'
import { defaultRules } from './defaults.ts'
import { asRounds, asSeatRounds, keptPins } from './rounds.ts'
import { RuleForm, ruleKinds, typedRule } from './rule-form.ts'

const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id, organisation: id, kind: 'company' }))
const problem: Problem = {
  people: [...people, { id: 'late', organisation: 'late', kind: 'guest', from: 1 }],
  tables: [
    { id: '1', min: 1, max: 4 },
    { id: '2', min: 1, max: 4 },
    { id: '3', min: 0, max: 4, closed: [0] },
  ],
  rounds: 2,
  meetings: [],
}
const start: Seats = {
  rounds: [
    { 1: ['a', 'b', 'c', 'd'], 2: ['e', 'f', 'g'], 3: [] },
    { 1: ['a', 'e', 'f'], 2: ['b', 'c', 'd'], 3: ['g', 'late'] },
  ],
  pins: [],
}
const anybody = fc.constantFrom(...problem.people.map(({ id }) => id), 'stranger')
const round = fc.integer({ min: -1, max: 2 })
const changes: fc.Arbitrary<SeatChange> = fc.oneof(
  fc.record({
    do: fc.constant('move' as const),
    person: anybody,
    round,
    table: fc.constantFrom('1', '2', '3', '9'),
  }),
  fc.record({ do: fc.constant('swap' as const), person: anybody, round, other: anybody }),
  fc.record({ do: fc.constant('free' as const), person: anybody, round }),
)

describe('changes by hand', () => {
  test('leave each who is there one seat in each round, no table too full, and every pin where it is', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 30 }), (asked) => {
        let seats = start
        for (const change of asked) {
          const changed = changedSeats(problem, seats, change)
          if (changed.ok) seats = changed.value
        }
        for (const [at, tables] of seats.rounds.entries()) {
          expect(Object.values(tables).flat().toSorted()).toEqual(
            problem.people
              .filter(({ from = 0 }) => at >= from)
              .map(({ id }) => id)
              .toSorted(),
          )
          for (const { id, max, closed = [] } of problem.tables) {
            expect(tables[id]?.length).toBeLessThanOrEqual(max)
            expect(closed.includes(at) ? tables[id] : []).toEqual([])
          }
        }
        expect(keptPins(seats.pins, seats.rounds)).toEqual(seats.pins)
      }),
    )
  })

  test('are told by the moves between, and only by them', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const changed = changedSeats(problem, start, change)
        fc.pre(changed.ok)
        const { rounds } = changed.ok ? changed.value : start
        const moves = movesBetween(start.rounds, rounds)
        const named = change.do === 'swap' ? [change.person, change.other] : [change.person]
        expect(moves.every((one) => named.includes(one.person) && one.round === change.round)).toBe(true)
        expect(collides(change, moves)).toBe(moves.length > 0)
        const seat = seatOf(rounds, change.person, change.round)
        expect(change.do === 'move' ? change.table : seat).toBe(seat)
      }),
    )
  })

  test.each<[SeatChange, string]>([
    [{ do: 'move', person: 'e', round: 0, table: '1' }, 'table-full'],
    [{ do: 'move', person: 'e', round: 0, table: '3' }, 'table-closed'],
    [{ do: 'move', person: 'e', round: 0, table: '9' }, 'table-unknown'],
    [{ do: 'move', person: 'late', round: 0, table: '2' }, 'person-not-there'],
    [{ do: 'move', person: 'who', round: 0, table: '2' }, 'person-unknown'],
    [{ do: 'move', person: 'e', round: 2, table: '2' }, 'round-unknown'],
    [{ do: 'move', person: 'e', round: 0, table: '2' }, 'no-change'],
    [{ do: 'swap', person: 'e', round: 0, other: 'f' }, 'no-change'],
    [{ do: 'free', person: 'e', round: 0 }, 'no-change'],
  ])('%j is refused: %s', (change, refusal) => {
    expect(changedSeats(problem, start, change)).toEqual({ ok: false, refusal })
  })
})

test('a seating is stored by the tables’ names, and read back without those who no longer come', () => {
  const rounds = asRounds(problem, start.rounds)
  expect(asSeatRounds(problem, rounds)).toEqual(start.rounds)
  const fewer = { ...problem, people: problem.people.slice(1), tables: problem.tables.slice(0, 2) }
  expect(asRounds(fewer, start.rounds)).toEqual([
    [
      ['b', 'c', 'd'],
      ['e', 'f', 'g'],
    ],
    [
      ['e', 'f'],
      ['b', 'c', 'd'],
    ],
  ])
})

test('signs are short and no two alike', () => {
  const codes = codesFor(['Ale', 'Alingsås', 'Kungsbacka', 'Kungälv', 'Öckerö'])
  expect(Object.fromEntries(codes)).toEqual({
    Ale: 'ALE',
    Alingsås: 'ALI',
    Kungsbacka: 'KUS',
    Kungälv: 'KUÄ',
    Öckerö: 'ÖCK',
  })
  fc.assert(
    fc.property(fc.array(fc.string()), (names) => {
      const made = codesFor(names)
      expect(new Set(made.values()).size).toBe(new Set(names).size)
    }),
  )
})

test('the ready-made rules fit who comes: 26 leaders at ten tables are two to three at each, four guests at most one', () => {
  const coming = [
    ...Array.from({ length: 26 }, (_, at) => ({
      kind: 'leadership' as const,
      municipality: String(at % 13),
    })),
    ...Array.from({ length: 30 }, (_, at) => ({ kind: 'company' as const, municipality: String(at % 13) })),
    ...Array.from({ length: 4 }, () => ({ kind: 'guest' as const, municipality: null })),
  ]
  const tables = Array.from({ length: 10 }, (_, at) => ({
    id: String(at),
    min: 4,
    max: 8,
    hostId: null,
    isReachable: true,
    closed: [],
  }))
  expect(defaultRules(coming, tables).map(({ demand }) => demand)).toEqual([
    { rule: 'colleagues-apart' },
    { rule: 'own', times: { atMost: 1 } },
    { rule: 'different', by: 'municipality', times: { atLeast: 3 } },
    { rule: 'count', kind: 'leadership', times: { atLeast: 2, atMost: 3 } },
    { rule: 'count', kind: 'guest', times: { atMost: 1 } },
  ])
  for (const few of [[], tables.slice(0, 1)]) expect(defaultRules(coming, few)).toEqual([])
})

describe('a rule in a form', () => {
  const typed = {
    'person-1': 'a',
    'person-2': 'b',
    mode: 'exactly',
    times: '2',
    kind: 'guest',
    by: 'branch',
    atLeast: '1',
    atMost: '3',
    theme: 'Vatten',
    strength: 'weighs',
    weight: '2,5',
    reason: ' Rivaler ',
    owner: '',
  }

  test.each(ruleKinds)('%s comes back as it was sent', (rule) => {
    const read = RuleForm.parse({ ...typed, rule })
    expect(read).toMatchObject({ weight: 2.5, reason: 'Rivaler', demand: { rule } })
    expect(RuleForm.parse(typedRule({ ...read, key: 'x' }))).toEqual(read)
  })

  test.each([
    ['meet', { 'person-2': 'a' }, 'same-person'],
    ['meet', { 'person-1': '' }, 'person-missing'],
    ['apart', { 'person-2': 'a' }, 'people-too-few'],
    ['own', { times: '' }, 'number-wrong'],
    ['own', { times: '-1' }, 'number-wrong'],
    ['count', { atLeast: '', atMost: '' }, 'range-missing'],
    ['count', { atLeast: '4' }, 'range-empty'],
    ['different', { atLeast: '1e9' }, 'number-wrong'],
    ['meet', { weight: '0' }, 'weight-wrong'],
    ['meet', { weight: 'tung' }, 'weight-wrong'],
    ['wish', { theme: '' }, 'theme-missing'],
    ['meet', { reason: 'x'.repeat(301) }, 'text-too-long'],
  ])('%s with %j is refused: %s', (rule, changed, reason) => {
    const read = RuleForm.safeParse({ ...typed, ...changed, rule })
    expect(read.error?.issues.map(({ message }) => message)).toContain(reason)
  })
})
