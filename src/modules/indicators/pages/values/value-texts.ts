import type { Locale } from '#platform/values/locale.ts'
import { en } from './value-texts.en.ts'
import { sv } from './value-texts.sv.ts'

export type ValueTexts = typeof sv
const byLocale: Record<Locale, ValueTexts> = { sv, en }

/** The sentences about where one figure comes from, in the reader's language. */
export function valueTextsIn(locale: Locale): ValueTexts {
  return byLocale[locale]
}
