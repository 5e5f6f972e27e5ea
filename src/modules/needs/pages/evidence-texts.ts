import type { Locale } from '#platform/values/locale.ts'
import { evidenceEn } from './evidence-texts.en.ts'
import { evidenceSv } from './evidence-texts.sv.ts'

export type EvidenceTexts = typeof evidenceSv

/** The sentences of the evidence, in the reader's language. */
export function evidenceTextsIn(locale: Locale): EvidenceTexts {
  return { sv: evidenceSv, en: evidenceEn }[locale]
}
