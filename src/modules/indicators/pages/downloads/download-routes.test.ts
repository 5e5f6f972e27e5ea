import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../../tests/database.ts'
import { plantRegion, visitedBy, type Planted } from '../../testing.ts'
import type { JsonStatDataset } from './json-stat.ts'
import { OpenIndicator } from './open-data.ts'
import { indicatorRoutes } from '../routes.tsx'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

const get = async (address: string) =>
  visitedBy(planted, database.db, 'visitor', indicatorRoutes()).request(address)

/** The schema of a dataset as the statistical offices' interface publishes it. */
const schema: object = JSON.parse(
  readFileSync(new URL('../../../../../data/json-stat/dataset.schema.json', import.meta.url), 'utf8'),
)
// The schema's patterns escape characters that Unicode patterns may not.
const isDataset = new Ajv({ unicodeRegExp: false, strict: false }).compile<JsonStatDataset>(schema)

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe.each([
  ['/indikatorer/folkmangd/data.csv', 'text/csv; charset=utf-8; header=present', 'folkmangd.csv'],
  ['/indikatorer/folkmangd/data.json', 'application/json; charset=utf-8', 'folkmangd.json'],
  ['/indikatorer/folkmangd/data.xlsx', excel, 'folkmangd.xlsx'],
  ['/indikatorer/folkmangd/json-stat.json', 'application/json; charset=utf-8', 'folkmangd.json-stat.json'],
  ['/en/indicators/folkmangd/data.xlsx', excel, 'folkmangd.xlsx'],
  ['/indikatorer/data.csv', 'text/csv; charset=utf-8; header=present', 'goteborgsregionen.csv'],
  ['/indikatorer/data.json', 'application/json; charset=utf-8', 'goteborgsregionen.json'],
  ['/indikatorer/data.xlsx', excel, 'goteborgsregionen.xlsx'],
  ['/en/indicators/json-stat.json', 'application/json; charset=utf-8', 'goteborgsregionen.json-stat.json'],
])('%s', (address, type, name) => {
  it('is a file with a name', async () => {
    const answer = await get(address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
  })
})

it.each(['data.csv', 'data.json', 'data.xlsx', 'json-stat.json'])(
  'of an unknown indicator there is no %s',
  async (file) => {
    expect((await get(`/indikatorer/finns-inte/${file}`)).status).toBe(404)
  },
)

it.each([
  ['data.csv', 200],
  ['data.json', 200],
  ['data.xlsx', 200],
  // A cube without a year cannot be said.
  ['json-stat.json', 404],
])('of an indicator without values, %s answers %i', async (file, status) => {
  expect((await get(`/indikatorer/arbetsloshet/${file}`)).status).toBe(status)
})

async function datasets(): Promise<readonly JsonStatDataset[]> {
  const answer = await get('/indikatorer/json-stat.json')
  const collection: { class: string; link: { item: readonly JsonStatDataset[] } } = JSON.parse(
    await answer.text(),
  )
  expect(collection.class).toBe('collection')
  return collection.link.item
}

describe('JSON-stat', () => {
  it('is what the schema says, of every indicator that has values', async () => {
    const all = await datasets()
    expect(all.length).toBeGreaterThan(10)
    for (const one of all) {
      isDataset(one)
      expect([one.extension['indicator'], isDataset.errors]).toEqual([one.extension['indicator'], null])
      expect(one.value).toHaveLength(one.size.reduce((product, count) => product * count, 1))
    }
  })

  it('would be refused by the schema if it were wrong', async () => {
    const [first] = await datasets()
    expect(isDataset({ ...first, status: ['p'] })).toBe(false)
    expect(isDataset({ ...first, updated: 'i går' })).toBe(false)
  })

  it('has every value of the CSV file in its cell, and says why others are missing', async () => {
    const rows: Record<string, string>[] = parse(await (await get('/indikatorer/data.csv')).text(), {
      columns: true,
      bom: true,
    })
    const all = new Map((await datasets()).map((one) => [one.extension['indicator'], one]))
    expect(rows.length).toBeGreaterThan(1000)
    for (const row of rows) {
      const dataset = all.get(row['indicator'] ?? '')
      const cell = dataset && numberOfCell(dataset, row)
      expect(cell).toBeDefined()
      expect(dataset?.value[cell ?? -1] ?? null).toBe(row['value'] === '' ? null : Number(row['value']))
      const status = dataset?.status[String(cell)]
      expect(status === 'p' ? '' : (status ?? '')).toBe(row['missing'])
    }
  })
})

function numberOfCell({ id, size, dimension }: JsonStatDataset, row: Record<string, string>): number {
  const codes: Readonly<Record<string, string | undefined>> = {
    indicator: row['indicator'],
    region: row['municipality_code'],
    sex: 'all',
    year: row['year'],
  }
  return id.reduce((number, name, at) => {
    const position = dimension[name]?.category.index[codes[name] ?? ''] ?? Number.NaN
    return number * (size[at] ?? 0) + position
  }, 0)
}

it('the JSON file of all has each indicator as its own file has it', async () => {
  const all: { indicators: readonly unknown[] } = JSON.parse(
    await (await get('/indikatorer/data.json')).text(),
  )
  const found = all.indicators.map((one) => OpenIndicator.parse(one))
  const own = OpenIndicator.parse(JSON.parse(await (await get('/indikatorer/folkmangd/data.json')).text()))
  expect(found.find(({ id }) => id === 'folkmangd')).toEqual(own)
})
