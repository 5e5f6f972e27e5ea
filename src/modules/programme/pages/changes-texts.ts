import type { Locale } from '#platform/values/locale.ts'
import { en } from './changes-texts.en.ts'
import { sv } from './changes-texts.sv.ts'

export type ChangesTexts = typeof sv
const byLocale: Record<Locale, ChangesTexts> = { sv, en }

/** The words of what has changed, and of the matrix as a file. */
export function changesTextsIn(locale: Locale): ChangesTexts {
  return byLocale[locale]
}
