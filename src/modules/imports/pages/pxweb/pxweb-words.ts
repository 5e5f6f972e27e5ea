import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Office } from '../../pxweb/offices.ts'
import type { YearPart } from '../../pxweb/period.ts'
import { pxWebTextsIn } from './pxweb-texts.ts'

/** An office of the operator's own list is called what the operator calls it. */
export function officeName({ id, name }: Pick<Office, 'id' | 'name'>, locale: Locale): string {
  const { names } = pxWebTextsIn(locale).offices
  return (Object.hasOwn(names, id) ? names[id] : undefined) ?? name
}

/** The day in an office's own moment; null for what is none. */
export function dayIn(moment: string | null, locale: Locale): string | null {
  const day = moment?.slice(0, 10) ?? ''
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? formatDay(day, locale) : null
}

export function partInWords(part: YearPart | null, locale: Locale): string {
  const texts = pxWebTextsIn(locale)
  return part ? texts.partName(part) : texts.year
}
