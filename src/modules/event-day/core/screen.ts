import type { RoundTime } from './timetable.ts'
import { minutesUntil, standing } from './timetable.ts'

/** Minutes around a change in which the room needs to see who goes where. */
const before = 3
const after = 5

/** What the room is shown. */
export interface Shown {
  readonly current: RoundTime | null
  readonly next: RoundTime | null
  /** The round whose seats are shown; null while everybody sits. */
  readonly seatsOf: RoundTime | null
}

/** The seats are shown when they are about to change, between two rounds, and while people find their way. */
export function shownAt(times: readonly RoundTime[], now: Date): Shown {
  const { current, next } = standing(times, now)
  if (current === null) return { current, next, seatsOf: next }
  const isNew = now.getTime() - current.startsAt.getTime() < after * 60_000
  const isEnding = minutesUntil(current.endsAt, now) <= before
  return { current, next, seatsOf: isNew ? current : isEnding ? next : null }
}
