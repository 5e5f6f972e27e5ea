import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import type { VisitEnv } from '../src/modules/accounts/index.ts'
import { adoptionApi, adoptionRoutes, plantAdoptions } from '../src/modules/adoptions/index.ts'
import { readTable, type ReadTable } from '../src/modules/imports/file/read-table.ts'
import { indicatorRoutes } from '../src/modules/indicators/pages/routes.tsx'
import { now, plantRegion, readText, visitedBy, type Planted } from '../src/modules/indicators/testing.ts'
import { plantProgramme } from '../src/modules/programme/index.ts'
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

interface Adopted {
  readonly interventions: readonly {
    readonly municipality: string
    readonly standing: 'exact' | 'partly' | 'none' | 'not-known'
    readonly version: number | null
    readonly nodes: readonly { readonly text: string }[]
  }[]
}

const aCell = {
  municipality: '1440',
  intervention: 'fortbilda-anstallda',
  status: 'planned',
  text: 'x',
  owner: null,
  deputy: null,
  milestone: null,
  saidDaysAgo: 1,
}

test('which interventions stood in which adopted programme is the same as a file and as an answer', async () => {
  const { ownerDb, db } = database
  const { network } = planted
  await ownerDb.transaction().execute(async (tx) => {
    const programme = { programme: JSON.parse(readText('programme.json')), cells: [aCell] }
    await plantProgramme(tx, network.id, programme, now, new Map())
    const files = {
      known: JSON.parse(readText('adoptions.json')),
      examples: JSON.parse(readText('example-adoptions.json')),
    }
    await plantAdoptions(tx, network.id, files, now)
  })
  const asked = async (routes: Hono<VisitEnv>, address: string) =>
    (await visitedBy(planted, db, 'visitor', routes).request(address)).text()
  const file = await asked(adoptionRoutes(), '/en/adopted-programmes/interventions/data.csv?day=2025-01-01')
  const answer = await asked(adoptionApi(), '/api/v1/adopted-interventions?day=2025-01-01')
  const rows = parse(file, { bom: true, from: 2 }).map((row) => [row[1], row[3], row[8], row[9]])
  const { interventions } = JSON.parse(answer) as Adopted
  const words = { exact: 'There', partly: 'Partly there', none: 'Missing', 'not-known': 'Not known' }
  expect(rows).toHaveLength(13 * 15)
  expect(rows).toEqual(
    interventions.map(({ municipality, version, standing, nodes }) => [
      municipality,
      String(version ?? ''),
      words[standing],
      nodes.map(({ text }) => text).join('; '),
    ]),
  )
})
