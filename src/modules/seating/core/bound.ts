import { apartIn, metAgain, type AreApart } from './bound-again.ts'
import { tablesFor } from './check-seats.ts'
import { roundBound } from './bound-round.ts'
import { roundTables, type RoundTables } from './bound-tables.ts'
import { worthOf } from './compile-pairs.ts'
import { organisationPairs } from './explain.ts'
import { isThere, type Person, type Problem } from './problem.ts'

/** What no seating that keeps the hard rules can be worth more than; each figure is proven, not estimated. */
export interface Bound {
  /** Different useful meetings and meetings of organisations together. */
  readonly worth: number
  readonly meetingsWorth: number
  readonly organisationsWorth: number
  readonly wishes: number
}

/**
 * A table can give no more new meetings than there are pairs at it, so each round can give no more than the best way to spread
 * kinds over its tables, found exactly; less what must be met again for want of tables. Organisations can be met only once: weighing table meetings of organisations at a part
 * λ of their worth, and all pairs of organisations at the rest, is above the truth for every λ from 0 to 1; the lowest is taken.
 */
export function boundOf(problem: Problem): Bound {
  const kinds = [...new Set(problem.people.map(({ kind }) => kind))]
  const rounds = alikeRounds(problem, kinds)
  const areApart = apartIn(problem)
  const pairs = possiblePairs(problem, areApart)
  const again = metAgain(problem, areApart)
  const organisations = possibleOrganisations(problem)
  const sum = (part: number, share: number) =>
    rounds.reduce((total, { tables, times }) => total + times * roundBound(tables, part, share), 0)
  const mostMeetings = sum(1, 0) - again
  const meetingsWorth = Math.min(pairs, mostMeetings)
  const organisationsWorth = organisations === 0 ? 0 : Math.min(organisations, sum(0, 1))
  const joint = (part: number) => sum(1, part) - again + (1 - part) * organisations
  const worth = Math.min(
    meetingsWorth + organisationsWorth,
    organisations === 0 ? Number.POSITIVE_INFINITY : lowest(joint, mostMeetings + organisations),
  )
  return { worth, meetingsWorth, organisationsWorth, wishes: mostWishes(problem) }
}

/** Rounds in which the same people come are counted once. */
function alikeRounds(problem: Problem, kinds: readonly string[]) {
  const found = new Map<string, { tables: RoundTables; times: number }>()
  for (let round = 0; round < problem.rounds; round += 1) {
    const tables = roundTables(problem, kinds, round)
    const key = JSON.stringify(tables)
    const before = found.get(key)
    if (before) before.times += 1
    else found.set(key, { tables, times: 1 })
  }
  return [...found.values()]
}

/** The lowest value of a function that bends one way only, as near as a few looks tell; any of them would be a bound. */
function lowest(value: (part: number) => number, atZero: number): number {
  // Mostly it is lowest at an end, and rises from there.
  if (value(0.02) >= atZero) return atZero
  const atOne = value(1)
  if (value(0.98) >= atOne) return atOne
  let [low, high, best] = [0, 1, Math.min(atZero, atOne)]
  for (let look = 0; look < 6; look += 1) {
    const left = low + (high - low) / 3
    const right = high - (high - low) / 3
    const [atLeft, atRight] = [value(left), value(right)]
    best = Math.min(best, atLeft, atRight)
    if (atLeft < atRight) high = right
    else low = left
  }
  return best
}

/** Everyone who gains from meeting and can: there in the same round, and not kept apart by a hard rule. */
function possiblePairs(problem: Problem, areApart: AreApart): number {
  const worth = worthOf(problem)
  const there = problem.people.map((person) =>
    Array.from({ length: problem.rounds }, (_, round) => isThere(person, round)),
  )
  let sum = 0
  for (const [index, one] of problem.people.entries())
    for (let other = 0; other < index; other += 1) {
      const partner = problem.people[other]
      if (partner === undefined || areApart(one, partner)) continue
      if (
        one.host !== undefined &&
        partner.host !== undefined &&
        one.host !== partner.host &&
        !hasClosed(problem)
      )
        continue
      if (there[index]?.some((is, round) => is && there[other]?.[round] === true) === true)
        sum += worth(one, partner)
    }
  return sum
}

/** Hosts leave their tables only when these are closed. */
function hasClosed({ tables }: Problem): boolean {
  return tables.some(({ closed = [] }) => closed.length > 0)
}

function possibleOrganisations(problem: Problem): number {
  return organisationPairs(problem).reduce((sum, [, worth]) => sum + worth, 0)
}

/** Each round can fulfil one theme of a person, and only one that is spoken of within reach. */
function mostWishes(problem: Problem): number {
  const wishesOf = new Map<string, string[]>()
  for (const { person, theme } of problem.wishes ?? [])
    wishesOf.set(person, [...(wishesOf.get(person) ?? []), theme])
  return problem.people.reduce((sum, person) => {
    const wishes = wishesOf.get(person.id)
    return wishes === undefined ? sum : sum + mostHeard(problem, person, wishes)
  }, 0)
}

function mostHeard(problem: Problem, person: Person, wishes: readonly string[]): number {
  const offered = new Set<string | null | undefined>()
  let rounds = 0
  for (let round = 0; round < problem.rounds; round += 1) {
    if (!isThere(person, round)) continue
    rounds += 1
    for (const [table, may] of tablesFor(problem, person, round).entries())
      if (may) offered.add(problem.tables[table]?.themes?.[round])
  }
  // The same wish may stand there twice.
  const times = [...offered].map((theme) => wishes.filter((wish) => wish === theme).length)
  return times
    .toSorted((one, other) => other - one)
    .slice(0, rounds)
    .reduce((sum, often) => sum + often, 0)
}
