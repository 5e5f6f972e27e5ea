import { compileMix, type Mix } from './compile-mix.ts'
import { compileOrganisations, type Organisations } from './compile-organisations.ts'
import { compilePairs, type Pairs } from './compile-pairs.ts'
import { compileWishes, type Wishes } from './compile-wishes.ts'
import { tablesFor } from './check-seats.ts'
import { isOpen, isThere, type Person, type Problem, type Rounds } from './problem.ts'
import { sizesOf } from './sizes.ts'

/** One ordinary meeting in the search's whole numbers: divisible by all that worths are likely to be divided by. */
export const ordinary = 840

/**
 * The problem as arrays. A seat that stays empty is taken by a spare, someone whom nobody meets: so every table is always
 * full, and the one move there is, two people changing places, also makes one table larger and another smaller.
 */
export interface Compiled extends Room {
  readonly pairs: Pairs
  readonly organisations: Organisations | undefined
  readonly wishes: Wishes | undefined
  readonly mix: Mix
}

/** Who and where, without what it is worth. */
export interface Room {
  /** People, then spares. */
  readonly people: number
  readonly all: number
  readonly tables: number
  readonly rounds: number
  /** Seats of the largest table. */
  readonly width: number
  /** By round and one of all: whether there. */
  readonly there: Int32Array
  /** By round, one of all, and table: whether that seat may be taken. */
  readonly allowed: Uint8Array
  /** By round and one of all: how many tables there are to choose from. */
  readonly choices: Int32Array
  /** By round and table: people. */
  readonly low: Int32Array
  readonly high: Int32Array
  /** What a worth of 1 is in the search's whole numbers. */
  readonly scale: number
  /** What a broken hard rule costs, in the same. */
  readonly hard: number
}

/** Seats that are no longer to choose: rounds already held, and people put somewhere by hand. */
export interface Settled {
  readonly held: Rounds
  readonly pinned: readonly Pin[]
}

export interface Pin {
  readonly person: string
  readonly round: number
  readonly table: string
}

const nothingSettled: Settled = { held: [], pinned: [] }

/** `strictness`: how many ordinary meetings a broken hard rule weighs up. */
export function compile(problem: Problem, strictness: number, settled = nothingSettled): Compiled {
  const room = roomOf(problem, strictness, settled)
  return {
    ...room,
    pairs: compilePairs(problem, room),
    organisations: compileOrganisations(problem, room),
    wishes: compileWishes(problem, room),
    mix: compileMix(problem, room),
  }
}

function roomOf(problem: Problem, strictness: number, settled: Settled): Room {
  const rounds = Array.from({ length: problem.rounds }, (_, round) => round)
  const tables = problem.tables.length
  const people = problem.people.length
  const sizes = sizesOf(problem, settled.held)
  const present = rounds.map((round) => problem.people.filter((person) => isThere(person, round)).length)
  const seats = sizes.map((ofRound) => ofRound.reduce((sum, { high }) => sum + high, 0))
  const spares = rounds.map((round) => (seats[round] ?? 0) - (present[round] ?? 0))
  const all = people + Math.max(0, ...spares)
  const there = new Int32Array(problem.rounds * all)
  const allowed = new Uint8Array(problem.rounds * all * tables)
  const choices = new Int32Array(problem.rounds * all)
  for (const round of rounds) {
    const open = problem.tables.map((table) => isOpen(table, round))
    for (let one = 0; one < all; one += 1) {
      const person = problem.people[one]
      const isHere = person === undefined ? one - people < (spares[round] ?? 0) : isThere(person, round)
      if (!isHere) continue
      there[round * all + one] = 1
      const may = person === undefined ? open : seatsOf(problem, person, round, settled)
      for (let table = 0; table < tables; table += 1)
        if (may[table] === true) allowed[(round * all + one) * tables + table] = 1
      choices[round * all + one] = may.filter(Boolean).length
    }
  }
  const scale = ordinary / ordinaryWorth(problem)
  return {
    people,
    all,
    tables,
    rounds: problem.rounds,
    width: Math.max(1, ...sizes.flat().map(({ high }) => high)),
    there,
    allowed,
    choices,
    low: Int32Array.from(sizes.flat(), ({ low }) => low),
    high: Int32Array.from(sizes.flat(), ({ high }) => high),
    scale,
    hard: Math.round(ordinary * strictness),
  }
}

function seatsOf(
  problem: Problem,
  person: Person,
  round: number,
  { held, pinned }: Settled,
): readonly boolean[] {
  const before = held[round]
  if (before !== undefined) return before.map((seated) => seated.includes(person.id))
  const pin = pinned.find((one) => one.person === person.id && one.round === round)
  return pin === undefined
    ? tablesFor(problem, person, round)
    : problem.tables.map((table) => table.id === pin.table)
}

function ordinaryWorth(problem: Problem): number {
  const worths = [...problem.meetings, ...(problem.organisationMeetings ?? [])].map(({ worth }) => worth)
  return Math.max(0, ...worths) || 1
}
