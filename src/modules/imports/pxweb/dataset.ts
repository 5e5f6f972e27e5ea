import { done, type Outcome } from '#platform/outcome.ts'
import {
  cellCount,
  codesOf,
  JsonStatDataset,
  JsonStatStructure,
  readJsonStat,
  type JsonStat,
  type JsonStatProblem,
} from './json-stat.ts'

/** A cube of figures, read and checked: `values` holds every cell, the last dimension turning fastest. */
export interface Dataset {
  readonly label: string | null
  readonly source: string | null
  /** When the source last changed it, as the source writes it. */
  readonly updated: string | null
  readonly notes: readonly string[]
  /** The office says that the table gets no more figures. */
  readonly isDiscontinued: boolean
  readonly dimensions: readonly Dimension[]
  readonly values: readonly (number | null)[]
  /** What the source says beside a cell, by the cell's place in `values`. */
  readonly statuses: ReadonlyMap<number, string>
}

export interface Dimension {
  readonly code: string
  readonly label: string
  readonly role: 'time' | 'geo' | 'metric' | null
  readonly categories: readonly Category[]
  readonly notes: readonly string[]
  readonly extension: Readonly<Record<string, unknown>>
}

export interface Category {
  readonly code: string
  readonly label: string
  readonly notes: readonly string[]
  readonly unit: { readonly base: string | null; readonly decimals: number | null } | null
}

/** One cell: the code it stands at in each dimension, in the dataset's order. */
export interface Cell {
  readonly codes: readonly string[]
  readonly value: number | null
  readonly status: string | null
}

/** Reads a JSON-stat 2 dataset with its values. */
export function parseDataset(json: unknown): Outcome<Dataset, readonly JsonStatProblem[]> {
  const read = readJsonStat(JsonStatDataset, json)
  return read.ok ? done(datasetFrom(read.value, valuesOf(read.value), statusesOf(read.value))) : read
}

/** Reads the metadata of a table: a dataset whose values are left out. */
export function parseStructure(json: unknown): Outcome<Dataset, readonly JsonStatProblem[]> {
  const read = readJsonStat(JsonStatStructure, json)
  return read.ok ? done(datasetFrom(read.value, [], new Map())) : read
}

/** Every cell in order. Each has codes of its own, so that it may be kept. */
export function* cellsOf({ dimensions, values, statuses }: Dataset): Generator<Cell> {
  const codes = dimensions.map(({ categories }) => categories.map(({ code }) => code))
  const at = codes.map(() => 0)
  for (const [place, value] of values.entries()) {
    yield {
      codes: codes.map((of, dimension) => of[at[dimension] ?? 0] ?? ''),
      value,
      status: statuses.get(place) ?? null,
    }
    for (let dimension = at.length - 1; dimension >= 0; dimension -= 1) {
      const next = (at[dimension] ?? 0) + 1
      at[dimension] = next % (codes[dimension]?.length ?? 1)
      if (at[dimension] !== 0) break
    }
  }
}

function datasetFrom(
  read: JsonStat,
  values: Dataset['values'],
  statuses: ReadonlyMap<number, string>,
): Dataset {
  return {
    label: read.label ?? null,
    source: read.source ?? null,
    updated: read.updated ?? null,
    notes: read.note ?? [],
    isDiscontinued: read.extension?.['discontinued'] === true,
    dimensions: read.id.map((code) => dimensionFrom(read, code)),
    values,
    statuses,
  }
}

function dimensionFrom({ dimension, role }: JsonStat, code: string): Dimension {
  const read = dimension[code] ?? { category: {} }
  const roles = (['time', 'geo', 'metric'] as const).filter((kind) => role?.[kind]?.includes(code))
  const { label, note, unit } = read.category
  const labels = new Map(Object.entries(label ?? {}))
  const notes = new Map(Object.entries(note ?? {}))
  const units = new Map(Object.entries(unit ?? {}))
  return {
    code,
    label: read.label ?? code,
    role: roles[0] ?? null,
    categories: codesOf(read).map((category) => {
      const of = units.get(category)
      return {
        code: category,
        label: labels.get(category) ?? category,
        notes: notes.get(category) ?? [],
        unit: of ? { base: of.base ?? null, decimals: of.decimals ?? null } : null,
      }
    }),
    notes: read.note ?? [],
    extension: read.extension ?? {},
  }
}

function valuesOf({ value, size }: JsonStat): Dataset['values'] {
  if (Array.isArray(value)) return value
  const values: (number | null)[] = Array.from({ length: cellCount(size) }, () => null)
  for (const [place, one] of Object.entries(value ?? {})) values[Number(place)] = one
  return values
}

function statusesOf({ status, size }: JsonStat): ReadonlyMap<number, string> {
  if (status === undefined || status === null) return new Map()
  const everywhere = Array.isArray(status) && status.length === 1 ? status[0] : status
  if (typeof everywhere === 'string')
    return new Map(Array.from({ length: cellCount(size) }, (_, place) => [place, everywhere]))
  return new Map(
    Object.entries(status).flatMap(([place, one]: [string, string | null]) =>
      one === null || one === '' ? [] : [[Number(place), one]],
    ),
  )
}
