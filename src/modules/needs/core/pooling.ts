import { addDays } from '#platform/values/dates.ts'
import { skillKey } from './need.ts'
import type { Merged } from './one-each.ts'

/** Companies that may take a course together. */
export interface Proposal<One extends Merged = Merged> {
  readonly skill: string
  /** What the skills have in common where they are not the same but lie near each other: a person must say which go together. */
  readonly near: string | null
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
  /** The name for what lies near a skill, if anything does. */
  readonly groupOf: (skill: string) => string | undefined
}

/**
 * Which companies need the same, near enough in time and place, with seats enough for a course; then, of what is left, which
 * need what lies near. Each need is in one proposal at most; the largest come first.
 */
export function proposals<One extends Merged>(
  needs: readonly One[],
  rule: PoolingRule,
): readonly Proposal<One>[] {
  const bySkill = Map.groupBy(needs, ({ first }) => skillKey(first))
  const same = [...bySkill].flatMap(([skill, alike]) => proposalsFor({ skill, near: null }, alike, rule))
  const taken = new Set(same.flatMap((one) => one.needs.map(({ unit }) => unit)))
  const left = needs.filter(({ unit }) => !taken.has(unit))
  const near = [...Map.groupBy(left, ({ first }) => rule.groupOf(skillKey(first)))].flatMap(
    ([group, alike]) =>
      group === undefined ? [] : proposalsFor({ skill: `near:${group}`, near: group }, alike, rule),
  )
  return [...same, ...near].toSorted((a, b) => b.seats - a.seats || (a.skill < b.skill ? -1 : 1))
}

type Of = Pick<Proposal, 'skill' | 'near'>

function proposalsFor<One extends Merged>(
  of: Of,
  same: readonly One[],
  rule: PoolingRule,
): readonly Proposal<One>[] {
  const found: Proposal<One>[] = []
  let left = same
  for (;;) {
    const best = bestOf(of, left, rule)
    if (!best) return found
    found.push(best)
    const taken = new Set(best.needs.map(({ unit }) => unit))
    left = left.filter(({ unit }) => !taken.has(unit))
  }
}

/** The largest course of those that can be held in one place before it is too late for the first of them. */
function bestOf<One extends Merged>(
  of: Of,
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
      const made = proposalOf(of, place, needs)
      if (made.companies < 2 || made.seats < leastSeats) continue
      if (!best || made.seats > best.seats) best = made
    }
  }
  return best
}

function proposalOf<One extends Merged>(of: Of, place: string, needs: readonly One[]): Proposal<One> {
  const days = needs.map(({ neededBy }) => neededBy).toSorted()
  return {
    ...of,
    place,
    needs,
    seats: needs.reduce((sum, { people }) => sum + people, 0),
    companies: new Set(needs.map(({ first }) => first.company)).size,
    places: [...new Set(needs.flatMap((one) => one.places))].toSorted(),
    from: days[0] ?? '',
    until: days.at(-1) ?? '',
  }
}
