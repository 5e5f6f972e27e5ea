import type { Locale } from '#platform/values/locale.ts'
import type { OutlineProblem } from '../core/outline.ts'
import { en } from './form-texts.en.ts'
import { sv } from './form-texts.sv.ts'

export type FormTexts = typeof sv
const byLocale: Record<Locale, FormTexts> = { sv, en }

/** The forms' sentences in the writer's language. */
export function formTextsIn(locale: Locale): FormTexts {
  return byLocale[locale]
}

/** The sentence for what is wrong with a field; `node-too-long:12` is about a line of an outline. */
export function errorText(texts: FormTexts, name: string): string {
  const [problem = '', line] = name.split(':')
  if (Object.hasOwn(texts.outlineProblems, problem))
    return texts.outlineProblems[problem as OutlineProblem['problem']](Number(line))
  return texts.errors[Object.hasOwn(texts.errors, name) ? (name as keyof FormTexts['errors']) : 'unknown']
}
