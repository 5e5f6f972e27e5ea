import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { addSource, beginSeries, missingReasons, record, type Figure } from '#modules/statistics'
import type { Tx } from '#platform/database/connection.ts'
import { BilingualText } from '#platform/values/bilingual.ts'
import { directions, groupId, units } from './core/indicator.ts'

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
      z.strictObject({ kind: z.literal('median') }),
      z.strictObject({ kind: z.literal('group'), group: z.string().regex(groupId) }),
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

type IndicatorInFile = z.infer<typeof IndicatorsFile>[number]
type Row = z.infer<typeof ObservationRow>

/**
 * Plants a network's indicators with their values, as the database's owner. Its municipalities are there before.
 * Answers how many there were of each.
 */
export async function plantIndicators(
  tx: Tx,
  networkId: string,
  files: IndicatorFiles,
  now: Date,
): Promise<{ indicators: number; sources: number; observations: number }> {
  const sources = SourcesFile.parse(files.sources)
  const indicators = IndicatorsFile.parse(files.indicators)
  const observations = readObservations(files.observations)

  for (const source of sources) await addSource(tx, networkId, source)
  const seriesOf = new Map<string, number>()
  for (const indicator of indicators) {
    const key = keyOf(indicator)
    await tx
      .insertInto('indicator')
      .values({ networkId, ...rowOf(indicator) })
      .execute()
    seriesOf.set(indicator.id, (await beginSeries(tx, networkId, { key, title: null })).id)
  }
  const together = Map.groupBy(observations, (row) => `${row.source} ${row.retrieved_on}`)
  for (const rows of together.values()) await plantTogether(tx, networkId, rows, seriesOf, now)
  return { indicators: indicators.length, sources: sources.length, observations: observations.length }
}

/** Values that one source gave on one day came to be known together. */
async function plantTogether(
  tx: Tx,
  networkId: string,
  rows: readonly Row[],
  seriesOf: ReadonlyMap<string, number>,
  knownAt: Date,
): Promise<void> {
  const [first] = rows
  if (!first) return
  const origin = { sourceId: first.source, retrievedOn: first.retrieved_on }
  const batches = [...Map.groupBy(rows, (row) => row.indicator)].flatMap(([indicator, own]) => {
    const series = seriesOf.get(indicator)
    if (series === undefined) throw new Error(`There are values of ${indicator}, which is no indicator`)
    return [{ series, figures: own.map(figureOf) }]
  })
  const retrieval = { knownAt, way: 'planted', ...origin, byPerson: null, confirmedBy: null } as const
  await record(tx, networkId, retrieval, batches)
}

function figureOf({ municipality, year, value, missing, note }: Row): Figure {
  const cell = { place: municipality, gender: 'all', year, isPreliminary: false, note } as const
  if (value !== null) return { ...cell, value, missing: null }
  // The schema refuses a row that has neither a value nor a reason.
  return { ...cell, value, missing: missing ?? 'not-in-source' }
}

function keyOf({ id, koladaId }: Pick<IndicatorInFile, 'id' | 'koladaId'>): string {
  return koladaId === null ? `own:${id}` : `kolada:${koladaId}`
}

function rowOf(indicator: IndicatorInFile) {
  const { area, koladaId, name, definition, method, regionRule, howToRetrieve, breaks, ...plain } = indicator
  return {
    ...plain,
    series: [keyOf({ id: plain.id, koladaId })],
    areaId: area,
    name: JSON.stringify(name),
    definition: JSON.stringify(definition),
    method: JSON.stringify(method),
    regionRule: JSON.stringify(regionRule),
    howToRetrieve: JSON.stringify(howToRetrieve),
    breaks: JSON.stringify(breaks),
  }
}
