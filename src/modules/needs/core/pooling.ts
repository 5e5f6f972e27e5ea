import { addDays } from '#platform/values/dates.ts'
import { skillKey } from './need.ts'
import type { Merged } from './one-each.ts'

/** Companies that may take a course together. */
export interface Proposal<One extends Merged = Merged> {
  readonly skill: string
  /** Where it would be held: the municipality that most of them reach. */
  readonly place: string
  readonly needs: readonly One[]
  readonly seats: number
  readonly companies: number
  readonly places: readonly string[]
  /** By when it is needed, from the soonest to the latest. */
  readonly from: string
  readonly until: string
}

export interface PoolingRule {
  readonly leastSeats: number
  /** How far apart the days may lie by which it is needed. */
  readonly mostDaysApart: number
  readonly isInReach: (from: string, to: string) => boolean
}

/**
 * Which companies need the same, near enough in time and place, with seats enough for a course. Each need is in one
 * proposal at most; the largest come first.
 */
export function proposals<One extends Merged>(
  needs: readonly One[],
  rule: PoolingRule,
): readonly Proposal<One>[] {
  const bySkill = Map.groupBy(needs, ({ first }) => skillKey(first))
  return [...bySkill]
    .flatMap(([skill, same]) => proposalsFor(skill, same, rule))
    .toSorted((a, b) => b.seats - a.seats || (a.skill < b.skill ? -1 : 1))
}

function proposalsFor<One extends Merged>(
  skill: string,
  same: readonly One[],
  rule: PoolingRule,
): readonly Proposal<One>[] {
  const found: Proposal<One>[] = []
  let left = same
  for (;;) {
    const best = bestOf(skill, left, rule)
    if (!best) return found
    found.push(best)
    const taken = new Set(best.needs.map(({ unit }) => unit))
    left = left.filter(({ unit }) => !taken.has(unit))
  }
}

/** The largest course of those that can be held in one place before it is too late for the first of them. */
function bestOf<One extends Merged>(
  skill: string,
  left: readonly One[],
  { leastSeats, mostDaysApart, isInReach }: PoolingRule,
): Proposal<One> | null {
  let best: Proposal<One> | null = null
  const everywhere = [...new Set(left.flatMap(({ places }) => places))].toSorted()
  for (const place of everywhere) {
    const near = left.filter(({ places }) => places.some((from) => isInReach(from, place)))
    for (const soonest of new Set(near.map(({ neededBy }) => neededBy))) {
      const latest = addDays(soonest, mostDaysApart)
      const needs = near.filter(({ neededBy }) => neededBy >= soonest && neededBy <= latest)
      const made = proposalOf(skill, place, needs)
      if (made.companies < 2 || made.seats < leastSeats) continue
      if (!best || made.seats > best.seats) best = made
    }
  }
  return best
}

function proposalOf<One extends Merged>(skill: string, place: string, needs: readonly One[]): Proposal<One> {
  const days = needs.map(({ neededBy }) => neededBy).toSorted()
  return {
    skill,
    place,
    needs,
    seats: needs.reduce((sum, { people }) => sum + people, 0),
    companies: new Set(needs.map(({ first }) => first.company)).size,
    places: [...new Set(needs.flatMap((one) => one.places))].toSorted(),
    from: days[0] ?? '',
    until: days.at(-1) ?? '',
  }
}
