import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#platform/values/working-days.ts'
import type { CommitmentState } from './commitment.ts'

/**
 * The letters about a commitment: is it right, before its day, on it, after it; and to whom it was promised, how it
 * ended.
 */
export type Rung = 'ask' | 'ask-again' | 'before' | 'day' | 'after' | 'settle' | 'settle-again'

/** What the ladder goes by. */
export interface Chased {
  readonly promiserId: string
  readonly receiverId: string | null
  readonly byDay: IsoDay
  readonly state: CommitmentState
  readonly notedAt: Date
}

export interface DueLetter {
  readonly to: string
  readonly rung: Rung
}

const daysToConfirm = 5
const daysBefore = 5
const daysUntilAgain = 10

/**
 * The letters that are due today, whether they have been sent or not: of each reader the latest rung alone, so that a day
 * on which nothing was sent is made up for by one letter. Nobody is reminded on a day off; asking at once is no reminder.
 */
export function dueLetters(one: Chased, today: IsoDay): readonly DueLetter[] {
  if (one.state === 'noted') return askLetters(one, today)
  if (one.state !== 'confirmed' || !isWorkingDay(today)) return []
  const rung = rungBy(one.byDay, today)
  const mine = rung ? [{ to: one.promiserId, rung }] : []
  if (rung !== 'after' || one.receiverId === null) return mine
  const again = workingDaysBetween(one.byDay, today) > daysUntilAgain
  return [...mine, { to: one.receiverId, rung: again ? 'settle-again' : 'settle' }]
}

function askLetters({ promiserId: to, notedAt }: Chased, today: IsoDay): readonly DueLetter[] {
  const isLong = workingDaysBetween(dayOf(notedAt), today) >= daysToConfirm
  return [{ to, rung: isLong && isWorkingDay(today) ? 'ask-again' : 'ask' }]
}

function rungBy(byDay: IsoDay, today: IsoDay): Rung | null {
  // A day off is spoken of on the working day before it.
  const day = isWorkingDay(byDay) ? byDay : addWorkingDays(byDay, -1)
  if (today > byDay) return 'after'
  if (today >= day) return 'day'
  return today >= addWorkingDays(day, -daysBefore) ? 'before' : null
}

/** Within how many days the summary is to be sent, and after how many the coordinator is reminded. */
export const summaryDays = { within: 14, remind: 10 } as const

/** After how many days those who were there are told what came of it. */
export const returnDays = [30, 90, 180] as const
export type ReturnDays = (typeof returnDays)[number]
