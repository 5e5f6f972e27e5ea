import { scheduleOf } from './schedules/index.ts'

/** So many people at so many tables for so many rounds, the tables as even as they can be. */
export interface Layout {
  readonly people: number
  readonly tables: number
  readonly rounds: number
}

/** For how many rounds nobody need sit with anybody twice. */
export interface RepeatFree {
  /** Rounds that this engine can construct. */
  readonly constructed: number
  /** The most that are known from literature for full tables of this size; where nothing is, what is constructed. */
  readonly known: number
  /** More than this is proven impossible. */
  readonly atMost: number
  /** Other numbers of tables, near this one, for which the wanted rounds can be constructed. */
  readonly instead: readonly number[]
}

/**
 * The most rounds known, by tables, then by seats from 2 on: Miller, Valkov and Abel, Symmetry 18(2) 269 (2026), for whom many
 * have worked before. Ten tables are poor: three squares of order 10, each orthogonal to the others, nobody has found.
 */
const knownRounds: Readonly<Record<number, readonly number[]>> = {
  7: [13, 10, 9, 7, 7, 8],
  8: [15, 11, 10, 8, 8, 8, 9],
  9: [17, 13, 11, 9, 9, 9, 9, 10],
  10: [19, 14, 13, 9, 7, 7, 5, 5, 4],
}

/** What a layout allows before anything else is asked. */
export function possible(layout: Layout): RepeatFree {
  const { people, tables, rounds } = layout
  const seats = Math.ceil(people / tables)
  const atMost = mostRounds(people, tables)
  const constructed = constructedRounds(tables, seats, Math.min(rounds, atMost))
  const known = people % tables === 0 ? (knownRounds[tables]?.[seats - 2] ?? 0) : 0
  const near = [1, -1, 2, -2, 3, -3].map((step) => tables + step)
  const instead =
    Math.max(constructed, known) >= rounds ? [] : near.filter((count) => suits({ ...layout, tables: count }))
  return {
    constructed,
    known: Math.max(constructed, known),
    atMost,
    instead: instead.toSorted((a, b) => a - b),
  }
}

/** Two tables share nobody twice, so a table's people must all find other tables; and nobody can meet more than there are. */
function mostRounds(people: number, tables: number): number {
  const low = Math.floor(people / tables)
  const high = Math.ceil(people / tables)
  if (high <= 1) return Number.POSITIVE_INFINITY
  if (high > tables) return 1
  const larger = people - low * tables
  const meetings = (larger * high * (high - 1) + (tables - larger) * low * (low - 1)) / 2
  const byMeetings = Math.floor((people * (people - 1)) / 2 / meetings)
  return low <= 1 ? byMeetings : Math.min(byMeetings, Math.floor((people - 1) / (low - 1)))
}

function constructedRounds(tables: number, seats: number, wanted: number): number {
  for (let rounds = Math.min(wanted, 20); rounds > 1; rounds -= 1)
    if (scheduleOf(tables, seats, rounds) !== undefined) return rounds
  return 1
}

function suits({ people, tables, rounds }: Layout): boolean {
  const seats = Math.ceil(people / tables)
  return (
    tables > 1 &&
    seats > 1 &&
    rounds <= mostRounds(people, tables) &&
    scheduleOf(tables, seats, rounds) !== undefined
  )
}
