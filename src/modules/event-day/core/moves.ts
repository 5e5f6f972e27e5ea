import type { SeatRounds } from '#modules/roundtable'

/** Somebody's seat in a round, where it is another than before; null is no seat. */
export interface SeatMove {
  readonly participant: string
  readonly round: number
  readonly from: string | null
  readonly to: string | null
}

/** What is not as before, from a round on, in the order of the rounds. */
export function movesFrom(round: number, before: SeatRounds, after: SeatRounds): readonly SeatMove[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => at)
    .slice(round)
    .flatMap((at) => {
      const was = seatsIn(before[at])
      const is = seatsIn(after[at])
      return [...new Set([...was.keys(), ...is.keys()])]
        .filter((participant) => was.get(participant) !== is.get(participant))
        .map((participant) => ({
          participant,
          round: at,
          from: was.get(participant) ?? null,
          to: is.get(participant) ?? null,
        }))
    })
}

/** The table of everybody who has a seat in a round. */
export function seatsIn(tables: SeatRounds[number] | undefined): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tables ?? {}).flatMap(([table, seated]) => seated.map((one) => [one, table] as const)),
  )
}

/** Those who have another seat to go to than they knew, or one for the first time. */
export function toTell(moves: readonly SeatMove[]): ReadonlySet<string> {
  return new Set(moves.flatMap(({ participant, to }) => (to === null ? [] : [participant])))
}
