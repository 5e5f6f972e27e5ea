import type { Locale } from '#platform/values/locale.ts'
import { en } from './reading-texts.en.ts'
import { sv } from './reading-texts.sv.ts'

export type ReadingTexts = typeof sv
const byLocale: Record<Locale, ReadingTexts> = { sv, en }

/** The sentences of how figures are read, in the reader's language. */
export function readingTextsIn(locale: Locale): ReadingTexts {
  return byLocale[locale]
}
