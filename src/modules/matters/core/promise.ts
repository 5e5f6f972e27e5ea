import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import { addWorkingDays, isWorkingDay } from '#platform/values/working-days.ts'

/** How soon the town halls answer, in working days. */
export interface ServicePromise {
  readonly firstWordDays: number
  readonly planDays: number
}

/** The last days for the first word and for the plan of a matter that came at that moment. */
export function promisedDays(
  receivedAt: Date,
  { firstWordDays, planDays }: ServicePromise,
): { readonly firstWordBy: IsoDay; readonly planBy: IsoDay } {
  const day = dayOf(receivedAt)
  const from = isWorkingDay(day) ? day : addWorkingDays(day, 1)
  return { firstWordBy: addWorkingDays(from, firstWordDays), planBy: addWorkingDays(from, planDays) }
}
