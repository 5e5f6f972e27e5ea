import type { MinutesBetween } from './travel.ts'

export const courseForms = ['on-site', 'distance', 'mixed'] as const
export type CourseForm = (typeof courseForms)[number]
export const courseSources = ['susa', 'file', 'hand'] as const

/** A course that somebody offers. */
export interface Course {
  readonly source: (typeof courseSources)[number]
  readonly sourceId: string
  readonly title: string
  readonly provider: string
  /** Concepts of the taxonomy that it gives. */
  readonly concepts: readonly string[]
  readonly form: CourseForm
  /** In per cent of full time; null where it is not said. */
  readonly pace: number | null
  /** Where it is held, by code, also outside the network; null where it is not known, or nowhere. */
  readonly municipality: string | null
  readonly place: string
  readonly startsOn: string | null
  /** What it costs and who pays, in words. */
  readonly price: string
  readonly language: string
  readonly link: string
  /** The day on which somebody last saw that it is so. */
  readonly checkedOn: string
  /** Where the facts come from. */
  readonly origin: string
  readonly isExample: boolean
}

/** How far one travels for a course, in minutes. */
export const reachMinutes = 45

/** Whether somebody who works there can take the course: it is given at a distance, or near enough. */
export function isInReach(
  { form, municipality }: Pick<Course, 'form' | 'municipality'>,
  from: string,
  minutes: MinutesBetween,
): boolean {
  if (form === 'distance') return true
  const far = municipality === null ? null : minutes(from, municipality)
  return far !== null && far <= reachMinutes
}

/** Whether it can still be taken that day: it has not begun, or begins whenever one likes. */
export function isOpenOn({ startsOn }: Pick<Course, 'startsOn'>, today: string): boolean {
  return startsOn === null || startsOn >= today
}
