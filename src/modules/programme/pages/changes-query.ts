import { addDays, dayOf, endOfDay, isDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'

const names = { sv: { from: 'fran', to: 'till' }, en: { from: 'from', to: 'to' } } as const
const other: Record<Locale, Locale> = { sv: 'en', en: 'sv' }

/** Where nobody says since when: about as long as it is between the network's meetings. */
const usualDays = 30

/** Between which days something is asked: as it was typed, and the days if they are days. */
export interface AskedDays {
  readonly names: { readonly from: string; readonly to: string }
  readonly typed: { readonly from: string; readonly to: string }
  readonly errors: { readonly from?: DayProblem; readonly to?: DayProblem }
  readonly days: { readonly from: IsoDay; readonly to: IsoDay }
  /** The last moment of each day. */
  readonly at: { readonly from: Date; readonly to: Date }
}
export type DayProblem = 'day-invalid' | 'day-later'

/** Reads the two days from an address, in either language's words. What is no day is told, and the usual days shown. */
export function daysAsked(query: (name: string) => string | undefined, locale: Locale, now: Date): AskedDays {
  const today = dayOf(now)
  const wordOf = (part: 'from' | 'to') =>
    (query(names[locale][part]) ?? query(names[other[locale]][part]) ?? '').trim().slice(0, 30)
  const typed = { from: wordOf('from'), to: wordOf('to') }
  const to = isDay(typed.to) && typed.to < today ? typed.to : today
  const from = isDay(typed.from) ? typed.from : addDays(to, -usualDays)
  const isLater = from >= to
  const days = { from: isLater ? addDays(to, -usualDays) : from, to }
  return {
    names: names[locale],
    typed,
    errors: {
      ...(typed.from !== '' && !isDay(typed.from) ? { from: 'day-invalid' as const } : {}),
      ...(isLater ? { from: 'day-later' as const } : {}),
      ...(typed.to !== '' && !isDay(typed.to) ? { to: 'day-invalid' as const } : {}),
    },
    days,
    at: { from: endOfDay(days.from), to: endOfDay(days.to) },
  }
}
