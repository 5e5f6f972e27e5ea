import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import { addWorkingDays, isWorkingDay } from '#platform/values/working-days.ts'
import type { Round } from './round.ts'

/** Why the officers of a round are written to. */
export type Occasion = 'opened' | Reminder
export type Reminder = 'week-before' | 'day-before' | 'day-after'

/** Working days before the last day on which the first reminder goes out. */
const weekBefore = 5
/** For so many working days after the last day those who are late are written to, should the first try have failed. */
const dayAfterLasts = 5

/**
 * Which reminder is due on a day, if any: a week of work before the last day, the working day before it, and the one
 * after it. Nobody is reminded on a day off, nor of a round that was opened when the reminder was due already.
 */
export function reminderOn(
  today: IsoDay,
  { closesOn, openedAt }: Pick<Round, 'closesOn' | 'openedAt'>,
): Reminder | null {
  if (!isWorkingDay(today)) return null
  if (today > closesOn) return today <= addWorkingDays(closesOn, dayAfterLasts) ? 'day-after' : null
  const openedOn = dayOf(openedAt)
  const dayBefore = addWorkingDays(closesOn, -1)
  if (today >= dayBefore) return openedOn < dayBefore ? 'day-before' : null
  const first = addWorkingDays(closesOn, -weekBefore)
  return today >= first && openedOn < first ? 'week-before' : null
}
