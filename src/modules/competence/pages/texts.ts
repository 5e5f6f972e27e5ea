import type { Locale } from '#platform/values/locale.ts'
import type { FactName } from '../core/facts.ts'
import { questionsEn } from './questions.en.ts'
import { questionsSv, type Question } from './questions.sv.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv
const byLocale: Record<Locale, Texts> = { sv, en }
const questions = { sv: questionsSv, en: questionsEn }

/** The module's sentences in the reader's language. */
export function textsIn(locale: Locale): Texts {
  return byLocale[locale]
}

/** How a question is asked. */
export function questionIn(locale: Locale, fact: string): Question {
  return questions[locale][fact as FactName]
}

/** The sentence for what is wrong with a field. */
export function errorText(locale: Locale, name: string): string {
  const { errors } = textsIn(locale)
  return errors[Object.hasOwn(errors, name) ? (name as keyof Texts['errors']) : 'unknown']
}
