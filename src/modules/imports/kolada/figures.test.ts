import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '#modules/statistics'
import { readAnswer, type DataRecord } from './answers.ts'
import { catalogueEntry, type CatalogueEntry } from './catalogue.ts'
import { koladaFigures, withAnswers } from './figures.ts'
import dataRecords from './testing/data-records.json' with { type: 'json' }
import kpiRecords from './testing/kpi-records.json' with { type: 'json' }

const address = 'https://api.kolada.se/v3/kpi?per_page=5000'
const catalogue = new Map(
  readAnswer('kpis', address, JSON.stringify(kpiRecords))
    .records.map(catalogueEntry)
    .map((entry) => [entry.id, entry]),
)
const context = { retrievedOn: '2026-11-24', entryOf: (kpi: string) => catalogue.get(kpi) }

type Value = DataRecord['values'][number]

function record(value: Partial<Value>, at: Partial<DataRecord> = {}): DataRecord {
  const whole = { gender: 'T', value: 61.5, status: '', count: 1, isDeleted: false, ...value }
  return { kpi: 'U07453', municipality: '1489', period: 2024, values: [whole], ...at }
}

function figureOf(value: Partial<Value>, at: Partial<DataRecord> = {}, about = context): Figure | undefined {
  const read = koladaFigures([record(value, at)], about)
  return read.ok ? read.value[0]?.figures[0] : undefined
}

function knowing(entry: Partial<CatalogueEntry>, retrievedOn = '2026-11-24') {
  const known = catalogue.get('U07453')
  return { retrievedOn, entryOf: () => known && { ...known, ...entry } }
}

test('real records become figures, one series for each KPI', () => {
  const url = 'https://api.kolada.se/v3/data/kpi/N01951,N03702,N03703?per_page=5000'
  const raw = JSON.stringify({ values: dataRecords, next_url: null })
  const { records } = readAnswer('data', url, raw)
  const read = koladaFigures(records, context)
  if (!read.ok) throw new Error('refused')
  expect(read.value.map(({ series }) => series).toSorted()).toEqual([
    'kolada:N01951',
    'kolada:N03702',
    'kolada:N03703',
  ])
  const population = read.value.find(({ kpi }) => kpi === 'N01951')?.figures
  expect(population).toContainEqual({
    place: '1480',
    gender: 'all',
    year: 2023,
    value: 604_616,
    missing: null,
    isPreliminary: false,
    note: null,
  })
  expect(population).toHaveLength(195)
})

test.each([
  ['T', 'all'],
  ['K', 'women'],
  ['M', 'men'],
])('gender %s is %s', (gender, name) => {
  expect(figureOf({ gender })).toMatchObject({ gender: name, value: 61.5 })
})

test('zero is a value', () => {
  expect(figureOf({ value: 0 })).toMatchObject({ value: 0, missing: null })
})

test('a group’s figure tells how many members are behind it', () => {
  expect(figureOf({ count: 12 }, { municipality: 'G96190' })).toMatchObject({
    place: 'G96190',
    note: 'members: 12',
  })
})

describe('a value that is not there has a reason', () => {
  test.each([
    ['no status', '', 'not-in-source', 'fewest answers: 20'],
    ['a status that says it is kept secret', 'Private', 'suppressed', 'status: Private; fewest answers: 20'],
    ['a status that nobody knows', 'Omräknas', 'not-in-source', 'status: Omräknas; fewest answers: 20'],
  ])('%s', (_, status, missing, note) => {
    expect(figureOf({ value: null, status })).toMatchObject({ value: null, missing, note })
  })

  test('deleted since the last time', () => {
    expect(figureOf({ value: null, isDeleted: true }, { kpi: 'N01951' })).toMatchObject({
      missing: 'not-in-source',
      note: 'deleted',
    })
  })

  test('the KPI ended before the year', () => {
    expect(figureOf({ value: null }, { kpi: 'U07451', period: 2025 })).toMatchObject({
      missing: 'discontinued',
    })
    expect(figureOf({ value: null }, { kpi: 'U07451', period: 2024 })).toMatchObject({
      missing: 'not-in-source',
    })
  })

  test('the year is not published yet', () => {
    const about = knowing({ publicationPeriod: 2024, publicationDate: '2026-12-01' })
    expect(figureOf({ value: null }, {}, about)).toMatchObject({ missing: 'not-yet-published' })
    expect(figureOf({ value: null }, { period: 2023 }, about)).toMatchObject({ missing: 'not-in-source' })
    expect(figureOf({ value: null }, {}, { ...about, retrievedOn: '2026-12-02' })).toMatchObject({
      missing: 'not-in-source',
    })
  })

  test('a KPI that the catalogue does not know', () => {
    expect(figureOf({ value: null }, { kpi: 'N99999' })).toMatchObject({
      missing: 'not-in-source',
      note: null,
    })
  })
})

test.each([
  ['before the preliminary figures', '2026-04-30', 2025, false],
  ['between the preliminary and the final figures', '2026-05-04', 2025, true],
  ['an earlier year in that time', '2026-05-04', 2024, false],
  ['after the final figures', '2026-09-30', 2025, false],
])('preliminary: %s', (_, retrievedOn, period, isPreliminary) => {
  const about = knowing(
    { publicationPeriod: 2025, preliminaryPublicationDate: '2026-05-04', publicationDate: '2026-09-30' },
    retrievedOn,
  )
  expect(figureOf({}, { period }, about)).toMatchObject({ isPreliminary })
})

describe('all or nothing', () => {
  test.each([
    ['NaN', record({ value: Number.NaN }), 'not-a-number'],
    ['infinity', record({ value: Infinity }), 'not-a-number'],
    ['a year too early', record({}, { period: 1899 }), 'year-out-of-range'],
    ['a year too late', record({}, { period: 2101 }), 'year-out-of-range'],
    ['half a year', record({}, { period: 2024.5 }), 'year-out-of-range'],
    ['a gender that Kolada does not have', record({ gender: 'F' }), 'unknown-gender'],
    ['a word that every object knows', record({ gender: 'constructor' }), 'unknown-gender'],
    ['a place that is none', record({}, { municipality: 'V15E144001301' }), 'unknown-place'],
  ])('%s', (_, wrong, problem) => {
    const read = koladaFigures([record({}, { period: 2020 }), wrong], context)
    expect(read).toMatchObject({ ok: false, refusal: [{ problem, kpi: 'U07453' }] })
  })

  test('every problem is told', () => {
    const read = koladaFigures([record({ gender: 'F' }), record({}, { period: 1 })], context)
    expect(read.ok ? [] : read.refusal.map(({ problem }) => problem)).toEqual([
      'unknown-gender',
      'year-out-of-range',
    ])
  })

  test('the same figure twice is one, two different ones are a contradiction', () => {
    const twice = koladaFigures([record({}), record({})], context)
    expect(twice.ok && twice.value[0]?.figures).toHaveLength(1)
    expect(koladaFigures([record({}), record({ value: 62 })], context)).toMatchObject({
      refusal: [{ problem: 'contradiction', found: '61.5 / 62' }],
    })
  })
})

test('no figure is lost, invented or made zero', () => {
  const cell = fc.record({
    place: fc.constantFrom('1480', '1489', 'G96190'),
    year: fc.integer({ min: 1900, max: 2100 }),
    gender: fc.constantFrom('T', 'K', 'M'),
    value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(cell, { selector: ({ place, year, gender }) => place + year + gender }),
      (cells) => {
        const records = cells.map(({ place, year, gender, value }) =>
          record({ gender, value }, { municipality: place, period: year }),
        )
        const read = koladaFigures(records, context)
        const figures = read.ok ? (read.value[0]?.figures ?? []) : []
        expect(figures.map(({ value }) => value)).toEqual(cells.map(({ value }) => value))
        expect(figures.every(({ value, missing }) => (value === null) !== (missing === null))).toBe(true)
      },
    ),
  )
})

test('the number of answers tells too few from none', () => {
  const gap = (place: string) => figureOf({ value: null }, { municipality: place })
  const answers = (place: string, value: number) =>
    figureOf({ value }, { municipality: place, kpi: 'U07554' })
  const figures = [gap('1440'), gap('1489'), gap('1480'), gap('1401'), figureOf({})].filter((one) => !!one)
  const counts = [answers('1440', 12), answers('1489', 0), answers('1480', 20)].filter((one) => !!one)
  expect(withAnswers(figures, counts, 20).map(({ missing }) => missing)).toEqual([
    'too-few-answers',
    'not-participated',
    'not-in-source',
    'not-in-source',
    null,
  ])
})
