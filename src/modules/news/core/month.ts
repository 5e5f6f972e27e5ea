import { addDays, endOfDay, type IsoDay } from '#platform/values/dates.ts'

/** A calendar month: `2026-10`. */
export type IsoMonth = string

export function monthOf(day: IsoDay): IsoMonth {
  return day.slice(0, 7)
}

export function monthBefore(month: IsoMonth): IsoMonth {
  return monthOf(addDays(`${month}-01`, -1))
}

/** From the first moment of a month to its last, in Sweden. */
export function spanOf(month: IsoMonth): { readonly since: Date; readonly until: Date } {
  const next = monthOf(addDays(`${month}-01`, 31))
  return { since: endOfDay(addDays(`${month}-01`, -1)), until: endOfDay(addDays(`${next}-01`, -1)) }
}
