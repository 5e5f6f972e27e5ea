import type { SeatRounds } from '#modules/roundtable'
import type { Pin, Problem } from '#modules/seating'
import { done, refuse, type Outcome } from '#platform/outcome.ts'

/** What somebody does by hand, in one round. */
export type SeatChange =
  | { readonly do: 'move'; readonly person: string; readonly round: number; readonly table: string }
  | { readonly do: 'swap'; readonly person: string; readonly round: number; readonly other: string }
  /** Lets the engine move this person again. */
  | { readonly do: 'free'; readonly person: string; readonly round: number }

/** Who sits where, and who stays there when the engine fills the rest. */
export interface Seats {
  readonly rounds: SeatRounds
  readonly pins: readonly Pin[]
}

export type ChangeRefusal =
  | 'person-unknown'
  | 'round-unknown'
  | 'table-unknown'
  | 'person-not-there'
  | 'table-closed'
  | 'table-full'
  | 'no-change'

/** The seats after a change by hand. Rules may be broken by it; that a table is full, or not there, is no rule. */
export function changedSeats(
  problem: Problem,
  { rounds, pins }: Seats,
  change: SeatChange,
): Outcome<Seats, ChangeRefusal> {
  const { person, round } = change
  if (!Number.isInteger(round) || round < 0 || round >= problem.rounds) return refuse('round-unknown')
  const wrong = notThere(problem, person, round)
  if (wrong !== undefined) return refuse(wrong)
  switch (change.do) {
    case 'free':
      return freed({ rounds, pins }, change)
    case 'swap':
      return swapped(problem, { rounds, pins }, change)
    case 'move':
      return moved(problem, { rounds, pins }, change)
  }
}

type Changed<Do extends SeatChange['do']> = Extract<SeatChange, { readonly do: Do }>
type Outcomes = Outcome<Seats, ChangeRefusal>

function freed({ rounds, pins }: Seats, { person, round }: Changed<'free'>): Outcomes {
  const left = pins.filter((pin) => pin.person !== person || pin.round !== round)
  return left.length === pins.length ? refuse('no-change') : done({ rounds, pins: left })
}

function swapped(problem: Problem, seats: Seats, { person, round, other }: Changed<'swap'>): Outcomes {
  const wrong = notThere(problem, other, round)
  if (wrong !== undefined) return refuse(wrong)
  const from = seatOf(seats.rounds, person, round)
  const to = seatOf(seats.rounds, other, round)
  if (to === from) return refuse('no-change')
  return done(placed(placed(seats, person, round, to), other, round, from))
}

function moved(problem: Problem, seats: Seats, { person, round, table: id }: Changed<'move'>): Outcomes {
  const table = problem.tables.find((one) => one.id === id)
  if (table === undefined) return refuse('table-unknown')
  if (table.closed?.includes(round) === true) return refuse('table-closed')
  if (id === seatOf(seats.rounds, person, round)) return refuse('no-change')
  if ((seats.rounds[round]?.[id]?.length ?? 0) >= table.max) return refuse('table-full')
  return done(placed(seats, person, round, id))
}

function notThere({ people }: Problem, id: string, round: number): ChangeRefusal | undefined {
  const person = people.find((one) => one.id === id)
  if (person === undefined) return 'person-unknown'
  const { from = 0, until = Number.POSITIVE_INFINITY, absent = [] } = person
  return round < from || round >= until || absent.includes(round) ? 'person-not-there' : undefined
}

/** At which table somebody sits in a round; null for none. */
export function seatOf(rounds: SeatRounds, person: string, round: number): string | null {
  return Object.entries(rounds[round] ?? {}).find(([, seated]) => seated.includes(person))?.[0] ?? null
}

function placed({ rounds, pins }: Seats, person: string, round: number, table: string | null): Seats {
  const before = rounds[round] ?? {}
  const without = Object.fromEntries(
    Object.entries(before).map(([id, seated]) => [id, seated.filter((one) => one !== person)]),
  )
  const after = table === null ? without : { ...without, [table]: [...(without[table] ?? []), person] }
  const otherPins = pins.filter((pin) => pin.person !== person || pin.round !== round)
  return {
    rounds: rounds.map((tables, at) => (at === round ? after : tables)),
    pins: table === null ? otherPins : [...otherPins, { person, round, table }],
  }
}

/** One person who sits elsewhere in one round; null is no seat. */
export interface SeatMove {
  readonly person: string
  readonly round: number
  readonly from: string | null
  readonly to: string | null
}

/** Who sits elsewhere after than before. */
export function movesBetween(before: SeatRounds, after: SeatRounds): readonly SeatMove[] {
  const count = Math.max(before.length, after.length)
  return Array.from({ length: count }, (_, round) => round).flatMap((round) => {
    const people = [before, after].flatMap((rounds) => Object.values(rounds[round] ?? {}).flat())
    return [...new Set(people)]
      .map((person) => ({
        person,
        round,
        from: seatOf(before, person, round),
        to: seatOf(after, person, round),
      }))
      .filter(({ from, to }) => from !== to)
  })
}

/** Whether a version came about by this very change: a form that is sent twice is done once. */
export function isSame(change: SeatChange, did: SeatChange): boolean {
  const said: Readonly<Record<string, unknown>> = { ...did }
  return Object.entries(change).every(([name, value]) => said[name] === value)
}

/** Whether a change is about somebody who has been moved meanwhile in the same round. */
export function collides(change: SeatChange, meanwhile: readonly SeatMove[]): boolean {
  const people = change.do === 'swap' ? [change.person, change.other] : [change.person]
  return meanwhile.some(({ person, round }) => round === change.round && people.includes(person))
}
