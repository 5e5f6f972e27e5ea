import type { Locale } from '#platform/values/locale.ts'
import type { TableProblem, TableWarning } from './problems.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type FileTexts = typeof sv
const byLocale: Record<Locale, FileTexts> = { sv, en }

/** The sentences about files and tables in the reader's language. */
export function fileTextsIn(locale: Locale): FileTexts {
  return byLocale[locale]
}

/** Where it stands, what is wrong and how to mend it: `Rad 7, cell C7: …`. */
export function problemText(locale: Locale, problem: TableProblem): string {
  const texts = byLocale[locale]
  const where = texts.where(problem)
  const what = texts.problems[problem.problem](problem)
  return where === '' ? what : `${where}: ${what}`
}

/** What is worth knowing, how often and where. */
export function warningText(locale: Locale, warning: TableWarning): string {
  return byLocale[locale].warnings[warning.warning](warning)
}
