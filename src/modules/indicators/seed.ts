import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { BilingualText } from '#platform/values/bilingual.ts'
import { directions, missingReasons, units } from './core/indicator.ts'

const Word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const orNull = (text: string) => (text === '' ? null : text)

/** `indicators.json`: what the network follows. */
export const IndicatorsFile = z.array(
  z.strictObject({
    id: Word,
    koladaId: z.string().nullable(),
    headline: z.number().int().positive().nullable(),
    area: z.string().nullable(),
    name: BilingualText,
    definition: BilingualText,
    method: BilingualText,
    unit: z.enum(units),
    decimals: z.number().int().min(0).max(4),
    direction: z.enum(directions),
    regionRule: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('sum') }),
      z.strictObject({ kind: z.literal('weighted-mean'), weight: Word }),
      z.strictObject({ kind: z.literal('none'), why: BilingualText }),
    ]),
    standIn: Word.nullable(),
    howToRetrieve: BilingualText,
    nextPublication: z.iso.date().nullable(),
    breaks: z.array(z.strictObject({ from: z.number().int(), text: BilingualText })),
  }),
)

/** `sources.json`: where the values come from. */
const SourcesFile = z.array(
  z.strictObject({
    id: z.string().min(1),
    publisher: z.string().min(1),
    title: z.string().min(1),
    url: z.url().nullable(),
    licence: z.string().min(1),
    licenceUrl: z.url().nullable(),
    vintage: z.string().min(1),
    retrievedOn: z.string().nullable(),
    note: BilingualText,
  }),
)

/** One row of `observations.csv`: a value, or the reason why there is none; never both and never neither. */
export const ObservationRow = z
  .strictObject({
    indicator: Word,
    municipality: z.string().min(1),
    year: z.coerce.number().int().min(1900).max(2100),
    value: z
      .string()
      .regex(/^(-?\d+(\.\d+)?)?$/)
      .transform((text) => (text === '' ? null : Number(text))),
    missing: z.string().transform(orNull).pipe(z.enum(missingReasons).nullable()),
    source: z.string().min(1),
    retrieved_on: z.string().transform(orNull),
    note: z.string().transform(orNull),
  })
  .refine((row) => (row.value === null) !== (row.missing === null), 'a row has either a value or a reason')

/** The three files as they were read: parsed JSON twice, and the text of the table. */
export interface IndicatorFiles {
  readonly indicators: unknown
  readonly sources: unknown
  readonly observations: string
}

/** Reads the table of observations; the first line names the columns. */
export function readObservations(csv: string): readonly z.infer<typeof ObservationRow>[] {
  const rows: unknown = parse(csv, { columns: true, bom: true, skip_empty_lines: true })
  return z.array(ObservationRow).parse(rows)
}

/**
 * Plants a network's indicators with their values, as the database's owner. Its municipalities are there before.
 * Answers how many there were of each.
 */
export async function plantIndicators(
  tx: Tx,
  networkId: string,
  files: IndicatorFiles,
): Promise<{ indicators: number; sources: number; observations: number }> {
  const sources = SourcesFile.parse(files.sources)
  const indicators = IndicatorsFile.parse(files.indicators)
  const observations = readObservations(files.observations)

  for (const { note, ...source } of sources) {
    await tx
      .insertInto('source')
      .values({ networkId, ...source, note: JSON.stringify(note) })
      .execute()
  }
  for (const { area, name, definition, method, regionRule, howToRetrieve, breaks, ...plain } of indicators) {
    const texts = { name, definition, method, regionRule, howToRetrieve, breaks }
    const written = Object.fromEntries(
      Object.entries(texts).map(([column, value]) => [column, JSON.stringify(value)]),
    )
    await tx
      .insertInto('indicator')
      .values({ networkId, ...plain, areaId: area, ...(written as Record<keyof typeof texts, string>) })
      .execute()
  }
  // A statement takes 65,535 parameters; a row here takes nine.
  for (let start = 0; start < observations.length; start += 1000) {
    const rows = observations
      .slice(start, start + 1000)
      .map(({ indicator, source, retrieved_on, ...row }) => ({
        networkId,
        indicatorId: indicator,
        sourceId: source,
        retrievedOn: retrieved_on,
        ...row,
      }))
    await tx.insertInto('observation').values(rows).execute()
  }
  return { indicators: indicators.length, sources: sources.length, observations: observations.length }
}
