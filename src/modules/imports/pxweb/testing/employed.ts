import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Dataset } from '../dataset.ts'
import type { Cube } from './cube.ts'

const variable = z.tuple([z.string(), z.record(z.string(), z.string())])
const words = z
  .object({
    label: z.string(),
    notes: z.array(z.string()),
    region: variable,
    gender: variable,
    contents: variable,
    time: z.string(),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'employed.json'), 'utf8')))

const units: Readonly<Record<string, { base: string; decimals: number }>> = {
  ANTAL: { base: 'antal', decimals: 0 },
  ANDEL: { base: 'procent', decimals: 1 },
}

/** What is counted in a place, of a gender, in a year: made up, and easy to reckon by hand. */
export function employed(place: string, gender: string, year: number): number {
  return Number(place) * 10 + (year - 2000) + (gender === '2' ? 5 : 0)
}

/**
 * A made-up table as a real one is made: municipalities and the country, no total of women and men, two measures, the
 * figures of 2024 preliminary, and a cell that may not be given.
 */
export function employedByYear(years: readonly number[] = [2019, 2020, 2021, 2022, 2023, 2024]): Cube {
  const dimensions = [
    dimension('Region', words.region, null),
    dimension('Kon', words.gender, null),
    dimension('ContentsCode', words.contents, 'metric'),
    dimension('Tid', [words.time, Object.fromEntries(years.map((year) => [year, String(year)]))], 'time'),
  ]
  const cells = combinations(dimensions).map(cellAt)
  const dataset: Dataset = {
    label: words.label,
    source: 'SCB',
    updated: '2026-03-05T07:00:00Z',
    notes: words.notes,
    isDiscontinued: false,
    dimensions,
    values: cells.map(({ value }) => value),
    statuses: new Map(cells.flatMap(({ status }, place) => (status === null ? [] : [[place, status]]))),
  }
  return { dataset, eliminable: ['Region', 'Kon'] }
}

function cellAt([place = '', gender = '', what = '', time = '']: readonly string[]) {
  const year = Number(time)
  if (place === '1441' && gender === '2' && year === 2020) return { value: null, status: ':' }
  const value = what === 'ANTAL' ? employed(place, gender, year) : 50 + (year - 2000) / 10
  return { value, status: year === 2024 ? 'p' : null }
}

function combinations(dimensions: Dataset['dimensions']): readonly (readonly string[])[] {
  return dimensions.reduce<readonly (readonly string[])[]>(
    (all, { categories }) => all.flatMap((one) => categories.map(({ code }) => [...one, code])),
    [[]],
  )
}

function dimension(
  code: string,
  [label, values]: z.infer<typeof variable>,
  role: Dataset['dimensions'][number]['role'],
): Dataset['dimensions'][number] {
  const categories = Object.entries(values).map(([value, name]) => ({
    code: value,
    label: name,
    notes: [],
    unit: units[value] ?? null,
  }))
  return { code, label, role, categories, notes: [], extension: {} }
}
