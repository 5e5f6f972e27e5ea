import type { FieldErrors } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { FieldError } from '#ui/form.tsx'
import type { ChoiceProblem } from '../core/municipalities.ts'
import { bilingualFields, fieldIn } from '../core/network-form.ts'
import type { Texts } from './texts.ts'

/** The names of the two ways to choose municipalities, as fields. */
export const pickedField = 'municipalities'
export const writtenField = 'written'

/** The languages in the order they are asked for: the reader's own first. */
export function languagesFor(reader: Locale): readonly [Locale, Locale] {
  return reader === 'sv' ? ['sv', 'en'] : ['en', 'sv']
}

/** Everything wrong with the form in words, in the order of the page. */
export function problemsInWords(
  reader: Locale,
  texts: Texts,
  errors: FieldErrors,
  problems: readonly ChoiceProblem[],
): readonly FieldError[] {
  const order = [
    ...bilingualFields.flatMap((field) => languagesFor(reader).map((language) => fieldIn(field, language))),
    'person',
    'email',
  ]
  const ofFields = order.flatMap((field) => {
    const name = errors[field]
    return name === undefined ? [] : [{ field, message: fieldSentence(texts, name) }]
  })
  return [
    ...ofFields,
    ...problems.map((problem) => ({ field: fieldOf(problem), message: sentence(texts, problem) })),
  ]
}

function fieldSentence(texts: Texts, name: string): string {
  return texts.errors[Object.hasOwn(texts.errors, name) ? (name as keyof Texts['errors']) : 'unknown']
}

function fieldOf(problem: ChoiceProblem): string {
  return 'line' in problem || problem.reason === 'more-rows' ? writtenField : pickedField
}

function sentence(texts: Texts, problem: ChoiceProblem): string {
  if ('line' in problem) return texts.rowProblems[problem.reason](problem.line, problem.what)
  if (problem.reason === 'more-rows') return texts.choiceProblems['more-rows'](problem.count)
  return texts.choiceProblems[problem.reason]
}
