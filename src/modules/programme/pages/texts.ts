import type { Locale } from '#platform/values/locale.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv

/** The module's sentences in the reader's language. */
export function textsIn(locale: Locale): Texts {
  return locale === 'sv' ? sv : en
}

/** The sentence for what is wrong with a field, or with the whole form. */
export function errorText(texts: Texts, name: string): string {
  return Object.hasOwn(texts.errors, name)
    ? texts.errors[name as keyof Texts['errors']]
    : texts.errors.unknown
}
