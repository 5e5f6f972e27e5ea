import type { Locale } from '#platform/values/locale.ts'
import { en } from './kolada-texts.en.ts'
import { sv } from './kolada-texts.sv.ts'

export type KoladaTexts = typeof sv
const byLocale: Record<Locale, KoladaTexts> = { sv, en }

/** The sentences around Kolada's catalogue in the reader's language. */
export function koladaTextsIn(locale: Locale): KoladaTexts {
  return byLocale[locale]
}
