import type { Course, MinutesBetween } from '#modules/courses'
import { skillKey } from './need.ts'
import type { Merged } from './one-each.ts'

/** A skill that companies need and cannot learn near enough. */
export interface Gap<One extends Merged = Merged> {
  readonly skill: string
  /** Those that have no course in reach. */
  readonly without: readonly One[]
  readonly people: number
  /** How many who need it do have one. */
  readonly served: number
  /** The course that is nearest to most of them, and how far the farthest of them have; null where nobody gives it. */
  readonly nearest: { readonly course: Course; readonly minutes: number | null } | null
}

export interface GapRule {
  readonly isInReach: (course: Course, from: string) => boolean
  readonly minutes: MinutesBetween
}

/** Demand without a course in reach: the skills that most people lack first. `courses` are those that can still be taken. */
export function gaps<One extends Merged>(
  needs: readonly One[],
  courses: readonly Course[],
  { isInReach, minutes }: GapRule,
): readonly Gap<One>[] {
  const givers = new Map<string, Course[]>()
  for (const course of courses)
    for (const concept of course.concepts) givers.set(concept, [...(givers.get(concept) ?? []), course])
  return [...Map.groupBy(needs, ({ first }) => skillKey(first))]
    .map(([skill, same]) => {
      const known = givers.get(skill) ?? []
      const without = same.filter(
        ({ places }) => !places.every((place) => known.some((course) => isInReach(course, place))),
      )
      return {
        skill,
        without,
        people: without.reduce((sum, { people }) => sum + people, 0),
        served: same.length - without.length,
        nearest: nearestOf(known, without, minutes),
      }
    })
    .filter(({ without }) => without.length > 0)
    .toSorted((a, b) => b.people - a.people || (a.skill < b.skill ? -1 : 1))
}

function nearestOf(
  courses: readonly Course[],
  needs: readonly Merged[],
  minutes: MinutesBetween,
): Gap['nearest'] {
  const places = [...new Set(needs.flatMap((need) => need.places))]
  const [nearest] = courses
    .map((course) => ({ course, minutes: farthest(course, places, minutes) }))
    .toSorted((a, b) => (a.minutes ?? Infinity) - (b.minutes ?? Infinity))
  return nearest ?? null
}

function farthest(
  { municipality }: Course,
  places: readonly string[],
  minutes: MinutesBetween,
): number | null {
  if (municipality === null) return null
  const all = places.map((place) => minutes(place, municipality))
  return all.some((one) => one === null) ? null : Math.max(...all.map((one) => one ?? 0))
}
