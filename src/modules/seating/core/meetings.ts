import type { Problem, Rounds } from './problem.ts'

/** Who has met whom in a seating, and who has heard what. */
export interface Meetings {
  readonly times: (one: string, other: string) => number
  /** Tables at which both organisations had somebody. */
  readonly organisationTimes: (one: string, other: string) => number
  readonly hasHeard: (person: string, theme: string) => boolean
}

export function meetingsIn(problem: Problem, rounds: Rounds): Meetings {
  const people = new Counts()
  const organisations = new Counts()
  const heard = new Set<string>()
  const organisationOf = new Map(problem.people.map(({ id, organisation }) => [id, organisation]))
  for (const [round, tables] of rounds.entries())
    for (const [index, seated] of tables.entries()) {
      people.addAll(seated)
      organisations.addAll([...new Set(seated.map((id) => organisationOf.get(id) ?? ''))])
      const theme = problem.tables[index]?.themes?.[round] ?? null
      if (theme !== null) for (const id of seated) heard.add(JSON.stringify([id, theme]))
    }
  return {
    times: (one, other) => people.of(one, other),
    organisationTimes: (one, other) => organisations.of(one, other),
    hasHeard: (person, theme) => heard.has(JSON.stringify([person, theme])),
  }
}

/** How often two have been together. */
class Counts {
  readonly #of = new Map<string, Map<string, number>>()

  addAll(group: readonly string[]): void {
    for (const one of group) {
      const row = this.#of.get(one) ?? new Map<string, number>()
      this.#of.set(one, row)
      for (const other of group) if (other !== one) row.set(other, (row.get(other) ?? 0) + 1)
    }
  }

  of(one: string, other: string): number {
    return this.#of.get(one)?.get(other) ?? 0
  }
}
