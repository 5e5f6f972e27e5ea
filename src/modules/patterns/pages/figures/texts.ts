import type { Locale } from '#platform/values/locale.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type FigureTexts = typeof sv
const byLocale: Record<Locale, FigureTexts> = { sv, en }

/** The sentences of the public figures in the reader's language. */
export function figureTextsIn(locale: Locale): FigureTexts {
  return byLocale[locale]
}
