import type { Bilingual } from '#platform/values/locale.ts'

export const adoptionKinds = ['programme', 'strategy', 'policy'] as const
export type AdoptionKind = (typeof adoptionKinds)[number]

export const fileKinds = ['pdf', 'docx', 'xlsx'] as const
export type FileKind = (typeof fileKinds)[number]

export interface Source {
  readonly title: string
  readonly url: string
}

/** What is told of one version of a municipality's programme. Null means "not known", not "none". */
export interface AdoptionFacts {
  /** The document's own name, in the language it was decided in. */
  readonly name: string
  readonly kind: AdoptionKind | null
  /** A year, a month or a day. */
  readonly decidedOn: string | null
  readonly decidedBy: string | null
  /** As the municipality writes it: `§ 123`. */
  readonly paragraph: string | null
  readonly caseNumber: string | null
  readonly period: string | null
  readonly aim: Bilingual | null
  readonly followUp: Bilingual | null
  readonly sources: readonly Source[]
  readonly note: Bilingual | null
  readonly link: string | null
}

/** The document itself, kept here. */
export interface AdoptionFile {
  readonly id: string
  readonly name: string
  readonly kind: FileKind
  readonly size: number
}

/** Which version of which municipality's programme. */
export interface AdoptionPlace {
  /** The municipality's code. */
  readonly municipality: string
  readonly version: number
}

/** One version, as its latest revision tells it. */
export interface Adoption extends AdoptionFacts, AdoptionPlace {
  readonly revision: number
  readonly writtenAt: Date
  readonly file: AdoptionFile | null
  /** Made up, to show how it works. */
  readonly isExample: boolean
}
