import type { Locale } from '#platform/values/locale.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv
const byLocale: Record<Locale, Texts> = { sv, en }

/** What ids are called in a sentence. */
export interface Names {
  readonly person: (id: string) => string
  readonly organisation: (id: string) => string
  readonly table: (id: string) => string
}

/** The findings of the engine as sentences, in the reader's language. */
export function seatingTexts(locale: Locale): Texts {
  return byLocale[locale]
}
