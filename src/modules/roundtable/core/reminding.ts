import type { IsoDay } from '#platform/values/dates.ts'
import { addWorkingDays, isWorkingDay } from '#platform/values/working-days.ts'

/** How many working days before the last day the silent are reminded: first, and again. */
const early = 5
const late = 1
/** Whoever was written to so lately is left alone. */
const quiet = 3

export type Reminder = 'reminder-early' | 'reminder-late'

/** Which reminder somebody silent gets that day; none on days off, nor soon after they were written to. */
export function reminderOn(today: IsoDay, answerBy: IsoDay, lastLetterOn: IsoDay): Reminder | null {
  if (!isWorkingDay(today) || today > answerBy) return null
  if (today >= addWorkingDays(answerBy, -late)) return today > lastLetterOn ? 'reminder-late' : null
  const isQuiet = today < addWorkingDays(lastLetterOn, quiet)
  return today >= addWorkingDays(answerBy, -early) && !isQuiet ? 'reminder-early' : null
}
