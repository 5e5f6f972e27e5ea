import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Hono } from 'hono'
import { inTransaction, type Actor, type VisitEnv } from '#modules/accounts'
import { choicesOf } from '#modules/indicators'
import { useTestDatabase } from '../../../../tests/database.ts'
import {
  addTestActor,
  addTestNetwork,
  contextOf,
  testNow,
  type TestNetwork,
} from '../../../../tests/people.ts'
import { carryOutRun } from '../actions/carry-out-run.ts'
import { openKoladaCatalogue } from '../kolada/open-catalogue.ts'
import { koladaReader } from '../kolada/reader.ts'
import kpiRecords from '../kolada/testing/kpi-records.json' with { type: 'json' }
import { koladaServer, type KoladaServer } from '../kolada/testing/server.ts'
import * as plans from '../plan-store.ts'
import { asked, form } from '../../../../tests/visits.ts'
import { entryRoutes } from './entry/entry-routes.tsx'
import { figuresToDo } from './entry/figures-to-do.tsx'
import { failureLetter } from './runs/failure-letter.ts'
import { koladaRoutes } from './kolada/kolada-routes.tsx'
import { runRoutes } from './runs/run-routes.tsx'

const database = useTestDatabase()
const catalogue = openKoladaCatalogue('data')
let network: TestNetwork
let coordinator: Actor
let officer: Actor
let colleague: Actor
let server: KoladaServer

const insikt = (period: number, value: number) => ({
  kpi: period < 2024 ? 'U07451' : 'U07453',
  municipality: '1440',
  period,
  values: [{ gender: 'T', value, count: 1, status: '', isdeleted: false }],
})

beforeAll(async () => {
  network = await addTestNetwork(database)
  coordinator = await addTestActor(database, network.id, 'coordinator')
  officer = await addTestActor(database, network.id, 'officer', '1440')
  colleague = await addTestActor(database, network.id, 'officer', '1440')
  server = await koladaServer({
    kpis: kpiRecords.values,
    data: [insikt(2021, 70), insikt(2022, 71), insikt(2024, 74)],
  })
})
afterAll(() => server.close())

const kolada = koladaRoutes(catalogue)
const runs = runRoutes(catalogue)
const visit = async (path: string, who: Actor | null = coordinator, init?: RequestInit) =>
  asked({ database, network }, who, path.includes('kolada') ? kolada : runs, path, init)

async function carryOut(address: string) {
  const reader = koladaReader(
    { origin: server.origin, fetch, random: () => 0, now: () => testNow, patience: { betweenQuestions: 0 } },
    catalogue.kpis,
  )
  await carryOutRun(
    {
      db: database.db,
      clock: () => testNow,
      readers: { kolada: reader, pxweb: reader },
      signal: new AbortController().signal,
      letter: failureLetter('http://localhost'),
    },
    { networkId: network.id, runId: address.split('/').at(-1) ?? '' },
  )
}

const indicator = {
  nameSv: 'Företagsklimat',
  nameEn: 'Business climate',
  definitionSv: 'Så nöjda är företagen.',
  definitionEn: 'How content companies are.',
  unit: 'index',
  decimals: '1',
  direction: 'higher',
  rule: 'sum',
  addRhythm: 'calendar',
}

describe('from the catalogue to a page', () => {
  test('the catalogue is searched by words and by number', async () => {
    const page = await visit('/importer/ny/kolada?sok=nystartade+f%C3%B6retag')
    expect(page.text).toContain('N00999')
    expect((await visit('/importer/ny/kolada?sok=N03941')).text).toContain('Arbetslösa')
    expect((await visit('/importer/ny/kolada?sok=qqqqqq')).text).toContain('Inget nyckeltal passar')
    expect((await visit('/en/imports/new/kolada')).text).toContain('Search indicators in Kolada')
  })

  test('an ended measure is told of, with the one that goes on', async () => {
    const { text } = await visit('/importer/ny/kolada/U07451')
    expect(text).toContain('Nyckeltalet har upphört')
    expect(text).toContain('/importer/ny/kolada/U07453')
  })

  test('an indicator is added, its figures fetched, and its successor followed', async () => {
    const wrong = await visit(
      '/importer/ny/kolada/U07451',
      coordinator,
      form({ do: 'add', ...indicator, nameEn: '' }),
    )
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="Företagsklimat"')

    const added = await visit('/importer/ny/kolada/U07451', coordinator, form({ do: 'add', ...indicator }))
    expect(added.status).toBe(303)
    const waiting = await visit(added.to)
    expect(waiting.text).toContain('<progress')
    expect(waiting.headers.get('refresh')).toBe('3')

    await carryOut(added.to)
    const done = await visit(added.to)
    expect(done.headers.get('refresh')).toBeNull()
    expect(done.text).toContain('2 nya, 0 ändrade, 0 lika')
    expect(done.text).toContain('Serien har upphört')
    expect(done.text).toContain('U07453')

    const goOn = { do: 'go-on', key: 'kolada:U07453' }
    const noYear = await visit(added.to, coordinator, form({ ...goOn, from: 'i fjol' }))
    expect(noYear.status).toBe(422)
    expect(noYear.text).toContain('value="i fjol"')
    const next = await visit(added.to, coordinator, form({ ...goOn, from: '2024' }))
    expect(next.status).toBe(303)
    await carryOut(next.to)
    expect((await visit(next.to)).text).toContain('1 nya')
    const [followed] = await inTransaction(contextOf(database.db, network.id, coordinator), choicesOf)
    expect(followed?.series).toEqual(['kolada:U07451', 'kolada:U07453'])
    const again = await visit(added.to, coordinator, form({ ...goOn, from: '2024' }))
    expect(again.status).toBe(422)

    expect((await visit('/importer/ny/kolada/U07453')).text).toContain('Serien hämtas redan')
    const answer = await visit(`${next.to}/svar/1`)
    expect(answer.headers.get('content-type')).toContain('text/plain')
    expect(answer.text).toContain('U07453')
  })

  test('the overview lists what is fetched, and fetches it anew', async () => {
    const page = await visit('/importer')
    expect(page.text).toContain('när källan publicerar')
    const context = contextOf(database.db, network.id, coordinator)
    const [plan] = await inTransaction(context, plans.plansInForce)
    const asking = form({ do: 'changes', plan: plan?.id ?? '' })
    const run = await visit('/importer', coordinator, asking)
    expect(run.to).toMatch(/^\/importer\/korningar\//)
    const twice = await visit('/importer', coordinator, asking)
    expect(twice.status).toBe(409)
    expect(twice.text).toContain('pågår redan')
    const stop = await visit(run.to, coordinator, form({ do: 'stop' }))
    expect(stop.to).toBe(run.to)
    await carryOut(run.to)
    expect((await visit(run.to)).text).toContain('Körningen stoppades')
    const replay = await visit(run.to, coordinator, form({ do: 'replay' }))
    expect(replay.text).toContain('inga hela svar')
  })

  test('members read, and only the coordinator does anything', async () => {
    const { text } = await visit('/importer', officer)
    expect(text).not.toContain('<form')
    const [run = ''] = /\/importer\/korningar\/[0-9a-f-]+/.exec(text) ?? []
    expect((await visit(run, officer)).status).toBe(200)
    expect((await visit(run, officer, form({ do: 'all' }))).status).toBe(403)
    expect((await visit('/importer/ny/kolada', officer)).status).toBe(403)
    for (const path of ['/importer', run, `${run}/svar/1`]) expect((await visit(path, null)).status).toBe(403)
  })

  test.each([
    '/importer/korningar/x',
    '/importer/korningar/00000000-0000-4000-8000-000000000000',
    '/importer/ny/kolada/X1',
  ])('%s is not there', async (path) => {
    expect((await visit(path)).status).toBe(404)
  })
})

describe('a figure by hand', () => {
  const entries = entryRoutes({ origin: 'http://localhost' })
  const enter = async (who: Actor, fields: Readonly<Record<string, string>>) =>
    asked({ database, network }, who, entries, '/siffror/for-in', form(fields))
  const settle = async (who: Actor, fields: Readonly<Record<string, string>>) =>
    asked({ database, network }, who, entries, '/siffror/att-bekrafta', form(fields))

  test('is entered by one and confirmed by another', async () => {
    const text = JSON.stringify({ sv: 'Mark, ha', en: 'Land, ha' })
    await database.ownerDb
      .insertInto('indicator')
      .values({
        networkId: network.id,
        id: 'mark',
        name: text,
        definition: text,
        method: text,
        howToRetrieve: text,
        unit: 'count',
        decimals: 0,
        direction: 'higher',
        regionRule: JSON.stringify({ kind: 'sum' }),
      })
      .execute()
    const about = { indicator: 'mark', municipality: '1440', year: '2025', gender: 'all' }
    const early = await enter(officer, { ...about, value: '12', takenFrom: 'Planen' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('förs inte för hand')
    expect((await enter(coordinator, { begin: 'mark' })).status).toBe(303)

    const wrong = await enter(officer, { ...about, value: 'tolv', takenFrom: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="tolv"')
    expect(wrong.text).toContain('Skriv ett tal')
    const odd = { ...about, value: '12,5', takenFrom: 'Planen, sidan 2' }
    const doubtful = await enter(officer, odd)
    expect(doubtful.status).toBe(422)
    expect(doubtful.text).toContain('Antal brukar vara hela tal.')
    const ahead = await enter(officer, { ...odd, value: '12', year: '2052' })
    expect(ahead.status).toBe(422)
    expect(ahead.text).toContain('Året har inte börjat än.')
    // The tick was for another value.
    expect((await enter(officer, { ...odd, checked: '12,4' })).status).toBe(422)
    const saved = await enter(officer, { ...odd, checked: '12,5' })
    expect(saved.to).toBe('/siffror/att-bekrafta?saved')

    const list = await asked({ database, network }, colleague, entries, '/siffror/att-bekrafta')
    expect(list.text).toContain('Planen, sidan 2')
    expect(list.text).toContain('Antal brukar vara hela tal.')
    const [, entry = ''] = /name="entry" value="([0-9a-f-]+)"/.exec(list.text) ?? []
    expect((await settle(officer, { do: 'confirm', entry })).text).toContain('En kollega behöver bekräfta')
    const bare = await settle(colleague, { do: 'return', entry, [`reason-${entry}`]: '' })
    expect(bare.status).toBe(422)
    expect((await settle(colleague, { do: 'confirm', entry })).to).toBe(
      '/siffror/att-bekrafta?confirmed=mark',
    )
    const late = await settle(colleague, { do: 'confirm', entry })
    expect(late.text).toContain('redan bekräftats')
    const told = await asked({ database, network }, officer, entries, '/siffror/for-in')
    expect(told.text).toContain('Mark, ha, Ale 2025: 12,5')
    expect(told.text).toContain('Bekräftad av officer 1440 (exempel)')
  })

  test('comes back with its reason to the one who entered it', async () => {
    const page = async (who: Actor, path: string) => asked({ database, network }, who, entries, path)
    const about = { indicator: 'mark', municipality: '1440', year: '2024', gender: 'all' }
    await enter(officer, { ...about, value: '14', takenFrom: 'Planen' })
    expect((await page(officer, '/siffror/att-bekrafta')).text).not.toContain('value="confirm"')
    const list = await page(colleague, '/siffror/att-bekrafta')
    // Enter in the reason presses the first button of its form.
    for (const one of list.text.split('<form').filter((text) => text.includes('name="reason-')))
      expect(one.split('</form>')[0]).not.toContain('value="confirm"')
    const [, entry = ''] = /name="entry" value="([0-9a-f-]+)"/.exec(list.text) ?? []
    await settle(colleague, { do: 'return', entry, [`reason-${entry}`]: 'Fel sida' })
    const told = await page(officer, '/siffror/for-in')
    expect(told.text).toContain('”Fel sida”')
    const again = '/siffror/for-in?indikator=mark&amp;kommun=1440&amp;ar=2024'
    expect(told.text).toContain(`href="${again}"`)
    expect((await page(officer, again.replaceAll('&amp;', '&'))).text).toContain('value="2024"')
    expect((await page(colleague, '/siffror/for-in')).text).not.toContain('Fel sida')
    const letter = await database.ownerDb
      .selectFrom('mailMessage')
      .select(['recipient', 'subject', 'body'])
      .executeTakeFirst()
    expect(letter?.recipient).toBe(`${officer.personId}@example.org`)
    expect(letter?.subject).toBe('Tillbaka till dig: Mark, ha, Ale 2024')
    expect(letter?.body).toContain('Skälet: Fel sida')
    expect(letter?.body).toContain('http://localhost/siffror/for-in?indikator=mark&kommun=1440&ar=2024')
  })

  test('is asked for once its indicator, and so its unit, is chosen', async () => {
    const text = JSON.stringify({ sv: 'Betyg', en: 'Grade' })
    await database.ownerDb
      .insertInto('indicator')
      .values({
        networkId: network.id,
        id: 'betyg',
        series: ['own:betyg'],
        name: text,
        definition: text,
        method: text,
        howToRetrieve: text,
        unit: 'grade',
        decimals: 1,
        direction: 'higher',
        regionRule: JSON.stringify({ kind: 'sum' }),
      })
      .execute()
    const page = async (path: string) => asked({ database, network }, officer, entries, path)
    const first = await page('/siffror/for-in')
    expect(first.text).toContain('href="/siffror/for-in?indikator=betyg"')
    expect(first.text).not.toContain('name="value"')
    const { text: grade } = await page('/siffror/for-in?indikator=betyg')
    expect(grade).toContain('Enhet: Betyg')
    expect(grade).toContain('name="gender"')
    // Its figures are known, and of everybody alone.
    expect((await page('/siffror/for-in?indikator=mark')).text).not.toContain('name="gender"')
    expect((await page('/siffror/for-in?indikator=borta')).text).toContain('Vilken indikator')
  })

  test('waits on the page where colleagues start the day', async () => {
    const about = { indicator: 'mark', municipality: '1440', year: '2023', gender: 'all' }
    await enter(officer, { ...about, value: '13', takenFrom: 'Planen' })
    const toDo = async (who: Actor) => {
      const routes = new Hono<VisitEnv>().get('/', async (c) => {
        const section = await figuresToDo(c.get('visit'))
        return section ? c.get('visit').page({ title: '' }, section) : c.text('nothing')
      })
      return (await asked({ database, network }, who, routes, '/')).text
    }
    expect(await toDo(colleague)).toContain('En siffra väntar på att du bekräftar den')
    expect(await toDo(officer)).toContain('Inga siffror väntar på dig')
    expect(await toDo(colleague)).not.toContain('/importer')
    expect(await toDo(coordinator)).toContain('href="/importer"')
    expect(await toDo(await addTestActor(database, network.id, 'leader', '1441'))).toContain('Inga siffror')
    expect(await toDo(await addTestActor(database, network.id, 'partner'))).toBe('nothing')
  })
})
