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
  const { round: at, table, people, organisations = [] } = unmet
  if (at !== undefined) return at === round && table !== undefined ? [table] : []
  if (people !== undefined)
    return tablesOfPeople(unmet.rule, people, (person) => seatOf(rounds, person, round))
  if (organisations.length === 0 || isTooSeldom(unmet)) return []
  return Object.entries(rounds[round] ?? {})
    .filter(([, seated]) =>
      organisations.every((one) => seated.some((person) => organisationOf(person) === one)),
    )
    .map(([id]) => id)
}

/** Together where they should be apart, or apart where they should be together; who never met did so nowhere. */
function tablesOfPeople(
  rule: Unmet['rule'],
  people: readonly string[],
  tableOf: (person: string) => string | null,
): readonly string[] {
  const tables = people.map(tableOf)
  const isTogether = new Set(tables).size === 1
  if (rule === 'meet' || isTogether === (rule === 'together')) return []
  return tables.flatMap((table) => table ?? [])
}

function isTooSeldom({ found = 0, wanted }: Unmet): boolean {
  return wanted?.atMost === undefined || found <= wanted.atMost
}
