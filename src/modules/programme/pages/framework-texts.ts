import type { Locale } from '#platform/values/locale.ts'
import { en } from './framework-texts.en.ts'
import { sv } from './framework-texts.sv.ts'

export type FrameworkTexts = typeof sv
const byLocale: Record<Locale, FrameworkTexts> = { sv, en }

/** The sentences around the framework's forms in the coordinator's language. */
export function frameworkTextsIn(locale: Locale): FrameworkTexts {
  return byLocale[locale]
}
