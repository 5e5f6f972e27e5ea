import { Numbering } from './arrays.ts'
import { ownPairs } from './compile-organisations.ts'
import { tablesFor } from './check-seats.ts'
import { groupBy } from './compile-mix.ts'
import { pairsOf } from './compile-pairs.ts'
import type { Meetings } from './meetings.ts'
import {
  fits,
  isOpen,
  isThere,
  type Person,
  type Problem,
  type Range,
  type Rounds,
  type Rule,
} from './problem.ts'
import { sizesIn } from './sizes.ts'

/** A rule that a seating breaks, in one place or about some people. */
export interface Unmet {
  /** The rule as it was given; the table's sizes and where a person may sit are rules, too. */
  readonly rule: Rule['rule'] | 'size' | 'seat'
  /** A hard rule has none. */
  readonly weight: number | undefined
  readonly reason: string | undefined
  /** How often, or by how many. */
  readonly times: number
  readonly round?: number
  readonly table?: string
  readonly people?: readonly string[]
  readonly organisations?: readonly string[]
  /** Where something is counted: what was found and what was wanted. */
  readonly found?: number
  readonly wanted?: Range
}

export function unmetRules(problem: Problem, rounds: Rounds, met: Meetings): readonly Unmet[] {
  return [
    ...unmetSizes(problem, rounds),
    ...unmetSeats(problem, rounds),
    ...(problem.rules ?? []).flatMap((rule) => unmetOf(problem, rounds, met, rule)),
  ]
}

function unmetOf(problem: Problem, rounds: Rounds, met: Meetings, rule: Rule): readonly Unmet[] {
  const about = { rule: rule.rule, weight: rule.weight, reason: rule.reason }
  switch (rule.rule) {
    case 'count':
    case 'different':
      return eachTable(problem, rounds, (seated, round, table) => {
        const there = seated.filter((person) => fits(person, rule.who))
        const found =
          rule.rule === 'count'
            ? there.length
            : new Set(there.flatMap((person) => groupBy(person, rule.by) ?? [])).size
        const times = off(found, rule.times)
        return times === 0 ? [] : [{ ...about, times, round, table, found, wanted: rule.times }]
      })
    case 'own':
      return unmetOwn(problem, met, rule).map((one) => ({ ...about, ...one }))
    case 'meet':
    case 'apart':
    case 'together':
    case 'colleagues-apart':
      return unmetPairs(problem, met, rule).map((one) => ({ ...about, ...one }))
  }
}

type Pairwise = Extract<Rule, { rule: 'meet' | 'apart' | 'together' | 'colleagues-apart' }>

function unmetPairs(problem: Problem, met: Meetings, rule: Pairwise) {
  const indexOf = new Map(problem.people.map((person, index) => [person.id, index]))
  return pairsOf(rule, problem.people, indexOf).flatMap(([a, b]) => {
    const one = problem.people[a] as Person
    const other = problem.people[b] as Person
    const found = met.times(one.id, other.id)
    const times = timesBroken(problem, rule, found, [one, other])
    return times === 0 ? [] : [{ times, people: [one.id, other.id], found }]
  })
}

function timesBroken(problem: Problem, { rule }: Pairwise, found: number, pair: readonly Person[]): number {
  if (rule === 'meet') return found === 0 ? 1 : 0
  if (rule !== 'together') return found
  let both = 0
  for (let round = 0; round < problem.rounds; round += 1)
    if (pair.every((person) => isThere(person, round))) both += 1
  return both - found
}

function unmetOwn(problem: Problem, met: Meetings, rule: Extract<Rule, { rule: 'own' }>) {
  const numbering = new Numbering()
  for (const { organisation } of problem.people) numbering.of(organisation)
  const names = [...new Set(problem.people.map(({ organisation }) => organisation))]
  return ownPairs(problem.people, rule, numbering).flatMap(([a, b]) => {
    const organisations = [names[a] ?? '', names[b] ?? '']
    const found = met.organisationTimes(names[a] ?? '', names[b] ?? '')
    const times = off(found, rule.times)
    return times === 0 ? [] : [{ times, organisations, found, wanted: rule.times }]
  })
}

/** Sizes, and who sits where they may not: kept by the search itself, but not by whoever moves people by hand. */
function unmetSizes(problem: Problem, rounds: Rounds): readonly Unmet[] {
  const about = { weight: undefined, reason: undefined }
  return rounds.flatMap((_, round) => {
    const sizes = sizesIn(problem, round)
    return problem.tables.flatMap(({ id, min, max }, index): readonly Unmet[] => {
      const found = rounds[round]?.[index]?.length ?? 0
      const { low = min, high = max } = sizes[index] ?? {}
      const times = off(found, { atLeast: low, atMost: high })
      const wanted = { atLeast: low, atMost: high }
      return times === 0 ? [] : [{ ...about, rule: 'size', times, round, table: id, found, wanted }]
    })
  })
}

/** Who sits at a table that is not for them: a host elsewhere, whom a wheelchair cannot bring there, who is not there at all. */
function unmetSeats(problem: Problem, rounds: Rounds): readonly Unmet[] {
  const about = { rule: 'seat', weight: undefined, reason: undefined, times: 1 } as const
  return rounds.flatMap((tables, round) =>
    problem.people.flatMap((person): readonly Unmet[] => {
      const table = tables.findIndex((seated) => seated.includes(person.id))
      if (table < 0 || tablesFor(problem, person, round)[table] === true) return []
      return [{ ...about, round, table: problem.tables[table]?.id ?? '', people: [person.id] }]
    }),
  )
}

function eachTable(
  problem: Problem,
  rounds: Rounds,
  unmet: (seated: readonly Person[], round: number, table: string) => readonly Unmet[],
): readonly Unmet[] {
  const byId = new Map(problem.people.map((person) => [person.id, person]))
  return rounds.flatMap((tables, round) =>
    problem.tables.flatMap((table, index) =>
      isOpen(table, round)
        ? unmet(
            (tables[index] ?? []).flatMap((id) => byId.get(id) ?? []),
            round,
            table.id,
          )
        : [],
    ),
  )
}

function off(found: number, { atLeast = 0, atMost = Number.POSITIVE_INFINITY }: Range): number {
  return Math.max(0, atLeast - found, found - atMost)
}
