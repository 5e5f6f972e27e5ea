import { z } from 'zod'
import { SourceFailure } from '../core/source-failure.ts'
import type { Category, Dataset } from './dataset.ts'
import { cellCount } from './json-stat.ts'

/** The JSON that PxWebApi 1 had before JSON-stat: a row per combination of codes, a value per measure. */
const PxJson = z.object({
  columns: z.array(
    z.object({
      code: z.string(),
      text: z.string(),
      type: z.enum(['d', 't', 'c']),
      comment: z.string().optional(),
    }),
  ),
  comments: z.array(z.object({ variable: z.string(), value: z.string(), comment: z.string() })).optional(),
  data: z.array(z.object({ key: z.array(z.string()), values: z.array(z.string()) })),
  metadata: z
    .array(
      z.object({
        updated: z.string().optional(),
        label: z.string().optional(),
        source: z.string().optional(),
      }),
    )
    .optional(),
})
type PxJson = z.infer<typeof PxJson>

/** The measures stand in columns without a variable; in a cube they need one, named as SCB names it. */
const contentsCode = 'ContentsCode'

export function isPxJson(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'columns' in json && 'data' in json
}

/** Makes a cube of the rows. A combination that no row tells of has no value. */
export function datasetFromPxJson(json: unknown, address: string): Dataset {
  const parsed = PxJson.safeParse(json)
  if (!parsed.success)
    throw new SourceFailure('wrong-shape', address, z.prettifyError(parsed.error), parsed.error)
  const { columns, data, comments, metadata } = parsed.data
  const keys = columns.filter(({ type }) => type !== 'c')
  const measures = columns.filter(({ type }) => type === 'c')
  const codes = keys.map((_, column) => [...new Set(data.map(({ key }) => key[column] ?? ''))])
  const cells = cellCount(codes.map(({ length }) => length)) * measures.length
  const places = codes.map((of) => new Map(of.map((code, place) => [code, place])))
  const { values, statuses } = spread(parsed.data, places, measures.length, cells, address)
  const notesOf = (variable: string, value: string): readonly string[] =>
    (comments ?? [])
      .filter((one) => one.variable === variable && one.value === value)
      .map(({ comment }) => comment.trim())
  return {
    label: metadata?.[0]?.label ?? null,
    source: metadata?.[0]?.source ?? null,
    updated: metadata?.[0]?.updated ?? null,
    notes: [],
    isDiscontinued: false,
    dimensions: [
      ...keys.map(({ code, text, type, comment }, column) => ({
        code,
        label: text,
        role: type === 't' ? ('time' as const) : null,
        categories: (codes[column] ?? []).map((one) => category(one, one, notesOf(code, one))),
        notes: comment === undefined ? [] : [comment.trim()],
        extension: {},
      })),
      {
        code: contentsCode,
        label: contentsCode,
        role: 'metric' as const,
        categories: measures.map(({ code, text, comment }) =>
          category(code, text, comment === undefined ? [] : [comment.trim()]),
        ),
        notes: [],
        extension: {},
      },
    ],
    values,
    statuses,
  }
}

function category(code: string, label: string, notes: readonly string[]): Category {
  return { code, label, notes, unit: null }
}

function spread(
  { data, columns }: PxJson,
  places: readonly ReadonlyMap<string, number>[],
  measures: number,
  cells: number,
  address: string,
): Pick<Dataset, 'values' | 'statuses'> {
  const values: (number | null)[] = Array.from({ length: cells }, () => null)
  const statuses = new Map<number, string>()
  for (const [line, row] of data.entries()) {
    if (row.key.length !== places.length || row.values.length !== measures)
      throw new SourceFailure(
        'wrong-shape',
        address,
        `data.${line}: ${columns.length} columns, ${row.key.length} codes and ${row.values.length} values`,
      )
    const from = places.reduce(
      (place, of, column) => place * of.size + (of.get(row.key[column] ?? '') ?? 0),
      0,
    )
    for (const [measure, text] of row.values.entries()) {
      const place = from * measures + measure
      // '.' and '-' are symbols, and Number('') is 0: only what is written as a number is one.
      if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) values[place] = Number(text)
      else if (text !== '') statuses.set(place, text)
    }
  }
  return { values, statuses }
}
