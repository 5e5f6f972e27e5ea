import { addDays, type IsoDay } from '#platform/values/dates.ts'

/** The same day a month later; the last of that month where it has no such day. */
export function monthAfter(day: IsoDay): IsoDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
  const last = addDays(new Date(Date.UTC(year, month + 1, 1)).toISOString().slice(0, 10), -1)
  const same = addDays(first, date - 1)
  return same > last ? last : same
}
