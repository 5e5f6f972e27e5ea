import type { Locale } from '#platform/values/locale.ts'
import { en } from './target-texts.en.ts'
import { sv } from './target-texts.sv.ts'

export type TargetTexts = typeof sv
const byLocale: Record<Locale, TargetTexts> = { sv, en }

/** The sentences around targets, in the reader's language. */
export function targetTextsIn(locale: Locale): TargetTexts {
  return byLocale[locale]
}

/** The sentence for a refusal or for what is wrong with a field. */
export function targetErrorText(locale: Locale, name: string): string {
  const { errors } = byLocale[locale]
  return errors[Object.hasOwn(errors, name) ? (name as keyof typeof errors) : 'unknown']
}
