import { isThere, type Person, type Problem, type Rounds, type Rule } from './problem.ts'
import type { Pin } from './compile.ts'

/** What has become different since the plan was made. Ids are those of the problem. */
export interface Change {
  /** The first round that can still be changed; those before are held and stay as they were. */
  readonly round: number
  /** Who does not come, or leaves, from a round on. */
  readonly gone?: readonly { readonly person: string; readonly from: number }[]
  /** Who comes later than was thought. */
  readonly late?: readonly { readonly person: string; readonly from: number }[]
  /** Who was not expected. */
  readonly come?: readonly Person[]
  /** Tables that are not there in some rounds. */
  readonly closed?: readonly { readonly table: string; readonly rounds: readonly number[] }[]
  /** Who has been put somewhere by hand, and stays there. */
  readonly pinned?: readonly Pin[]
}

/** The problem as it is now. In rounds already held those were there who were seated. */
export function changed(problem: Problem, rounds: Rounds, change: Change): Problem {
  const gone = new Map(change.gone?.map(({ person, from }) => [person, from]))
  const late = new Map(change.late?.map(({ person, from }) => [person, from]))
  const seatedIn = rounds.slice(0, change.round).map((tables) => new Set(tables.flat()))
  const people = [...problem.people, ...(change.come ?? [])].map((person) => {
    const isPresent = (round: number) =>
      seatedIn[round]?.has(person.id) ??
      (isThere(person, round) &&
        round < (gone.get(person.id) ?? Infinity) &&
        round >= (late.get(person.id) ?? 0))
    const absent = Array.from({ length: problem.rounds }, (_, round) => round).filter(
      (round) => !isPresent(round),
    )
    const { from: _from, until: _until, ...rest } = person
    return { ...rest, absent }
  })
  const closed = new Map(change.closed?.map(({ table, rounds: closedIn }) => [table, closedIn]))
  const tables = problem.tables.map((table) => ({
    ...table,
    closed: [
      ...(table.closed ?? []),
      ...(closed.get(table.id) ?? []).filter((round) => round >= change.round),
    ],
  }))
  const now = { ...problem, people, tables }
  return {
    ...now,
    rules: (problem.rules ?? []).filter((rule) => !hasLapsed(now, rounds, change.round, rule)),
  }
}

/** Two who were to meet, have not, and are no longer there together: nobody can keep that, and nobody has broken it. */
function hasLapsed({ people, rounds: last }: Problem, rounds: Rounds, from: number, rule: Rule): boolean {
  if (rule.rule !== 'meet') return false
  const [one, other] = rule.people.map((id) => people.find((person) => person.id === id))
  if (one === undefined || other === undefined) return false
  const haveMet = rounds
    .slice(0, from)
    .some((tables) => tables.some((seated) => seated.includes(one.id) && seated.includes(other.id)))
  for (let round = from; round < last; round += 1)
    if (isThere(one, round) && isThere(other, round)) return false
  return !haveMet
}

/** One person's seat in one round, where it is another than in the plan before; `null` is no seat at all. */
export interface Move {
  readonly person: string
  readonly round: number
  readonly from: string | null
  readonly to: string | null
}

export function movesBetween({ tables }: Problem, before: Rounds, after: Rounds): readonly Move[] {
  const namesOf = (rounds: Rounds, round: number) => {
    const tableOf = new Map<string, string>()
    for (const [index, seated] of (rounds[round] ?? []).entries())
      for (const id of seated) tableOf.set(id, tables[index]?.id ?? '')
    return tableOf
  }
  return after.flatMap((_, round) => {
    const was = namesOf(before, round)
    const is = namesOf(after, round)
    return [...new Set([...was.keys(), ...is.keys()])]
      .filter((person) => was.get(person) !== is.get(person))
      .map((person) => ({ person, round, from: was.get(person) ?? null, to: is.get(person) ?? null }))
  })
}
