import { addDays, dayOf, type IsoDay } from '#platform/values/dates.ts'

/** How long a draft is kept after somebody last wrote in it. */
const keptDays = 30

/** The last day on which a draft is there for certain. */
export function keptUntil(changedAt: Date): IsoDay {
  return addDays(dayOf(changedAt), keptDays)
}

/** What was not written in since then is forgotten. */
export function oldestKept(now: Date): Date {
  return new Date(now.getTime() - (keptDays + 1) * 86_400_000)
}
