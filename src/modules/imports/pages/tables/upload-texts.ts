import type { Locale } from '#platform/values/locale.ts'
import { en } from './upload-texts.en.ts'
import { sv } from './upload-texts.sv.ts'

export type UploadTexts = typeof sv
const byLocale: Record<Locale, UploadTexts> = { sv, en }

/** The sentences around tables that are sent, in the reader's language. */
export function uploadTextsIn(locale: Locale): UploadTexts {
  return byLocale[locale]
}
