import type { Bilingual, Locale } from '#platform/values/locale.ts'
import type { EmptyFramework } from '../store.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv
const byLocale: Record<Locale, Texts> = { sv, en }

/** The module's sentences in the reader's language. */
export function textsIn(locale: Locale): Texts {
  return byLocale[locale]
}

/** What a new network's programme says, in both languages, until somebody writes it. */
export const emptyFramework: EmptyFramework = {
  name: inBoth('name'),
  vision: inBoth('vision'),
  note: inBoth('note'),
}

function inBoth(part: keyof Texts['emptyFramework']): Bilingual {
  return { sv: sv.emptyFramework[part], en: en.emptyFramework[part] }
}
