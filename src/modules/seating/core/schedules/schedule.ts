/** For each round, for each table, the numbers of the people there; no two sit together twice. */
export type Schedule = readonly (readonly (readonly number[])[])[]

/** A schedule from what says who has a seat. */
export function scheduleFrom(
  { rounds, tables, seats }: { readonly rounds: number; readonly tables: number; readonly seats: number },
  personAt: (round: number, table: number, seat: number) => number,
): Schedule {
  return range(rounds).map((round) =>
    range(tables).map((table) => range(seats).map((seat) => personAt(round, table, seat))),
  )
}

export function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index)
}
