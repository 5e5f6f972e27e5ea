import type { Municipality } from '#modules/region'
import { csvText, type CsvRow } from '#platform/values/csv.ts'
import type { IndicatorSeries } from '../../core/indicator.ts'

/** The columns of the file, in their order. They are documented on the page that offers it. */
export const csvColumns = [
  'indicator',
  'municipality_code',
  'municipality',
  'year',
  'value',
  'missing',
  'preliminary',
  'unit',
  'source',
  'licence',
  'retrieved_on',
  'note',
] as const

/**
 * The municipalities' values as comma-separated text. The region's values are left out: who sums a column
 * would count everything twice.
 */
export function csvOf(all: readonly IndicatorSeries[], municipalities: readonly Municipality[]): string {
  const rows = all.flatMap((series) => rowsOf(series, municipalities))
  return csvText([csvColumns, ...rows])
}

/** The municipalities’ values row by row, in the order of the columns. */
export function rowsOf(
  { indicator, observations, sources }: IndicatorSeries,
  municipalities: readonly Municipality[],
): readonly CsvRow[] {
  const nameOf = new Map(municipalities.map(({ code, name }) => [code, name]))
  const sourceOf = new Map(sources.map((source) => [source.id, source]))
  const own = observations.filter(({ municipality }) => nameOf.has(municipality))
  return own.map((one) => {
    const source = sourceOf.get(one.source)
    return [
      indicator.id,
      one.municipality,
      nameOf.get(one.municipality) ?? '',
      one.year,
      one.value,
      one.missing,
      one.isPreliminary ? 'yes' : 'no',
      indicator.unit,
      source ? `${source.publisher}: ${source.title}` : one.source,
      source?.licence ?? '',
      one.retrievedOn ?? source?.retrievedOn ?? '',
      one.note,
    ]
  })
}
