import type { Locale } from '#platform/values/locale.ts'
import { en } from './profile-texts.en.ts'
import { sv } from './profile-texts.sv.ts'

export type ProfileTexts = typeof sv
const byLocale: Record<Locale, ProfileTexts> = { sv, en }

/** The sentences about one municipality over all indicators, in the reader's language. */
export function profileTextsIn(locale: Locale): ProfileTexts {
  return byLocale[locale]
}
