import type { Locale } from '#platform/values/locale.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv
const byLocale: Record<Locale, Texts> = { sv, en }

/** The module's sentences in the reader's language. */
export function textsIn(locale: Locale): Texts {
  return byLocale[locale]
}

/** Where the YH outcomes come from, and what they are. */
export function yhSourceIn(locale: Locale): string {
  return textsIn(locale).list.yhLead
}
