import type { Municipality } from '#modules/region'
import type { IndicatorSeries } from '../core/indicator.ts'

/** The columns of the file, in their order. They are documented on the page that offers it. */
export const csvColumns = [
  'indicator',
  'municipality_code',
  'municipality',
  'year',
  'value',
  'missing',
  'unit',
  'source',
  'licence',
  'retrieved_on',
  'note',
] as const

// Without the mark Excel reads UTF-8 as Windows-1252 and Öckerö becomes Ã–ckerÃ¶.
const byteOrderMark = '\uFEFF'

/**
 * The municipalities' values as comma-separated text by RFC 4180. The region's values are left out: who sums a column
 * would count everything twice.
 */
export function csvOf(series: IndicatorSeries, municipalities: readonly Municipality[]): string {
  const { indicator, observations, sources } = series
  const nameOf = new Map(municipalities.map(({ code, name }) => [code, name]))
  const sourceOf = new Map(sources.map((source) => [source.id, source]))
  const rows = observations.map((one) => {
    const source = sourceOf.get(one.source)
    return [
      indicator.id,
      one.municipality,
      nameOf.get(one.municipality) ?? '',
      one.year,
      one.value,
      one.missing,
      indicator.unit,
      source ? `${source.publisher}: ${source.title}` : one.source,
      source?.licence ?? '',
      one.retrievedOn ?? source?.retrievedOn ?? '',
      one.note,
    ]
  })
  return byteOrderMark + [csvColumns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

function cellText(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = isFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// A spreadsheet runs a cell that begins like this. Numbers are ours and keep their minus.
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text)
}
