import { beforeAll, expect, test } from 'vitest'
import { readTable, type ReadTable } from '../src/modules/imports/file/read-table.ts'
import { indicatorRoutes } from '../src/modules/indicators/pages/routes.tsx'
import { plantRegion, visitedBy, type Planted } from '../src/modules/indicators/testing.ts'
import { useTestDatabase } from './database.ts'

/** What the program gives out as a file, it can take in as a file: nothing is lost or read as something else on the way. */

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

const get = async (address: string) =>
  visitedBy(planted, database.db, 'visitor', indicatorRoutes()).request(address)

interface Given {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly observations: readonly {
    readonly municipality: string
    readonly year: number
    readonly value: number | null
    readonly missing: string | null
  }[]
}

const line = (place: string, year: number, value: number | null, missing: string | null) =>
  `${place} ${year} ${value ?? missing}`

function figuresIn(read: ReadTable): readonly string[] {
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)))
  return read.figures
    .map(({ figure: { place, year, value, missing } }) => line(place, year, value, missing))
    .toSorted()
}

test.each([
  ['folkmangd', 'csv', 'persons', 0],
  ['folkmangd', 'xlsx', 'persons', 0],
  ['disponibel-inkomst', 'csv', 'tkr', 1],
  ['disponibel-inkomst', 'xlsx', 'tkr', 1],
  ['brp-per-sysselsatt', 'csv', 'tkr', 0],
  ['brp-per-sysselsatt', 'xlsx', 'tkr', 0],
])('%s as %s is read in again as it was', async (indicator, ending, unit, decimals) => {
  const given: Given = JSON.parse(await (await get(`/indikatorer/${indicator}/data.json`)).text())
  const bytes = new Uint8Array(await (await get(`/indikatorer/${indicator}/data.${ending}`)).arrayBuffer())
  const knowledge = { places: given.municipalities, unit, decimals, singleIndicator: true }
  const known = new Set(given.municipalities.map(({ code }) => code))
  const expected = given.observations
    .filter(({ municipality }) => known.has(municipality))
    .map(({ municipality, year, value, missing }) => line(municipality, year, value, missing))
    .toSorted()
  const sheet = ending === 'xlsx' ? { mapping: { sheet: 'Kommunerna' } } : {}
  expect(figuresIn(readTable({ kind: 'file', bytes }, { ...knowledge, ...sheet }))).toEqual(expected)
})
