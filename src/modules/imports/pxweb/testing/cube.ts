import type { Category, Dataset } from '../dataset.ts'
import { cellsOf } from '../dataset.ts'
import { cellCount, type JsonStat } from '../json-stat.ts'

/** A table that the server answers from. */
export interface Cube {
  readonly dataset: Dataset
  /** Variables that may be left out; their values are added up then. */
  readonly eliminable: readonly string[]
  /** The metadata as they were recorded, where they were. */
  readonly recorded?: unknown
}

export type Wanted = ReadonlyMap<string, readonly string[]>

/** The part of a cube that a question asks for, or the name of what the cube does not have. */
export function cutOut({ dataset, eliminable }: Cube, wanted: Wanted): JsonStat | string {
  const codes = dataset.dimensions.map(({ code }) => code)
  const stray = [...wanted.keys()].find((code) => !codes.includes(code))
  if (stray !== undefined) return `Non-existent variable ${stray}`
  for (const { code, categories } of dataset.dimensions) {
    const values = wanted.get(code)
    if (!values && !eliminable.includes(code)) return `Missing selection for mandatory variable ${code}`
    const strange = values?.find((value) => !categories.some((one) => one.code === value))
    if (strange !== undefined) return `Non-existent value ${strange} for ${code}`
  }
  const kept = dataset.dimensions.filter(({ code }) => wanted.has(code))
  const sums = new Map<string, { value: number | null; status: string | null }>()
  for (const { codes: at, value, status } of cellsOf(dataset)) {
    const key = codes.flatMap((code, place) => (wanted.has(code) ? [at[place]] : [])).join('\n')
    const before = sums.get(key)
    const sum = before && before.value !== null && value !== null ? before.value + value : value
    sums.set(key, { value: sum, status })
  }
  const orders = kept.map(({ code }) => wanted.get(code) ?? [])
  const cells = combinations(orders).map((key) => sums.get(key.join('\n')) ?? { value: null, status: null })
  return write(dataset, orders, kept, cells)
}

/** How many cells a question asks for, left-out variables counting as one. */
export function cellsWanted(wanted: Wanted): number {
  return cellCount([...wanted.values()].map(({ length }) => length))
}

function combinations(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (all, list) => all.flatMap((one) => list.map((value) => [...one, value])),
    [[]],
  )
}

function write(
  dataset: Dataset,
  orders: readonly (readonly string[])[],
  kept: Dataset['dimensions'],
  cells: readonly { readonly value: number | null; readonly status: string | null }[],
): JsonStat {
  const statuses = cells.flatMap(({ status }, place) => (status === null ? [] : [[String(place), status]]))
  return {
    version: '2.0',
    class: 'dataset',
    label: dataset.label,
    source: dataset.source,
    updated: dataset.updated,
    ...(dataset.notes.length === 0 ? {} : { note: [...dataset.notes] }),
    role: rolesOf(kept),
    id: kept.map(({ code }) => code),
    size: orders.map(({ length }) => length),
    dimension: Object.fromEntries(
      kept.map(({ code, label, categories }, place) => [
        code,
        {
          label,
          category: {
            index: Object.fromEntries((orders[place] ?? []).map((value, position) => [value, position])),
            label: Object.fromEntries(
              (orders[place] ?? []).map((value) => [
                value,
                categories.find((one) => one.code === value)?.label ?? value,
              ]),
            ),
            ...unitsOf(categories),
          },
        },
      ]),
    ),
    value: cells.map(({ value }) => value),
    ...(statuses.length === 0 ? {} : { status: Object.fromEntries(statuses) as Record<string, string> }),
  }
}

function unitsOf(categories: readonly Category[]): object {
  const units = categories.flatMap(({ code, unit }) => (unit ? [[code, unit]] : []))
  return units.length === 0 ? {} : { unit: Object.fromEntries(units) as object }
}

function rolesOf(dimensions: Dataset['dimensions']): JsonStat['role'] {
  const of = (role: 'time' | 'geo' | 'metric'): string[] =>
    dimensions.filter((one) => one.role === role).map(({ code }) => code)
  return { time: of('time'), metric: of('metric') }
}

/** The metadata of a cube as PxWebApi 2 writes them: a dataset without values. */
export function metadataOf(cube: Cube): unknown {
  if (cube.recorded !== undefined) return cube.recorded
  const whole = new Map(
    cube.dataset.dimensions.map(({ code, categories }) => [code, categories.map((one) => one.code)]),
  )
  const cut = cutOut(cube, whole)
  if (typeof cut === 'string') throw new Error(cut)
  const dimension = Object.fromEntries(
    Object.entries(cut.dimension).map(([code, one]) => [
      code,
      { ...one, extension: { elimination: cube.eliminable.includes(code) } },
    ]),
  )
  return { ...cut, dimension, value: [], status: undefined }
}
