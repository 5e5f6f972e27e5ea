import type { Locale } from '#platform/values/locale.ts'
import { en } from './follow-texts.en.ts'
import { sv } from './follow-texts.sv.ts'

export type FollowTexts = typeof sv
const byLocale: Record<Locale, FollowTexts> = { sv, en }

/** The sentences around beginning to follow a series, in the coordinator's language. */
export function followTextsIn(locale: Locale): FollowTexts {
  return byLocale[locale]
}
