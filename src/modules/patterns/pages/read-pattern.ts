import { inTransaction, type Visit } from '#modules/accounts'
import { frameworkOf } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import type { CarriedMatter, Pattern, Theme } from '../core/pattern.ts'
import { sentencesOf } from '../sentence-store.ts'
import { mattersToTell } from '../return-store.ts'
import { mattersOfPattern } from '../carry-store.ts'
import { raisedOf, themesOf } from '../raise-store.ts'
import { companiesBehind, patternWith, voicesOf, type Voice } from '../store.ts'

/** A pattern as somebody reads it, with all that belongs to it. */
export interface ReadPattern {
  readonly pattern: Pattern
  readonly matters: readonly CarriedMatter[]
  readonly companies: number
  readonly voices: readonly Voice[]
  readonly raised: Awaited<ReturnType<typeof raisedOf>>
  readonly themes: readonly Theme[]
  readonly sentence: string | null
  /** How many companies have yet to be told what came of it; for the coordinator. */
  readonly untold: number
  readonly interventions: Awaited<ReturnType<typeof frameworkOf>>['interventions']
  readonly nameOf: (municipality: string) => string
}

/** Null where there is none, or the reader may not know of it. */
export async function readPattern(visit: Visit, id: string): Promise<ReadPattern | null> {
  return inTransaction(visit, async (tx) => {
    const pattern = await patternWith(tx, id)
    if (!pattern) return null
    const municipalities = await municipalitiesOf(tx)
    const { interventions } = await frameworkOf(tx)
    return {
      pattern,
      matters: await mattersOfPattern(tx, id),
      companies: await companiesBehind(tx, id),
      voices: await voicesOf(tx, id),
      raised: await raisedOf(tx, id),
      themes: await themesOf(tx, id),
      sentence: (await sentencesOf(tx, id))[0]?.text ?? null,
      untold: (await mattersToTell(tx, id)).length,
      interventions: interventions.filter(({ retiredAt }) => retiredAt === null),
      nameOf: (code) => municipalities.find((one) => one.code === code)?.name ?? code,
    }
  })
}

/** The municipalities of the matters, by name, in one line. */
export function placesInWords(codes: readonly string[], nameOf: (code: string) => string): string {
  return codes
    .map(nameOf)
    .toSorted((a, b) => a.localeCompare(b, 'sv'))
    .join(', ')
}
