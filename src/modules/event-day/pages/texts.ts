import type { Locale } from '#platform/values/locale.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv
const byLocale: Record<Locale, Texts> = { sv, en }

/** The module's sentences in the reader's language. */
export function textsIn(locale: Locale): Texts {
  return byLocale[locale]
}

/** The sentence for what is wrong with a field. */
export function errorText(locale: Locale, name: string): string {
  const { errors } = textsIn(locale)
  return errors[Object.hasOwn(errors, name) ? (name as keyof Texts['errors']) : 'unknown']
}
