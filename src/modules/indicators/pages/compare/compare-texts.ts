import type { Locale } from '#platform/values/locale.ts'
import { en } from './compare-texts.en.ts'
import { sv } from './compare-texts.sv.ts'

export type CompareTexts = typeof sv
const byLocale: Record<Locale, CompareTexts> = { sv, en }

/** The sentences about comparing municipalities, in the reader's language. */
export function compareTextsIn(locale: Locale): CompareTexts {
  return byLocale[locale]
}
