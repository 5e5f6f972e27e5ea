import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { asked, form } from '../../../tests/visits.ts'
import { useTestDatabase } from '../../../tests/database.ts'
import { addTestNetwork, addTestPeople, testNow, type TestNetwork } from '../../../tests/people.ts'
import type { Actor } from '#modules/accounts'
import { openConcepts } from '#modules/skills'
import { keepFetched } from './actions/keep-fetched.ts'
import { minutesBetween } from './core/travel.ts'
import { courseRoutes, openYhOutcomes } from './index.ts'

const database = useTestDatabase()
const concepts = openConcepts('data')
const routes = courseRoutes({
  concepts,
  places: () => [
    { code: '1440', name: 'Ale' },
    { code: '2281', name: 'Sundsvall' },
  ],
  outcomes: openYhOutcomes('data'),
})
let network: TestNetwork
let people: ReadonlyMap<string, Actor>
beforeAll(async () => {
  network = await addTestNetwork(database)
  people = await addTestPeople(database, network.id)
})
const page = async (path: string, who: string | null, init?: RequestInit) =>
  asked({ database, network }, who === null ? null : (people.get(who) ?? null), routes, path, init)
const stored = async () =>
  database.ownerDb
    .selectFrom('course')
    .selectAll()
    .where('networkId', '=', network.id)
    .orderBy('sourceId')
    .execute()

const send = async (table: string, who = 'coordinator') =>
  page('/kurser/las-in', who, form({ table, origin: 'Provkatalogen' }))

describe('a table of courses', () => {
  test.each(['partner', 'officer', 'leader', 'operator'])('is not sent by a %s', async (who) => {
    expect((await send('titel;anordnare;form\nA;B;distans', who)).status).toBe(403)
    expect(await stored()).toEqual([])
  })

  test('with something wrong is told cell by cell, and nothing is kept', async () => {
    const { status, text } = await send(
      'titel;anordnare;form;takt;kommun;start;länk\nMIG-svetsning;Skolan;på plats;50;Ale;2027-02-01;\n;;någonstans;200;Ankeborg;31/2;ftp://x',
    )
    expect(status).toBe(422)
    for (const words of [
      'A3: titel saknas',
      'C3: form ska vara',
      'D3: takt',
      'E3: ingen kommun heter så: Ankeborg',
      'F3: inte en dag',
      'G3: länken',
    ])
      expect(text).toContain(words)
    expect(await stored()).toEqual([])
    expect((await send('något annat\nalls')).text).toContain('Kolumnen saknas')
    expect((await page('/kurser/las-in', 'coordinator', form({}))).text).toContain('Välj en fil')
  })

  test('is kept whole; the same again replaces itself, and concepts are those that are named', async () => {
    const table =
      'id;titel;anordnare;form;kommun;start\n1;MIG-svetsning grund;Skolan;på plats;1440;2027-02-01\n2;Något annat;Skolan;distans;;'
    expect((await send(table)).to).toBe('/kurser/las-in?saved=2')
    await send(table.replace('Något annat', 'Gaffeltruck'))
    const kept = await stored()
    expect(kept.map(({ title, concepts: given, municipality }) => [title, given, municipality])).toEqual([
      ['MIG-svetsning grund', ['Q1D1_Pdc_rnT'], '1440'],
      ['Gaffeltruck', ['8pHc_Lqc_QxD'], null],
    ])
    const list = await page('/kurser', null)
    expect(list.text).toContain('Provkatalogen')
    expect(list.text).toContain('Beviljade platser')
  })
})

describe('what Susa-navet offers', () => {
  const answers = JSON.parse(
    readFileSync(new URL('./susa/testing/emil3-example.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>

  test('is kept with its provider, its form and where; what is called off or cannot be read is left out', async () => {
    const asks: string[] = []
    const fetch = async (url: string) => {
      asks.push(url)
      return Response.json(answers[/emil3\/(\w+)/.exec(url)?.[1] ?? ''])
    }
    const susa = { url: 'https://susa.example.org/emil3', fetch }
    await keepFetched({ queueDb: database.queueDb, clock: () => testNow, concepts, susa })
    const kept = (await stored()).filter(({ source }) => source === 'susa')
    expect(
      kept.map(({ title, provider, form: how, pace, place, startsOn }) => [
        title,
        provider,
        how,
        pace,
        place,
        startsOn,
      ]),
    ).toEqual([
      ['CNC-programmering', 'Provskolan (exempel)', 'mixed', 50, 'Ale', '2027-03-01'],
      ['Hållbar logistik', 'p.exempel.okand', 'distance', null, '', null],
    ])
    expect(asks).toHaveLength(3)
    const broken = { ...susa, fetch: async () => new Response('', { status: 500 }) }
    await expect(
      keepFetched({ queueDb: database.queueDb, clock: () => testNow, concepts, susa: broken }),
    ).rejects.toThrow('500')
    expect((await stored()).filter(({ source }) => source === 'susa')).toEqual(kept)
  })
})

const square = (lon: number, lat: number): GeoJSON.Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + 0.1, lat],
      [lon + 0.1, lat + 0.1],
      [lon, lat + 0.1],
      [lon, lat],
    ],
  ],
})

describe('travel', () => {
  const places = [
    { code: '1', boundary: square(12, 57.7) },
    { code: '2', boundary: square(12, 57.9) },
    { code: '3', boundary: null },
  ]

  test('is a straight line made longer, unless somebody has said better; what is not known is not guessed', () => {
    const minutes = minutesBetween(places, [])
    // 0.2 degrees of latitude are 22.2 km, 29 by road.
    expect([minutes('1', '2'), minutes('2', '1'), minutes('1', '1'), minutes('1', '3')]).toEqual([
      44,
      44,
      15,
      null,
    ])
    expect(minutesBetween(places, [{ fromCode: '1', toCode: '2', minutes: 20 }])('2', '1')).toBe(20)
  })

  test('is corrected by the coordinator alone', async () => {
    const said = { from: '1441', to: '1440', minutes: '25' }
    expect((await page('/kurser/restider', 'officer', form(said))).status).toBe(403)
    expect((await page('/kurser/restider', 'coordinator', form({ ...said, minutes: '0' }))).text).toContain(
      'från 1 till 600',
    )
    expect((await page('/kurser/restider', 'coordinator', form({ ...said, to: '1441' }))).status).toBe(422)
    await page('/kurser/restider', 'coordinator', form(said))
    expect((await page('/kurser/restider', 'coordinator')).text).toContain('25 sagt')
  })
})
