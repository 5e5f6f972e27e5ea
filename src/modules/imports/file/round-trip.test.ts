import fc from 'fast-check'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { Delimiter } from './csv-sheet.ts'
import type { DecimalSign } from './numbers.ts'
import type { Mapping } from './read-table.ts'
import { places, summary, upload } from './testing.ts'

type Known = Map<string, number | null>

/** Some places and years with a value for each, as the keys `1480 2023`. */
const tables = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...places), { minLength: 2, maxLength: 6 }),
    fc.uniqueArray(fc.integer({ min: 1970, max: 2040 }), { minLength: 1, maxLength: 5 }),
    fc.integer({ min: 0, max: 4 }),
  )
  .chain(([chosen, years, decimals]) => {
    const value = fc
      .integer({ min: -99_999_999, max: 99_999_999 })
      .map((whole) => Number(`${whole}e-${decimals}`))
    const count = chosen.length * years.length
    return fc
      .array(fc.option(value, { freq: 8 }), { minLength: count, maxLength: count })
      .map((values) => ({ chosen, years, values }))
  })

interface Dialect {
  readonly delimiter: Delimiter
  readonly decimalSign: DecimalSign
  readonly thousands: string
  readonly minus: string
  readonly encoding: 'utf-8' | 'utf-8-marked' | 'utf-16' | 'windows-1252'
  readonly form: 'long' | 'years-across' | 'places-across'
  readonly placeAs: 'code' | 'name' | 'both'
  readonly lineEnd: string
  readonly title: string
}

const dialects = fc.record<Dialect>({
  delimiter: fc.constantFrom('\t', ';', ','),
  decimalSign: fc.constantFrom(',', '.'),
  thousands: fc.constantFrom('', ' ', '\u00A0', '\u202F', "'", 'other'),
  minus: fc.constantFrom('-', '\u2212', '–'),
  encoding: fc.constantFrom('utf-8', 'utf-8-marked', 'utf-16', 'windows-1252'),
  form: fc.constantFrom('long', 'years-across', 'places-across'),
  placeAs: fc.constantFrom('code', 'name', 'both'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  title: fc.constantFrom('', 'Sysselsatta, andel (%)', 'Uttag; från källan'),
})

type Table = {
  chosen: readonly (typeof places)[number][]
  years: readonly number[]
  values: readonly (number | null)[]
}

function written(value: number | null, { decimalSign, thousands, minus }: Dialect): string {
  if (value === null) return '..'
  const [whole = '', fraction = ''] = String(Math.abs(value)).split('.')
  const sign = thousands === 'other' ? (decimalSign === ',' ? '.' : ',') : thousands
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, sign)
  return (value < 0 ? minus : '') + grouped + (fraction === '' ? '' : decimalSign + fraction)
}

function rowsIn({ chosen, years, values }: Table, dialect: Dialect): readonly (readonly string[])[] {
  const label = ({ code, name }: (typeof places)[number]) =>
    ({ code, name, both: `${code} ${name}` })[dialect.placeAs]
  const cell = (place: number, year: number) => written(values[place * years.length + year] ?? null, dialect)
  if (dialect.form === 'years-across')
    return [
      ['Kommun', ...years.map(String)],
      ...chosen.map((place, p) => [label(place), ...years.map((_, y) => cell(p, y))]),
    ]
  if (dialect.form === 'places-across')
    return [
      ['År', ...chosen.map(label)],
      ...years.map((year, y) => [String(year), ...chosen.map((_, p) => cell(p, y))]),
    ]
  const rows = chosen.flatMap((place, p) => years.map((year, y) => [label(place), String(year), cell(p, y)]))
  return [['Kommun', 'År', 'Värde'], ...rows]
}

function bytesOf(rows: readonly (readonly string[])[], dialect: Dialect): Uint8Array {
  const quoted = (text: string) =>
    text.includes(dialect.delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
  const title = dialect.title === '' ? [] : [quoted(dialect.title), '']
  const text = [...title, ...rows.map((row) => row.map(quoted).join(dialect.delimiter))].join(dialect.lineEnd)
  switch (dialect.encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text)
    case 'utf-8-marked':
      return new TextEncoder().encode(`\uFEFF${text}`)
    case 'utf-16':
      return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
    case 'windows-1252':
      // What differs from Latin-1 and occurs here; signs that it has not are written as they would be replaced.
      return new Uint8Array(
        Buffer.from(text.replaceAll('\u2212', '-').replaceAll('\u202F', ' '), 'latin1').map((byte, index) =>
          text[index] === '–' ? 0x96 : byte,
        ),
      )
  }
}

function expected({ chosen, years, values }: Table): readonly string[] {
  const known: Known = new Map()
  for (const [p, { code }] of chosen.entries())
    for (const [y, year] of years.entries())
      known.set(`${code} ${year}`, values[p * years.length + y] ?? null)
  return [...known].map(([key, value]) => `${key} ${value === null ? 'not-in-source' : value + 0}`).toSorted()
}

const money = { unit: 'sek', decimals: 4 }

test('what is written in any dialect is read back as it was, once the decimal sign is told', () => {
  fc.assert(
    fc.property(tables, dialects, (table, dialect) => {
      const mapping: Mapping = { decimalSign: dialect.decimalSign }
      const read = upload(bytesOf(rowsIn(table, dialect), dialect), mapping, money)
      expect(summary(read).toSorted()).toEqual(expected(table))
    }),
    { numRuns: 400 },
  )
})

test('without being told it is read back as it was, or asked about; never read as something else', () => {
  fc.assert(
    fc.property(tables, dialects, (table, dialect) => {
      const read = upload(bytesOf(rowsIn(table, dialect), dialect), {}, money)
      const asked = read.ok ? [] : [...new Set(read.problems.map(({ problem }) => problem))]
      expect([summary(read).toSorted(), ['thousands-or-decimals']]).toContainEqual(
        read.ok ? expected(table) : asked,
      )
    }),
    { numRuns: 400 },
  )
})

test('what is written as a workbook is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ chosen, years, values }) => {
      const rows = chosen.map(({ code }, p) => [
        { value: code },
        ...years.map((_, y) => {
          const value = values[p * years.length + y] ?? null
          return value === null ? { value: '..' } : { value }
        }),
      ])
      const heading = [{ value: 'Kommunkod' }, ...years.map((year) => ({ value: year }))]
      const book = await writeExcelFile([heading, ...rows]).toBuffer()
      const read = upload(new Uint8Array(book), {}, money)
      expect(summary(read).toSorted()).toEqual(expected({ chosen, years, values }))
    }),
    { numRuns: 30 },
  )
})
