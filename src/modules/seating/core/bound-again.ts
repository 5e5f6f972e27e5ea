import { tablesFor } from './check-seats.ts'
import { worthOf } from './compile-pairs.ts'
import { isThere, type Person, type Problem } from './problem.ts'

/** Whether a hard rule keeps two people from ever sitting together. */
export type AreApart = (one: Person, other: Person) => boolean

export function apartIn({ rules = [] }: Problem): AreApart {
  const hard = rules.filter(({ weight }) => weight === undefined)
  const apart = hard.flatMap((rule) => (rule.rule === 'apart' ? [new Set(rule.people)] : []))
  const colleagues = hard.flatMap((rule) => (rule.rule === 'colleagues-apart' ? [rule.kind] : []))
  return (one, other) =>
    apart.some((people) => people.has(one.id) && people.has(other.id)) ||
    (one.organisation === other.organisation &&
      colleagues.some((kind) => kind === undefined || (one.kind === kind && other.kind === kind)))
}

/**
 * What is met again, whoever seats: somebody who may sit at fewer tables than there are rounds comes to one of them twice, and
 * finds its host there again. A table without a host who is worth meeting, or whose host is not always there, is no such table.
 */
export function metAgain(problem: Problem, areApart: AreApart): number {
  const hosts = problem.tables.map((table) => problem.people.filter(({ host }) => host === table.id))
  const meeting = { hosts, worth: worthOf(problem), areApart }
  return problem.people
    .filter(({ host }) => host === undefined)
    .reduce((sum, person) => sum + againFor(problem, person, meeting), 0)
}

interface Meeting {
  /** By table. */
  readonly hosts: readonly (readonly Person[])[]
  readonly worth: (one: Person, other: Person) => number
  readonly areApart: AreApart
}

function againFor(problem: Problem, person: Person, meeting: Meeting): number {
  const rounds = Array.from({ length: problem.rounds }, (_, round) => round).filter((round) =>
    isThere(person, round),
  )
  const least = meeting.hosts.map((ofTable) => {
    if (ofTable.some((host) => meeting.areApart(person, host))) return undefined
    const lasting = ofTable.filter((host) => rounds.every((round) => isThere(host, round)))
    return lasting.reduce((sum, host) => sum + meeting.worth(person, host), 0)
  })
  const reachable = rounds.map((round) =>
    tablesFor(problem, person, round).flatMap((may, table) =>
      may && least[table] !== undefined ? [{ table, again: least[table] }] : [],
    ),
  )
  const counted = reachable.filter((tables) => tables.length > 0 && tables.every(({ again }) => again > 0))
  const tables = counted.flat()
  const often = counted.length - new Set(tables.map(({ table }) => table)).size
  return often <= 0 ? 0 : often * Math.min(...tables.map(({ again }) => again))
}
