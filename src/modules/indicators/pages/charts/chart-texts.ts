import type { Locale } from '#platform/values/locale.ts'
import { en } from './chart-texts.en.ts'
import { sv } from './chart-texts.sv.ts'

export type ChartTexts = typeof sv
const byLocale: Record<Locale, ChartTexts> = { sv, en }

/** The sentences about charts that leave the page, in the reader's language. */
export function chartTextsIn(locale: Locale): ChartTexts {
  return byLocale[locale]
}
