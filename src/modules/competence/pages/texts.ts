import type { Locale } from '#platform/values/locale.ts'
import type { FactName } from '../core/facts.ts'
import { keepingEn } from './keeping-texts.en.ts'
import { keepingSv } from './keeping-texts.sv.ts'
import { lettersEn } from './letter-texts.en.ts'
import { lettersSv } from './letter-texts.sv.ts'
import { questionsEn } from './question-texts.en.ts'
import { questionsSv, type Question } from './question-texts.sv.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv
const byLocale: Record<Locale, Texts> = { sv, en }
const keeping = { sv: keepingSv, en: keepingEn }
const letters = { sv: lettersSv, en: lettersEn }
const questions = { sv: questionsSv, en: questionsEn }

/** The module's sentences in the reader's language. */
export function textsIn(locale: Locale): Texts {
  return byLocale[locale]
}

/** What the pages say where supports are kept right. */
export function keepingIn(locale: Locale): typeof keepingSv {
  return keeping[locale]
}

/** What is wrong with a field of a support, and on which line: `3 fact-unknown`. */
export function keepingError(locale: Locale, error: string): string {
  const texts = keepingIn(locale)
  const [, line, name = error, path] = /^(?:(\S+) )?([a-z-]+)(?: (\S+))?$/.exec(error) ?? []
  const said = texts.errors[name] ?? texts.errors['unknown'] ?? ''
  const at = path ?? line
  return at === undefined ? said : texts.line(at, said)
}

/** What the letters say, and the pages that they lead to. */
export function lettersIn(locale: Locale): typeof lettersSv {
  return letters[locale]
}

/** How a question is asked. */
export function questionIn(locale: Locale, fact: string): Question {
  return questions[locale][fact as FactName]
}

/** What a question is about, inside a sentence: its first letter small, names as they are. */
export function shortIn(locale: Locale, fact: string): string {
  const { short } = questionIn(locale, fact)
  return short.charAt(0).toLowerCase() + short.slice(1)
}

/** The sentence for what is wrong with a field. */
export function errorText(locale: Locale, name: string): string {
  const { errors } = textsIn(locale)
  return errors[Object.hasOwn(errors, name) ? (name as keyof Texts['errors']) : 'unknown']
}
