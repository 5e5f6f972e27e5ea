import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import {
  addWorkingDays,
  isWorkingDay,
  workingDayOf,
  workingDaysBetween,
  type OwnDays,
} from '#platform/values/working-days.ts'

/** How soon the network's town halls answer, in working days. */
export interface ServicePromise {
  readonly firstWordDays: number
  readonly planDays: number
}

/** What a matter's days are counted by: the network's promise, and the days on which those who answer are closed. */
export interface MatterClock extends ServicePromise {
  readonly own: OwnDays
}

/** The last days of a matter. What is told to the company stands: a day that is closed later moves only what falls on it. */
export interface PromisedDays {
  readonly firstWordBy: IsoDay
  readonly planBy: IsoDay
}

/** The last days for the first word and for the plan of a matter that came, or was reopened, at that moment. */
export function promisedDays(at: Date, { firstWordDays, planDays, own }: MatterClock): PromisedDays {
  const from = workingDayOf(at, own)
  return {
    firstWordBy: addWorkingDays(from, firstWordDays, own),
    planBy: addWorkingDays(from, planDays, own),
  }
}

/** The last day for the plan after the company has been waited for: moved on by the working days that went by. */
export function afterWaiting(
  planBy: IsoDay,
  { since, until }: { readonly since: Date; readonly until: Date },
  { own }: Pick<MatterClock, 'own'>,
): IsoDay {
  return addWorkingDays(
    planBy,
    Math.max(0, workingDaysBetween(dayOf(since), workingDayOf(until, own), own)),
    own,
  )
}

/** What the town halls have yet to say. */
export type Due = 'first-word' | 'plan'

/** What a matter's clock goes by. */
export interface Ticking extends PromisedDays {
  readonly state: 'open' | 'waiting' | 'closed'
  readonly firstWordAt: Date | null
  readonly plannedAt: Date | null
}

/** What is due of a matter and when, the nearest first; nothing while the company is waited for or when it is closed. */
export function duesOf(
  { state, firstWordAt, plannedAt, firstWordBy, planBy }: Ticking,
  own: OwnDays,
): readonly { readonly due: Due; readonly on: IsoDay }[] {
  if (state !== 'open') return []
  return [
    ...(firstWordAt === null && plannedAt === null
      ? [{ due: 'first-word' as const, on: settled(firstWordBy, own) }]
      : []),
    ...(plannedAt === null ? [{ due: 'plan' as const, on: settled(planBy, own) }] : []),
  ]
}

/** A last day on which the town hall turns out to be closed is the next working day. */
function settled(day: IsoDay, own: OwnDays): IsoDay {
  return isWorkingDay(day, own) ? day : addWorkingDays(day, 1, own)
}
