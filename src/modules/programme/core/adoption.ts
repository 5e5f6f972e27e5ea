import type { Bilingual } from '#platform/values/locale.ts'

export type AdoptionKind = 'programme' | 'strategy' | 'policy'

/** What one municipality has decided to follow, as far as it is known. Null means "not known", not "none". */
export interface Adoption {
  readonly municipality: string
  /** The document's own name, in the language it was decided in. */
  readonly document: string | null
  readonly kind: AdoptionKind | null
  /** A year, a month or a day. */
  readonly decidedOn: string | null
  readonly decidedBy: string | null
  readonly caseNumber: string | null
  readonly period: string | null
  readonly aim: Bilingual | null
  readonly followUp: Bilingual | null
  readonly sources: readonly { readonly title: string; readonly url: string }[]
  readonly isKnown: boolean
  readonly note: Bilingual | null
}
