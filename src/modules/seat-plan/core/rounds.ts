import type { SeatRounds } from '#modules/roundtable'
import type { Pin, Problem, Rounds } from '#modules/seating'

/** A seating of the engine as it is stored: tables by their ids. */
export function asSeatRounds({ tables }: Pick<Problem, 'tables'>, rounds: Rounds): SeatRounds {
  return rounds.map((seated) => Object.fromEntries(tables.map(({ id }, at) => [id, seated[at] ?? []])))
}

/**
 * A stored seating as the engine has it: tables in the problem's order, and as many rounds. Whoever is no longer in the problem,
 * and tables that are no more, are left out.
 */
export function asRounds({ tables, people, rounds }: Problem, stored: SeatRounds): Rounds {
  const known = new Set(people.map(({ id }) => id))
  return Array.from({ length: rounds }, (_, round) =>
    tables.map(({ id }) => (stored[round]?.[id] ?? []).filter((person) => known.has(person))),
  )
}

/** The pins that a seating keeps: who has since been seated elsewhere is no longer pinned. */
export function keptPins(pins: readonly Pin[], rounds: SeatRounds): readonly Pin[] {
  return pins.filter(({ person, round, table }) => rounds[round]?.[table]?.includes(person))
}
