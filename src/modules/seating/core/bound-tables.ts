import { isThere, type Person, type Problem, type Rule } from './problem.ts'
import { sizesIn } from './sizes.ts'

/**
 * Who can sit at one table, told by kinds alone: so many of this and so many of that. Everything a rule asks of a single table and
 * can be said in kinds narrows it; what cannot is left out, which makes the bound higher, never lower than the truth.
 */
export interface Composition {
  /** By kind. */
  readonly of: readonly number[]
  /** What all meetings at the table are worth if nobody there has met. */
  readonly meetings: number
  /** … and all meetings of organisations. */
  readonly organisations: number
}

export interface RoundTables {
  /** How many of each kind are there. */
  readonly there: readonly number[]
  /** For each open table what can sit there. */
  readonly tables: readonly (readonly Composition[])[]
}

export function roundTables(problem: Problem, kinds: readonly string[], round: number): RoundTables {
  const present = problem.people.filter((person) => isThere(person, round))
  const limits = kinds.map((kind) => limitsOf(problem, kind, present))
  const there = kinds.map((kind) => present.filter((person) => person.kind === kind).length)
  const known = new Map<string, readonly Composition[]>()
  const tables = sizesIn(problem, round).flatMap(({ low, high }, index) => {
    if (high === 0) return []
    const hosts = kinds.map(
      (kind) =>
        present.filter((person) => person.kind === kind && person.host === problem.tables[index]?.id).length,
    )
    const key = JSON.stringify([low, high, hosts])
    const found =
      known.get(key) ??
      compositions(
        low,
        high,
        limits.map(([least, most], kind) => [Math.max(least, hosts[kind] ?? 0), most]),
      ).map((of) => ({ of, ...worthAt(problem, kinds, of) }))
    known.set(key, found)
    return [found]
  })
  return { there, tables }
}

type Limits = readonly [least: number, most: number]

/** How many of a kind a table can have by the hard rules. */
function limitsOf(problem: Problem, kind: string, present: readonly Person[]): Limits {
  const there = present.filter((person) => person.kind === kind)
  const organisations = new Set(there.map(({ organisation }) => organisation)).size
  const limits = (problem.rules ?? [])
    .filter(({ weight }) => weight === undefined)
    .map((rule) => limitsBy(rule, kind, organisations))
  return [
    Math.max(0, ...limits.map(([least]) => least)),
    Math.min(there.length, ...limits.map(([, most]) => most)),
  ]
}

const noLimits: Limits = [0, Number.POSITIVE_INFINITY]

function limitsBy(rule: Rule, kind: string, organisations: number): Limits {
  if (rule.rule === 'colleagues-apart') return (rule.kind ?? kind) === kind ? [0, organisations] : noLimits
  if (rule.rule !== 'count' && rule.rule !== 'different') return noLimits
  const { who, times } = rule
  if (who.kind !== kind || who.organisation !== undefined || who.attribute !== undefined) return noLimits
  // So many different ones are at least so many people; of people at most so many there may be fewer different ones.
  return [
    times.atLeast ?? 0,
    rule.rule === 'count' ? (times.atMost ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
  ]
}

function compositions(low: number, high: number, limits: readonly Limits[]): readonly (readonly number[])[] {
  const [first, ...rest] = limits
  if (first === undefined) return low <= 0 ? [[]] : []
  const found: (readonly number[])[] = []
  for (let count = first[0]; count <= Math.min(first[1], high); count += 1)
    for (const others of compositions(low - count, high - count, rest)) found.push([count, ...others])
  return found
}

function worthAt(problem: Problem, kinds: readonly string[], of: readonly number[]) {
  const pairs = (between: readonly [string, string]) => {
    const one = of[kinds.indexOf(between[0])] ?? 0
    const other = of[kinds.indexOf(between[1])] ?? 0
    return between[0] === between[1] ? (one * (one - 1)) / 2 : one * other
  }
  const sum = (worths: Problem['meetings']) =>
    worths.reduce((total, { between, worth }) => total + worth * pairs(between), 0)
  return { meetings: sum(problem.meetings), organisations: sum(problem.organisationMeetings ?? []) }
}
