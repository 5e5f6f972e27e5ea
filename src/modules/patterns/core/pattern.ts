import type { Bilingual } from '#platform/values/locale.ts'

export interface Pattern {
  readonly id: string
  readonly topicName: Bilingual
  readonly state: 'proposed' | 'faded' | 'confirmed' | 'dismissed'
  readonly isExample: boolean
  readonly proposedAt: Date
  readonly decidedAt: Date | null
  readonly returnedAt: Date | null
  /** What its matters have in common, as the program found it. */
  readonly terms: readonly string[]
  readonly title: string
  readonly obstacle: string
  readonly because: string
  readonly asked: string
  readonly cameOf: string
  /** Counts what people have written of it. */
  readonly version: number
}

/** A matter that carries a pattern; its number only for those who read it. */
export interface CarriedMatter {
  readonly matterId: string
  readonly year: number | null
  readonly number: number | null
  readonly municipalities: readonly string[]
  readonly receivedAt: Date
  readonly addedBy: string | null
  readonly toldAt: Date | null
}

/** Something that a round table may talk about. */
export interface Theme {
  readonly id: string
  readonly title: string
  readonly question: string
  /** The pattern that it comes from. */
  readonly patternId: string | null
}

/** Voices of fewer companies could be told apart. */
export const fewestCompanies = 3

/** Where a pattern's matters came, in how many municipalities and when. */
export function spreadOf(matters: readonly CarriedMatter[]): {
  readonly municipalities: readonly string[]
  readonly from: Date | null
  readonly to: Date | null
} {
  return {
    municipalities: [...new Set(matters.flatMap(({ municipalities }) => municipalities))].toSorted(),
    from: matters[0]?.receivedAt ?? null,
    to: matters.at(-1)?.receivedAt ?? null,
  }
}
