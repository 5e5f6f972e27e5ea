import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event, Participant, SeatRounds } from '#modules/roundtable'
import { asSeatRounds, type PlanVersion } from '#modules/seat-plan'
import { seat, type Problem } from '#modules/seating'
import { attendanceOf, type Attendance, type Attendances } from '../core/attendance.ts'
import { movesFrom, seatsIn } from '../core/moves.ts'
import { fieldOf, replanningIn, type Choices } from '../core/replan-form.ts'
import { planAnew, type Ground } from './plan-anew.ts'

const kinds = ['leadership', 'company', 'company', 'guest'] as const
const problem: Problem = {
  people: Array.from({ length: 24 }, (_, at) => ({
    id: `p${at}`,
    organisation: `o${at}`,
    kind: kinds[at % kinds.length] ?? 'guest',
  })),
  tables: ['1', '2', '3', '4'].map((id) => ({ id, min: 0, max: 8 })),
  rounds: 3,
  meetings: [{ between: ['leadership', 'company'], worth: 1 }],
}
const first = seat(problem, { seed: 1, budget: { steps: 50_000 } })
if (!first.ok) throw new Error('the example cannot be seated')
const planned = asSeatRounds(problem, first.value.rounds)

function groundAt(firstOpen: number, rounds: SeatRounds, said: Attendances): Ground {
  const choices: Choices = {
    participants: problem.people.map(({ id }) => id),
    said,
    tables: problem.tables.map(({ id }) => ({ id, closed: [] })),
    rounds: problem.rounds,
    firstOpen,
  }
  const version = { version: 1, rounds, made: { by: 'pin' }, toldAt: null } as unknown as PlanVersion
  const participants = problem.people.map(({ id }) => ({ id, insteadOf: null }) as unknown as Participant)
  const event = {} as Event
  return { event, participants, tables: [], times: [], choices, known: version, latest: version }
}

function isThere({ state, fromRound, untilRound }: Attendance, round: number): boolean {
  return state !== 'absent' && round >= (fromRound ?? 0) && round < (untilRound ?? problem.rounds)
}

/** What is pressed between two rounds: people by their number, and what is chosen of them. */
const press = fc.record({
  people: fc.array(
    fc.record({
      who: fc.nat(problem.people.length - 1),
      is: fc.constantFrom('absent', 'expected', 'here', 'from-1', 'from-2', 'until-1', 'until-2'),
    }),
    { maxLength: 6 },
  ),
  closed: fc.constantFrom('', '1', '4'),
  byHand: fc.record({ who: fc.constantFrom('', 'p0', 'p7', 'p20'), table: fc.constantFrom('2', '3') }),
})

/** The form that is sent by it. */
function typedBy(
  { people, closed, byHand }: typeof press extends fc.Arbitrary<infer Press> ? Press : never,
  round: number,
) {
  return {
    ...Object.fromEntries(people.map(({ who, is }) => [fieldOf.participant(`p${who}`), is])),
    ...(closed !== '' && { [fieldOf.table(closed)]: 'closed' }),
    [fieldOf.hand(1, 'person')]: byHand.who,
    [fieldOf.hand(1, 'round')]: String(round),
    [fieldOf.hand(1, 'table')]: byHand.table,
  }
}

/** What is seated in each round that is left, and what should be. */
function seatedFrom(round: number, rounds: SeatRounds, said: Attendances) {
  const left = rounds.slice(round)
  return {
    seated: left.map((tables) => Object.values(tables).flat().toSorted()),
    present: left.map((_, at) =>
      problem.people
        .flatMap(({ id }) => (isThere(attendanceOf(said, id), round + at) ? [id] : []))
        .toSorted(),
    ),
    largest: Math.max(...left.flatMap((tables) => Object.values(tables).map(({ length }) => length))),
  }
}

test('whatever happens, whoever is there has one seat in each round that is left, and held rounds stay', () => {
  let replanned = 0
  fc.assert(
    fc.property(fc.array(press, { minLength: 3, maxLength: 3 }), (presses) => {
      let said: Attendances = new Map()
      let rounds = planned
      for (const [firstOpen, pressed] of presses.entries()) {
        const ground = groundAt(firstOpen, rounds, said)
        const reading = replanningIn(typedBy(pressed, firstOpen), ground.choices)
        // A choice that cannot be, such as moving somebody who is not there, changes nothing.
        if (!reading.ok) continue
        const preview = planAnew(problem, ground, reading.data, 4000)
        if (!preview.ok) throw new Error(JSON.stringify(preview.refusal))
        const { rounds: after, moves } = preview.value
        said = reading.data.said
        const { seated, present, largest } = seatedFrom(firstOpen, after, said)
        expect(after.slice(0, firstOpen)).toEqual(rounds.slice(0, firstOpen))
        expect(seated).toEqual(present)
        expect(largest).toBeLessThanOrEqual(8)
        expect(after.slice(firstOpen).flatMap((tables) => tables[pressed.closed] ?? [])).toEqual([])
        for (const { person, table } of reading.data.pinned)
          expect(seatsIn(after[firstOpen]).get(person)).toBe(table)
        expect(moves).toEqual(movesFrom(firstOpen, rounds, after))
        rounds = after
        replanned += 1
      }
    }),
    { numRuns: 25 },
  )
  expect(replanned).toBeGreaterThan(40)
})

test('whoever comes in somebody’s place takes their seats, and nobody moves', () => {
  const newcomer = { id: 'new', organisation: 'o3', kind: 'company' }
  const asked = { ...problem, people: [...problem.people, newcomer] }
  const said = new Map([
    ['p3', { participant: 'p3', state: 'absent', fromRound: null, untilRound: null }],
  ]) as Attendances
  const ground = groundAt(0, planned, said)
  const participants = [...ground.participants, { id: 'new', insteadOf: 'p3' } as unknown as Participant]
  const reading = replanningIn(
    {},
    { ...ground.choices, participants: [...ground.choices.participants, 'new'] },
  )
  if (!reading.ok) throw new Error('nothing was chosen')
  const preview = planAnew(asked, { ...ground, participants }, reading.data, 4000)
  if (!preview.ok) throw new Error('nobody can be seated')
  expect(preview.value.movedPeople).toBe(0)
  for (const [round, tables] of preview.value.rounds.entries())
    expect(seatsIn(tables).get('new')).toBe(seatsIn(planned[round]).get('p3'))
})

test('nobody left is a clear answer', () => {
  const typed = Object.fromEntries(problem.people.map(({ id }) => [fieldOf.participant(id), 'absent']))
  const ground = groundAt(0, planned, new Map())
  const reading = replanningIn(typed, ground.choices)
  if (!reading.ok) throw new Error('it can be chosen')
  expect(planAnew(problem, ground, reading.data, 4000)).toEqual({
    ok: false,
    refusal: { faults: [{ fault: 'nobody-there' }] },
  })
})

test('what cannot be chosen is told at its field', () => {
  const { choices } = groundAt(1, planned, new Map())
  const typed = {
    round: '0',
    [fieldOf.participant('p1')]: 'until-0',
    [fieldOf.participant('p2')]: 'absent',
    [fieldOf.table('2')]: 'from-9',
    [fieldOf.table('3')]: 'closed',
    [fieldOf.hand(1, 'person')]: 'p2',
    [fieldOf.hand(1, 'round')]: '1',
    [fieldOf.hand(1, 'table')]: '3',
    [fieldOf.hand(2, 'person')]: 'stranger',
    [fieldOf.hand(2, 'round')]: '0',
    [fieldOf.hand(2, 'table')]: '',
  }
  expect(replanningIn(typed, choices)).toEqual({
    ok: false,
    errors: {
      round: 'round-begun',
      [fieldOf.participant('p1')]: 'unknown',
      [fieldOf.table('2')]: 'unknown',
      [fieldOf.hand(1, 'table')]: 'table-closed',
      [fieldOf.hand(1, 'person')]: 'not-there',
      [fieldOf.hand(2, 'person')]: 'unknown',
      [fieldOf.hand(2, 'round')]: 'round-begun',
      [fieldOf.hand(2, 'table')]: 'choose-table',
    },
  })
})
