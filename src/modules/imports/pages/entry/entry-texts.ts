import type { Locale } from '#platform/values/locale.ts'
import { en } from './entry-texts.en.ts'
import { sv } from './entry-texts.sv.ts'

export type EntryTexts = typeof sv
const byLocale: Record<Locale, EntryTexts> = { sv, en }

/** The sentences around figures that people enter, in the reader's language. */
export function entryTextsIn(locale: Locale): EntryTexts {
  return byLocale[locale]
}
