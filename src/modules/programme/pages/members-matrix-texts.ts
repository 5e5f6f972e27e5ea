import type { Locale } from '#platform/values/locale.ts'
import { en } from './members-matrix-texts.en.ts'
import { sv } from './members-matrix-texts.sv.ts'

export type MembersMatrixTexts = typeof sv
const byLocale: Record<Locale, MembersMatrixTexts> = { sv, en }

/** The words of the matrix as members see it. */
export function membersMatrixTextsIn(locale: Locale): MembersMatrixTexts {
  return byLocale[locale]
}
