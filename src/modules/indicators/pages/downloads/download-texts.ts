import type { Locale } from '#platform/values/locale.ts'
import { en } from './download-texts.en.ts'
import { sv } from './download-texts.sv.ts'

export type DownloadTexts = typeof sv
const byLocale: Record<Locale, DownloadTexts> = { sv, en }

/** The words in files and around them, in the reader's language. */
export function downloadTextsIn(locale: Locale): DownloadTexts {
  return byLocale[locale]
}
