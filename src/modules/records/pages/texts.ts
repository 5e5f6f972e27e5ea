import type { Locale } from '#platform/values/locale.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv
const byLocale: Record<Locale, Texts> = { sv, en }

/** The sentences about records in the reader's language. */
export function textsIn(locale: Locale): Texts {
  return byLocale[locale]
}

/** The sentence for what is wrong with a field. */
export function errorText(texts: Texts, name: string): string {
  return texts.errors[Object.hasOwn(texts.errors, name) ? (name as keyof Texts['errors']) : 'unknown']
}

/** Why something is kept, in words. */
export function keptText(texts: Texts, name: string): string {
  return texts.kept[Object.hasOwn(texts.kept, name) ? (name as keyof Texts['kept']) : 'record']
}
