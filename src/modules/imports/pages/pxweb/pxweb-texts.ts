import type { Locale } from '#platform/values/locale.ts'
import { en } from './pxweb-texts.en.ts'
import { sv } from './pxweb-texts.sv.ts'

export type PxWebTexts = typeof sv
const byLocale: Record<Locale, PxWebTexts> = { sv, en }

/** The sentences around picking a series from a statistics office, in the coordinator's language. */
export function pxWebTextsIn(locale: Locale): PxWebTexts {
  return byLocale[locale]
}
