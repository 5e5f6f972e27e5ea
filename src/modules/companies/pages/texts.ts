import type { Locale } from '#platform/values/locale.ts'
import type { CompanySize } from '../core/company.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv
const byLocale: Record<Locale, Texts> = { sv, en }

/** The sections of SNI by their letters. */
export function branchesInWords(locale: Locale): Readonly<Record<string, string>> {
  return byLocale[locale].branches
}

/** The classes of how many work in a company. */
export function sizesInWords(locale: Locale): Readonly<Record<CompanySize, string>> {
  return byLocale[locale].sizes
}
