import type { Locale } from '#platform/values/locale.ts'
import type { CompanySize } from '../core/company.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv
const byLocale: Record<Locale, Texts> = { sv, en }

/** The module's sentences in the reader's language. */
export function textsIn(locale: Locale): Texts {
  return byLocale[locale]
}

/** The sections of SNI by their letters. */
export function branchesInWords(locale: Locale): Readonly<Record<string, string>> {
  return textsIn(locale).branches
}

/** The classes of how many work in a company. */
export function sizesInWords(locale: Locale): Readonly<Record<CompanySize, string>> {
  return textsIn(locale).sizes
}

/** The sentence for what is wrong with a field. */
export function errorText(locale: Locale, name: string): string {
  const { errors } = textsIn(locale)
  return errors[Object.hasOwn(errors, name) ? (name as keyof Texts['errors']) : 'unknown']
}
