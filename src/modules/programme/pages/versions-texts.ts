import type { Locale } from '#platform/values/locale.ts'
import { en } from './versions-texts.en.ts'
import { sv } from './versions-texts.sv.ts'

export type VersionsTexts = typeof sv
const byLocale: Record<Locale, VersionsTexts> = { sv, en }

/** The words of the framework's versions. */
export function versionsTextsIn(locale: Locale): VersionsTexts {
  return byLocale[locale]
}
