import { compileSeats, type Seats } from './check-seats.ts'
import { groupBy } from './compile-mix.ts'
import type { Impossible } from './finding.ts'
import { fits, isOpen, isThere, type Person, type Problem, type Rule } from './problem.ts'

/** The hard rules that no seating can keep, each with the figures that show it. */
export function impossibleIn(problem: Problem): readonly Impossible[] {
  const seats = compileSeats(problem)
  const rules = problem.rules ?? []
  const hard = rules.filter(({ weight }) => weight === undefined)
  const found = [
    ...hard.flatMap(emptyRange),
    ...hard.flatMap((rule) => mixFindings(problem, rule)),
    ...fullTables(problem, hard),
    ...hard.flatMap((rule) => groupFindings(problem, seats, rule)),
    ...contradictions(hard),
    ...hard.flatMap((rule) => ownFindings(problem, rule)),
    ...(problem.wishes ?? [])
      .filter(({ person, theme }) => !seats.canHear(person, theme))
      .map(({ person, theme }): Impossible => ({ impossible: 'wish', person, theme })),
  ]
  // The same thing in every round is said of the first.
  const seen = new Set<string>()
  return found.filter((one) => {
    const key = JSON.stringify({ ...one, round: null })
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function emptyRange(rule: Rule): readonly Impossible[] {
  if (!('times' in rule)) return []
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = rule.times
  return atLeast > atMost ? [{ impossible: 'empty-range', rule: rule.rule, atLeast, atMost }] : []
}

function mixFindings(problem: Problem, rule: Rule): readonly Impossible[] {
  if (rule.rule !== 'count' && rule.rule !== 'different') return []
  return roundsOf(problem).flatMap((round) => {
    const there = problem.people.filter((person) => isThere(person, round) && fits(person, rule.who))
    const tables = openIn(problem, round).length
    return rule.rule === 'count'
      ? countFindings(rule, round, there.length, tables)
      : differentFindings(rule, round, there, tables)
  })
}

function countFindings(
  { who, times }: Extract<Rule, { rule: 'count' }>,
  round: number,
  people: number,
  tables: number,
): readonly Impossible[] {
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = times
  if (people < atLeast * tables)
    return [{ impossible: 'too-few-for-tables', round, who, people, tables, atLeast }]
  if (people > atMost * tables)
    return [{ impossible: 'too-many-for-tables', round, who, people, tables, atMost }]
  return []
}

/** Each group can be at as many tables as it has people, and at no table twice. */
function differentFindings(
  { who, by, times }: Extract<Rule, { rule: 'different' }>,
  round: number,
  there: readonly Person[],
  tables: number,
): readonly Impossible[] {
  const { atLeast = 0 } = times
  const sizes = new Map<string, number>()
  for (const person of there) {
    const group = groupBy(person, by)
    if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  }
  const seats = [...sizes.values()].reduce((sum, size) => sum + Math.min(size, tables), 0)
  return seats < atLeast * tables
    ? [{ impossible: 'too-few-different', round, who, by, seats, tables, atLeast }]
    : []
}

/** A table too small for what must be at it: what is asked of different kinds adds up. */
function fullTables(problem: Problem, hard: readonly Rule[]): readonly Impossible[] {
  const needOf = new Map<string, number>()
  for (const rule of hard) {
    if ((rule.rule !== 'count' && rule.rule !== 'different') || rule.who.kind === undefined) continue
    needOf.set(rule.who.kind, Math.max(needOf.get(rule.who.kind) ?? 0, rule.times.atLeast ?? 0))
  }
  const needed = [...needOf.values()].reduce((sum, need) => sum + need, 0)
  return roundsOf(problem).flatMap((round) =>
    openIn(problem, round)
      .filter(({ max }) => max < needed)
      .map(({ id, max }): Impossible => ({
        impossible: 'more-than-a-table-holds',
        round,
        table: id,
        needed,
        max,
      })),
  )
}

function groupFindings(problem: Problem, seats: Seats, rule: Rule): readonly Impossible[] {
  if (rule.rule === 'colleagues-apart') return colleagueFindings(problem, rule)
  if (rule.rule === 'meet') return meetFindings(problem, seats, rule.people)
  if (rule.rule !== 'apart' && rule.rule !== 'together') return []
  return roundsOf(problem).flatMap((round): readonly Impossible[] => {
    const people = rule.people.filter((id) => seats.isThere(id, round))
    const tables = openIn(problem, round)
    if (rule.rule === 'apart')
      return new Set(people).size > tables.length
        ? [{ impossible: 'apart-outnumber-tables', round, people, tables: tables.length }]
        : []
    const max = Math.max(0, ...tables.map((table) => table.max))
    if (people.length > max) return [{ impossible: 'together-outgrow-table', round, people, max }]
    return seats.haveTableInCommon(people, round) ? [] : [{ impossible: 'no-table-in-common', people, round }]
  })
}

function colleagueFindings(
  problem: Problem,
  { kind }: Extract<Rule, { rule: 'colleagues-apart' }>,
): readonly Impossible[] {
  return roundsOf(problem).flatMap((round) => {
    const tables = openIn(problem, round).length
    const sizes = new Map<string, number>()
    for (const person of problem.people)
      if (isThere(person, round) && (kind === undefined || person.kind === kind))
        sizes.set(person.organisation, (sizes.get(person.organisation) ?? 0) + 1)
    return [...sizes]
      .filter(([, people]) => people > tables)
      .map(([organisation, people]): Impossible => ({
        impossible: 'colleagues-outnumber-tables',
        round,
        organisation,
        people,
        tables,
      }))
  })
}

function meetFindings(problem: Problem, seats: Seats, people: readonly string[]): readonly Impossible[] {
  const together = roundsOf(problem).filter((round) => people.every((id) => seats.isThere(id, round)))
  if (together.length === 0) return [{ impossible: 'never-there-together', people }]
  return together.some((round) => seats.haveTableInCommon(people, round))
    ? []
    : [{ impossible: 'no-table-in-common', people, round: null }]
}

/** Two who shall be apart and yet meet, or be together. */
function contradictions(hard: readonly Rule[]): readonly Impossible[] {
  const apart = hard.filter((rule) => rule.rule === 'apart')
  return hard.flatMap((rule) =>
    rule.rule !== 'meet' && rule.rule !== 'together'
      ? []
      : apart.flatMap((other): readonly Impossible[] => {
          const both = [...new Set(rule.people)].filter((id) => other.people.includes(id))
          return both.length > 1
            ? [{ impossible: 'contradiction', people: both, rules: [rule.rule, 'apart'] }]
            : []
        }),
  )
}

function ownFindings(problem: Problem, rule: Rule): readonly Impossible[] {
  if (rule.rule !== 'own' || (rule.times.atLeast ?? 0) === 0) return []
  const { atLeast = 0 } = rule.times
  const ownOf = new Map<string, string>()
  for (const person of problem.people) {
    const own = person.attributes?.[rule.attribute]
    if (person.kind === rule.kind && own !== undefined && own !== person.organisation)
      ownOf.set(person.organisation, own)
  }
  return [...ownOf].flatMap(([organisation, own]): readonly Impossible[] => {
    const most = roundsOf(problem).reduce((sum, round) => {
      const of = (name: string) =>
        problem.people.filter((person) => person.organisation === name && isThere(person, round)).length
      return sum + Math.min(of(organisation), of(own))
    }, 0)
    if (most >= atLeast) return []
    return problem.people.some((person) => person.organisation === own)
      ? [{ impossible: 'own-too-often', organisation, own, atLeast, most }]
      : [{ impossible: 'own-never-there', organisation, own }]
  })
}

function roundsOf({ rounds }: Problem): readonly number[] {
  return Array.from({ length: rounds }, (_, round) => round)
}

function openIn({ tables }: Problem, round: number) {
  return tables.filter((table) => isOpen(table, round))
}
