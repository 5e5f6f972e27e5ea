import { isOpen, isThere, type Person, type Problem } from './problem.ts'

/** Who may sit where, asked by name. */
export interface Seats {
  readonly isThere: (id: string, round: number) => boolean
  readonly haveTableInCommon: (ids: readonly string[], round: number) => boolean
  /** Whether somebody can sit where a theme is spoken of in any round. */
  readonly canHear: (id: string, theme: string) => boolean
}

export function compileSeats(problem: Problem): Seats {
  const byId = new Map(problem.people.map((person) => [person.id, person]))
  const there = (id: string, round: number) => {
    const person = byId.get(id)
    return person !== undefined && isThere(person, round)
  }
  const tablesOf = (id: string, round: number) => {
    const person = byId.get(id)
    return person === undefined ? [] : tablesFor(problem, person, round)
  }
  return {
    isThere: there,
    haveTableInCommon: (ids, round) => {
      const open = ids.map((id) => tablesOf(id, round))
      return problem.tables.some((_, table) => open.every((tables) => tables[table] === true))
    },
    canHear: (id, theme) =>
      Array.from({ length: problem.rounds }, (_, round) => round).some(
        (round) =>
          there(id, round) &&
          problem.tables.some(
            ({ themes }, table) => themes?.[round] === theme && tablesOf(id, round)[table] === true,
          ),
      ),
  }
}

/** By table: whether somebody may sit there in a round. A host keeps to the own table as long as that is open. */
export function tablesFor(problem: Problem, person: Person, round: number): readonly boolean[] {
  const own = problem.tables.map((table) => table.id === person.host && isOpen(table, round))
  if (own.includes(true)) return own
  const only = person.tables === undefined ? undefined : new Set(person.tables)
  return problem.tables.map((table) => isOpen(table, round) && (only?.has(table.id) ?? true))
}
