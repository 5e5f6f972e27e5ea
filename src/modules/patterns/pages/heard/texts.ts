import type { Locale } from '#platform/values/locale.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type HeardTexts = typeof sv
const byLocale: Record<Locale, HeardTexts> = { sv, en }

/** The sentences about who is heard, in the reader's language. */
export function heardTextsIn(locale: Locale): HeardTexts {
  return byLocale[locale]
}

/** The sentence for what is wrong with a field, with the line of a table where it is one. */
export function heardErrorText(locale: Locale, name: string): string {
  const { errors, register } = heardTextsIn(locale)
  const [reason = '', line] = name.split(' ')
  const sentence = errors[Object.hasOwn(errors, reason) ? (reason as keyof HeardTexts['errors']) : 'unknown']
  return line === undefined ? sentence : register.line(sentence, Number(line))
}
