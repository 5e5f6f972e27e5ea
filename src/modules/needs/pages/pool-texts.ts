import type { Locale } from '#platform/values/locale.ts'
import { poolEn } from './pool-texts.en.ts'
import { poolSv } from './pool-texts.sv.ts'

export type PoolTexts = typeof poolSv
const byLocale: Record<Locale, PoolTexts> = { sv: poolSv, en: poolEn }

/** The sentences of the courses together, in the reader's language. */
export function poolTextsIn(locale: Locale): PoolTexts {
  return byLocale[locale]
}

/** The sentence for what is wrong with a field. */
export function poolErrorText(locale: Locale, name: string): string {
  const { errors } = poolTextsIn(locale)
  return errors[Object.hasOwn(errors, name) ? (name as keyof PoolTexts['errors']) : 'unknown']
}
