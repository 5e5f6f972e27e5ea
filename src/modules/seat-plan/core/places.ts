import type { SeatRounds } from '#modules/roundtable'
import type { Unmet } from '#modules/seating'
import { seatOf } from './change.ts'

/** A broken rule at the tables where it can be seen, in one round. */
export function tablesOfUnmet(
  unmet: Unmet,
  rounds: SeatRounds,
  round: number,
  organisationOf: (person: string) => string | undefined,
): readonly string[] {
  if (unmet.round !== undefined)
    return unmet.round === round && unmet.table !== undefined ? [unmet.table] : []
  const seated = Object.entries(rounds[round] ?? {})
  if (unmet.people !== undefined && unmet.rule !== 'meet') {
    const tables = unmet.people.map((person) => seatOf(rounds, person, round))
    const isTogether = new Set(tables).size === 1
    // Together where they should be apart, or apart where they should be together.
    return isTogether === (unmet.rule !== 'together') ? tables.flatMap((table) => table ?? []) : []
  }
  const organisations = unmet.organisations ?? []
  if (organisations.length === 0 || (unmet.wanted?.atMost ?? Infinity) >= (unmet.found ?? 0)) return []
  return seated
    .filter(([, people]) =>
      organisations.every((one) => people.some((person) => organisationOf(person) === one)),
    )
    .map(([table]) => table)
}
