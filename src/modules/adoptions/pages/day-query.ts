import { dayOf, isDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'

export const dayNames: Readonly<Record<Locale, string>> = { sv: 'dag', en: 'day' }

/** Which day is asked for: as it was typed, and the day, which is today where none was typed that is one. */
export interface AskedDay {
  readonly typed: string
  readonly isWrong: boolean
  readonly day: IsoDay
}

/** Reads the day from an address, in either language's word. */
export function dayAsked(query: (name: string) => string | undefined, now: Date): AskedDay {
  const typed = (query(dayNames.sv) ?? query(dayNames.en) ?? '').trim().slice(0, 30)
  const isWrong = typed !== '' && !isDay(typed)
  return { typed, isWrong, day: typed !== '' && !isWrong ? typed : dayOf(now) }
}
