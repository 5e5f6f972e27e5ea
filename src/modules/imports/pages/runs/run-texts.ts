import type { Locale } from '#platform/values/locale.ts'
import { en } from './run-texts.en.ts'
import { sv } from './run-texts.sv.ts'

export type RunTexts = typeof sv
const byLocale: Record<Locale, RunTexts> = { sv, en }

/** The sentences about plans and runs in the reader's language. */
export function runTextsIn(locale: Locale): RunTexts {
  return byLocale[locale]
}
