import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#modules/accounts'
import { addSource, beginSeries, record, type Figure } from '#modules/statistics'
import { inScope } from '#platform/database/connection.ts'
import { useTestDatabase } from '../../../tests/database.ts'
import { testSecret } from '../../../tests/server.ts'
import { addTestActor, addTestNetwork, contextOf, type TestNetwork } from '../../../tests/people.ts'
import { asked, form } from '../../../tests/visits.ts'
import { followNews } from './actions/follow-news.ts'
import { tellReaders } from './actions/tell-readers.ts'
import { leaveCode } from './leave-code.ts'
import { letterOfNews } from './pages/letter.ts'
import { newsRoutes } from './pages/routes.tsx'

const database = useTestDatabase()
const bilingual = (sv: string, en: string) => JSON.stringify({ sv, en })
const origin = 'https://samsyn.example.org'
let network: TestNetwork
let coordinator: Actor
let officer: Actor

beforeEach(async () => {
  network = await addTestNetwork(database)
  coordinator = await addTestActor(database, network.id, 'coordinator')
  officer = await addTestActor(database, network.id, 'officer', '1440')
  await database.ownerDb
    .insertInto('indicator')
    .values({
      networkId: network.id,
      id: 'egen',
      series: ['own:egen'],
      name: bilingual('Lediga lokaler', 'Vacant premises'),
      definition: bilingual('', ''),
      method: bilingual('', ''),
      howToRetrieve: bilingual('', ''),
      unit: 'percent',
      decimals: 1,
      direction: 'lower',
      fewest: null,
      regionRule: JSON.stringify({ kind: 'median' }),
      nextPublication: '2026-12-15',
    })
    .execute()
})

const visit = async (path: string, who: Actor | null = null, init?: RequestInit) =>
  asked({ database, network }, who, newsRoutes({ origin, secret: testSecret }), path, init)

const figure = (place: string, year: number, value: number | null): Figure =>
  ({
    place,
    year,
    gender: 'all',
    isPreliminary: false,
    note: null,
    value,
    missing: value === null ? 'too-few-answers' : null,
  }) as Figure

async function known(day: string, way: 'planted' | 'file', figures: readonly Figure[]): Promise<void> {
  await inScope(database.db, { networkId: network.id, personId: coordinator.personId }, async (tx) => {
    await addSource(tx, network.id, {
      id: 's',
      publisher: 'Ale kommun',
      title: 'Lokalregistret',
      url: null,
      licence: 'CC0',
      licenceUrl: null,
      vintage: '2026',
      retrievedOn: null,
      note: { sv: '', en: '' },
    })
    const { id } = await beginSeries(tx, network.id, { key: 'own:egen', title: null })
    const retrieval = {
      knownAt: new Date(`${day}T10:00:00Z`),
      way,
      sourceId: 's',
      retrievedOn: null,
      byPerson: null,
      confirmedBy: null,
    }
    await record(tx, network.id, retrieval, [{ series: id, figures }])
  })
}

/** Planted in January, some more in September, one of them changed in October. */
async function threeOccasions(): Promise<void> {
  await known('2026-01-10', 'planted', [figure('1440', 2024, 4.2)])
  await known('2026-09-10', 'file', [figure('1440', 2025, 3.5), figure('1441', 2025, 2)])
  await known('2026-10-20', 'file', [figure('1440', 2025, 3.1), figure('1441', 2025, null)])
}

const read = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('new figures', () => {
  test('what came is told, and what the network began with is not', async () => {
    await threeOccasions()
    const text = read((await visit('/nya-siffror')).text)
    expect(text).toContain('Lediga lokaler 2 nya värden för 2025. 10 september 2026')
    expect(text).toContain('Lediga lokaler 2 ändrade värden för 2025. 20 oktober 2026')
    expect(text).not.toContain('10 januari 2026')
    expect(text).toContain('Lediga lokaler 15 december 2026')
  })

  test('an empty year says so, in either language', async () => {
    expect((await visit('/nya-siffror')).text).toContain('Inget nytt har kommit det senaste året')
    expect((await visit('/en/new-figures')).text).toContain('Nothing new has come in the past year')
  })

  test('another network is told nothing of it', async () => {
    await threeOccasions()
    const other = await addTestNetwork(database)
    const routes = newsRoutes({ origin, secret: testSecret })
    const { text, status } = await asked({ database, network: other }, null, routes, '/nya-siffror')
    expect(status).toBe(200)
    expect(text).not.toContain('Lediga lokaler')
  })

  test('the feed tells each arrival once', async () => {
    await threeOccasions()
    const { text, headers } = await visit('/nya-siffror/flode.xml')
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const ids = [...text.matchAll(/<entry>\n<id>([^<]+)<\/id>/g)].map(([, id]) => id)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(2)
    expect(text).toContain('<updated>2026-10-20T10:00:00.000Z</updated>')
    expect(text).toContain(`href="${origin}/indikatorer/egen"`)
  })

  test('the calendar has the expected day as a whole day', async () => {
    const { text, headers } = await visit('/en/new-figures/calendar.ics')
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(text).toContain('DTSTART;VALUE=DATE:20261215')
    expect(text).toContain('SUMMARY:New figures: Vacant premises')
    expect(text).toContain('UID:egen@samsyn.example.org')
    expect(text).toContain('DTSTAMP:20261124T130500Z')
  })
})

const of = (year: number, value: number, gender: Figure['gender'] = 'all') => ({
  ...figure('1440', year, value),
  gender,
})

describe('changed values', () => {
  test('each is shown with what it was before, the newest first', async () => {
    await threeOccasions()
    const text = read((await visit('/revideringar')).text)
    expect(text).toContain('20 oktober 2026: Ale kommun: Lokalregistret')
    expect(text).toContain('Lediga lokaler Ale 2025 3,5 % 3,1 %')
    expect(text).toContain('Lediga lokaler Lerum 2025 2,0 % för få svar')
  })

  test('small numbers of persons stay withheld, and so do women and men beside them', async () => {
    await database.ownerDb
      .updateTable('indicator')
      .set({ unit: 'persons', decimals: 0, fewest: 5 })
      .where('networkId', '=', network.id)
      .execute()
    await known('2026-09-10', 'file', [of(2023, 2), of(2024, 3), of(2025, 40), of(2025, 11, 'women')])
    await known('2026-10-20', 'file', [of(2023, 3), of(2024, 30), of(2025, 41), of(2025, 12, 'women')])
    const file = await visit('/revideringar/data.csv')
    const rows = file.text.split('\r\n').slice(1, -1)
    expect(rows.map((row) => row.split(',').slice(4, 11).join())).toEqual([
      '2025,all,40,,no,41,',
      '2024,all,,suppressed,no,30,',
    ])
  })

  test('on an earlier day they were not there', async () => {
    await threeOccasions()
    const routes = newsRoutes({ origin, secret: testSecret })
    const before = await asked(
      { database, network, asOf: new Date('2026-10-19T21:59:59.999Z') },
      null,
      routes,
      '/revideringar',
    )
    expect(before.text).toContain('Inget värde har ändrats.')
  })

  test.each([
    ['?indikator=egen', 'Ändrade värden: Lediga lokaler'],
    ['?indikator=finns-inte', 'Inget värde har ändrats.'],
    ['?sida=2', 'Nyare ändringar'],
    ['?sida=-1', '3,1'],
    ['?sida=x', '3,1'],
    ['?sida=99999999999', '3,1'],
  ])('%s answers with %s', async (query, sentence) => {
    await threeOccasions()
    const { status, text } = await visit(`/revideringar${query}`)
    expect(status).toBe(200)
    expect(text).toContain(sentence)
  })

  test('as a file and as a feed', async () => {
    await threeOccasions()
    const file = await visit('/revideringar/data.csv?indikator=egen')
    expect(file.text.split('\r\n').slice(1, -1)).toEqual([
      '2026-10-20T10:00:00.000Z,egen,1440,Ale,2025,all,3.5,,no,3.1,,no,percent,Ale kommun: Lokalregistret,CC0',
      '2026-10-20T10:00:00.000Z,egen,1441,Lerum,2025,all,2,,no,,too-few-answers,no,percent,Ale kommun: Lokalregistret,CC0',
    ])
    const feed = await visit('/revideringar/flode.xml')
    expect(feed.text.match(/<entry>/g)).toHaveLength(1)
    expect(feed.text).toContain('<title>Ändrade värden: Lediga lokaler</title>')
  })
})

const letters = async () => {
  const { rows } = await sql<{ recipient: string; subject: string; body: string }>`
    select recipient, subject, body from mail_message where network_id = ${network.id}`.execute(
    database.ownerDb,
  )
  return rows
}
const tell = async (day: string) =>
  tellReaders({
    db: database.db,
    queueDb: database.queueDb,
    clock: () => new Date(`${day}T04:40:00Z`),
    write: letterOfNews(origin, testSecret),
  })
const follow = async (who: Actor, locale: 'sv' | 'en' = 'sv') =>
  followNews(contextOf(database.db, network.id, who), locale)
const linkIn = (body: string) => new URL(/https:\S+(?:sluta|stop)\S+/.exec(body)?.[0] ?? '')

describe('the letter', () => {
  test('tells on the first of the month what came in the month before, once', async () => {
    await threeOccasions()
    await follow(officer)
    await tell('2026-11-01')
    await tell('2026-11-01')
    const all = await letters()
    expect(all).toHaveLength(1)
    expect(all[0]?.subject).toBe('Nya siffror i oktober 2026')
    expect(all[0]?.body).toContain(
      `– Lediga lokaler: 2 ändrade värden för 2025.\n  ${origin}/indikatorer/egen`,
    )
    await tell('2026-12-01')
    expect(await letters()).toHaveLength(1)
  })

  test('says what is expected, in the reader’s language', async () => {
    await known('2026-11-20', 'file', [figure('1440', 2025, 3.5)])
    await follow(officer, 'en')
    await tell('2026-12-01')
    const [letter] = await letters()
    expect(letter?.body).toContain('This came in November 2026:\n– Vacant premises: 1 new value for 2025.')
    expect(letter?.body).toContain('This is expected during the month:\n– 15 December 2026: Vacant premises')
  })

  test('of a month without news there is none', async () => {
    await threeOccasions()
    await follow(officer)
    await tell('2026-09-01')
    expect(await letters()).toEqual([])
  })

  test('nobody who has lost their role is told', async () => {
    await threeOccasions()
    await follow(officer)
    await database.ownerDb
      .updateTable('roleGrant')
      .set({ revokedAt: new Date() })
      .where('personId', '=', officer.personId)
      .execute()
    await tell('2026-11-01')
    expect(await letters()).toEqual([])
  })

  test('a visitor cannot ask for it', async () => {
    expect((await visit('/nya-siffror', null, form({}))).status).toBe(403)
    expect((await visit('/nya-siffror')).text).not.toContain('Skicka brevet till mig')
  })

  test.each(['partner', 'officer', 'leader', 'coordinator', 'operator'] as const)(
    '%s asks for it on the page, and stops it there',
    async (role) => {
      const who = await addTestActor(
        database,
        network.id,
        role,
        role === 'officer' || role === 'leader' ? '1440' : null,
      )
      expect((await visit('/nya-siffror', who)).text).toContain('Skicka brevet till mig')
      expect((await visit('/nya-siffror', who, form({}))).to).toBe('/nya-siffror?begun')
      expect((await visit('/nya-siffror?begun', who)).text).toContain('Nu får du brevet')
      expect((await visit('/nya-siffror/sluta', who, form({}))).to).toBe('/nya-siffror?left')
      await threeOccasions()
      await tell('2026-11-01')
      expect(await letters()).toEqual([])
    },
  )

  test('its link stops it without signing in, by a button', async () => {
    await threeOccasions()
    await follow(officer)
    await tell('2026-10-01')
    const link = linkIn((await letters())[0]?.body ?? '')
    const page = await visit(`${link.pathname}${link.search}`)
    expect(page.status).toBe(200)
    // Opening the link alone changes nothing.
    expect((await visit('/nya-siffror', officer)).text).toContain('Sluta skicka brevet')
    const fields = Object.fromEntries(link.searchParams)
    expect((await visit('/nya-siffror/sluta', null, form(fields))).text).toContain('Breven är avslutade')
    await tell('2026-11-01')
    expect(await letters()).toHaveLength(1)
  })

  test.each([
    ['no code', () => ({ reader: officer.personId, code: '' })],
    [
      'a code of somebody else',
      () => ({
        reader: officer.personId,
        code: leaveCode(testSecret, { networkId: network.id, personId: coordinator.personId }),
      }),
    ],
    [
      'a code of another network',
      () => ({
        reader: officer.personId,
        code: leaveCode(testSecret, { networkId: network.otherId, personId: officer.personId }),
      }),
    ],
    ['no person', () => ({ reader: "x' or 1=1", code: 'å' })],
  ])('%s stops nothing', async (_what, fieldsOf) => {
    await follow(officer)
    const answer = await visit('/nya-siffror/sluta', null, form(fieldsOf()))
    expect([answer.status, answer.text]).toEqual([404, expect.stringContaining('Länken gäller inte')])
    expect((await visit('/nya-siffror', officer)).text).toContain('Sluta skicka brevet')
  })
})
