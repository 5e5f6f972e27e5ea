import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#modules/accounts'
import { addIndicator, IndicatorForm } from '#modules/indicators'
import { useTestDatabase } from '../../../../../tests/database.ts'
import { addTestActor, addTestNetwork, contextOf, type TestNetwork } from '../../../../../tests/people.ts'
import { openOffices } from '../../pxweb/open-office.ts'
import { employedByYear } from '../../pxweb/testing/employed.ts'
import { hastySettings, officeAt } from '../../pxweb/testing/offices.ts'
import { startPxWeb, type PxWebServer } from '../../pxweb/testing/server.ts'
import { asked } from '../../../../../tests/visits.ts'
import { pxWebRoutes } from './pxweb-routes.tsx'

const database = useTestDatabase()
let server: PxWebServer
let network: TestNetwork
let coordinator: Actor
let officer: Actor
let minutes = 1

beforeAll(async () => {
  network = await addTestNetwork(database)
  coordinator = await addTestActor(database, network.id, 'coordinator')
  officer = await addTestActor(database, network.id, 'officer', '1440')
  server = await startPxWeb({
    now: () => performance.now(),
    cells: 10_000,
    calls: 1000,
    windowSeconds: 1,
    cubes: { EMPLOYED: employedByYear() },
  })
})
afterAll(() => server.close())

/** A page as somebody meets it; nothing that was asked before is remembered. */
async function visit(path: string, who: Actor | null = coordinator, init?: RequestInit) {
  minutes += 60
  const known = [
    officeAt(server.base2, { id: 'scb' }),
    officeAt(server.base1, { id: 'old', api: 1, hasSearch: false }),
    officeAt('http://127.0.0.1:1/api/v2', { id: 'nobody', name: 'Nobody' }),
  ]
  const offices = openOffices(known, { ...hastySettings, retries: 0 }, () => minutes * 60_000)
  return asked({ database, network }, who, pxWebRoutes(offices), path, init)
}

const values = '/importer/ny/tabell/scb/val'
const employed = `${values}?table=EMPLOYED`

describe('whose figures', () => {
  test('every office is there, in both languages', async () => {
    const { status, text } = await visit('/importer/ny/tabell')
    expect(status).toBe(200)
    expect(text).toContain('Statistiska centralbyrån (SCB)')
    expect(text).toContain('href="/importer/ny/tabell/scb"')
    expect((await visit('/en/imports/new/table')).text).toContain('Statistics Sweden (SCB)')
  })

  test.each([
    '/importer/ny/tabell',
    '/importer/ny/tabell/scb',
    employed,
    '/importer/ny/tabell/scb/forhandsvisning?table=EMPLOYED',
  ])('%s is for the coordinator alone', async (path) => {
    expect((await visit(path, officer)).status).toBe(403)
    expect((await visit(path, null)).status).toBe(403)
    expect((await visit(path)).status).not.toBe(403)
  })

  test('an office that nobody knows is not there', async () => {
    expect((await visit('/importer/ny/tabell/ingen')).status).toBe(404)
  })
})

describe('which table', () => {
  test('is searched, page by page', async () => {
    const first = await visit('/importer/ny/tabell/scb')
    expect(first.text).toContain('Sida 1 av 4')
    expect(first.text).toContain('/importer/ny/tabell/scb?page=2')
    const found = await visit('/importer/ny/tabell/scb?q=sysselsatta+efter')
    expect(found.text).toContain('Sysselsatta efter region, kön och år')
    expect(found.text).toContain('2019–2024')
    expect(found.text).toContain('5 mars 2026')
    expect(found.text).toContain('/importer/ny/tabell/scb/val?table=EMPLOYED')
  })

  test('nothing found is said, and what was searched stands there', async () => {
    const { text } = await visit('/importer/ny/tabell/scb?q=%3Cscript%3E')
    expect(text).toContain('Ingen tabell hittades')
    expect(text).toContain('value="&lt;script>"')
  })

  test('folders lead down to a table', async () => {
    const top = await visit('/importer/ny/tabell/old')
    expect(top.text).toContain('/importer/ny/tabell/old?folder=ssd')
    const deep = await visit('/importer/ny/tabell/old?folder=ssd%2FBE%2FBE0101%2FBE0101A')
    expect(deep.text).toContain('val?table=ssd%2FBE%2FBE0101%2FBE0101A%2FBefolkningNy')
    expect(deep.text).toContain('Alla mappar')
  })

  test.each(['?page=0', '?page=x', '?folder=..%2F..', '?page=99'])('%s breaks nothing', async (query) => {
    expect((await visit(`/importer/ny/tabell/scb${query}`)).status).toBe(200)
    expect((await visit(`/importer/ny/tabell/old${query}`)).status).toBe(200)
  })
})

describe('which values', () => {
  test('roles are proposed, and the rest is asked for', async () => {
    const { status, text } = await visit(employed)
    expect(status).toBe(200)
    expect(text).toMatch(/name="place"[^>]*>.*?<option value="Region" selected/s)
    expect(text).toMatch(/name="time"[^>]*>.*?<option value="Tid" selected/s)
    expect(text).toMatch(/name="all"[^>]*>.*?<option value="out" selected/s)
    expect(text).toMatch(/name="women"[^>]*>.*?<option value="is:2" selected/s)
    expect(text).toContain('Andel sysselsatta (ANDEL)')
    expect(text).not.toMatch(/undefined|\[object|NaN/)
    expect(text.match(/<h1/g)).toHaveLength(1)
  })

  test('what is wrong is said at its field, and what was chosen stands there', async () => {
    const { status, text } = await visit(`${employed}&from=2021&v.ContentsCode=is:X&step=preview`)
    expect(status).toBe(422)
    expect(text).toContain('href="#field-v-ContentsCode"')
    expect(text).toContain('Värdet finns inte i tabellen')
    expect(text).toMatch(/name="from"[^>]*>.*?<option value="2021" selected/s)
    expect(
      (
        await visit(
          `${employed.replace('/importer/ny/tabell', '/en/imports/new/table').replace('/val', '/choices')}&time=&step=preview`,
        )
      ).text,
    ).toContain('Choose which variable is the time.')
  })

  test('a long list is searched, and another division can be chosen', async () => {
    const { text } = await visit(`${values}?table=TAB6471&find.Alder=85&list.Alder=`)
    expect(text).toMatch(/name="find\.Alder"[^>]*value="85"/)
    expect(text).toMatch(/Visar \d+ av \d+ värden/)
    expect(text).not.toContain('<option value="is:12">')
    expect(text).toContain('10-årsklasser')
    expect(text.match(/<option/g)?.length).toBeLessThan(150)
  })

  test('a table that is not there is told, with the way back', async () => {
    const { status, text } = await visit(`${values}?table=NONE`)
    expect(status).toBe(200)
    expect(text).toContain('finns inte, eller inte längre')
    expect(text).toContain('href="/importer/ny/tabell/scb"')
  })
})

describe('a piece of the series', () => {
  const chosen = `${employed}&v.ContentsCode=is:ANTAL`

  test('is shown with places of the network, the latest years, units, notes, and what is preliminary', async () => {
    const { status, to } = await visit(`${chosen}&step=preview`)
    expect(status).toBe(303)
    const { text } = await visit(to)
    for (const words of [
      'Riket',
      'Ale',
      'Lerum',
      '2024',
      '28 851',
      'antal',
      'skyddad',
      'pxweb:scb:EMPLOYED:',
    ])
      expect(text.replaceAll('\u00a0', ' ')).toContain(words)
    expect(text).not.toContain('Malmö')
    expect(text).toContain('preliminär siffra')
    expect(text).toContain('Uppgifterna för det senaste året är preliminära.')
    expect(text).not.toMatch(/undefined|\[object|NaN/)
  })

  test('warns where shares would be added up', async () => {
    const warning = 'Andelar och medelvärden går inte att lägga ihop'
    const preview = '/importer/ny/tabell/scb/forhandsvisning?table=EMPLOYED&v.ContentsCode=is:'
    expect((await visit(`${preview}ANDEL`)).text).toContain(warning)
    expect((await visit(`${preview}ANDEL&all=`)).text).not.toContain(warning)
    expect((await visit(`${preview}ANTAL`)).text).not.toContain(warning)
  })

  test('leads back to the choices with everything chosen', async () => {
    const { to } = await visit(`${chosen}&from=2020&step=preview`)
    const back =
      /href="([^"]*\/val\?[^"]*)"/.exec((await visit(to)).text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { text } = await visit(back)
    expect(text).toMatch(/<option value="is:ANTAL" selected/)
    expect(text).toMatch(/<option value="2020" selected/)
  })

  test('an address that was changed by hand leads to the choices, which say what is wrong', async () => {
    const { status, to } = await visit('/importer/ny/tabell/scb/forhandsvisning?table=EMPLOYED&place=X')
    expect(status).toBe(303)
    expect((await visit(to)).text).toContain('Variabeln finns inte i tabellen')
  })
})

const send = (path: string, fields: Readonly<Record<string, string>>, who?: Actor) =>
  visit(path, who, { method: 'POST', body: new URLSearchParams(fields) })

async function stored() {
  const { ownerDb } = database
  const [indicators, plans, runs] = await Promise.all([
    ownerDb.selectFrom('indicator').select(['id', 'series']).orderBy('id').execute(),
    ownerDb.selectFrom('importPlan').selectAll().orderBy('madeAt').execute(),
    ownerDb.selectFrom('importRun').selectAll().execute(),
  ])
  return { indicators, plans, runs }
}

describe('beginning to follow the series', () => {
  const preview = '/importer/ny/tabell/scb/forhandsvisning?table=EMPLOYED&v.ContentsCode=is:'
  const indicator = {
    do: 'add',
    nameSv: 'Antal sysselsatta',
    nameEn: 'People in work',
    definitionSv: 'Sysselsatta som arbetar i kommunen.',
    definitionEn: 'People who work in the municipality.',
    unit: 'persons',
    decimals: '0',
    direction: 'higher',
    rule: 'sum',
    addRhythm: 'monthly',
  }

  test('what the table says is proposed', async () => {
    const { text } = await visit(`${preview}ANDEL`)
    expect(text).toMatch(/name="nameSv"[^>]*value="Andel sysselsatta"/)
    expect(text).toMatch(/name="unit".*?<option value="percent" selected/s)
    expect(text).toMatch(/name="decimals"[^>]*value="1"/)
    expect(text).not.toMatch(/type="radio"[^>]*name="rule"[^>]*checked/)
  })

  test('what is wrong is said, what was typed stands there, and nothing is stored', async () => {
    const before = await stored()
    const { status, text } = await send(`${preview}ANTAL`, { ...indicator, nameEn: '', direction: '' })
    expect(status).toBe(422)
    expect(text).toContain('href="#field-nameEn"')
    expect(text).toContain('href="#field-direction"')
    expect(text).toContain('Sysselsatta som arbetar i kommunen.')
    expect((await send(`${preview}ANTAL`, { do: 'connect' })).text).toContain('Välj en indikator.')
    expect(await stored()).toEqual(before)
  })

  test('is for the coordinator alone', async () => {
    const before = await stored()
    expect((await send(`${preview}ANTAL`, indicator, officer)).status).toBe(403)
    expect(await stored()).toEqual(before)
  })

  test('adds an indicator that reads the series, plans it, and leads to its first run', async () => {
    const { status, to } = await send(`${preview}ANTAL`, indicator)
    expect(status).toBe(303)
    const { indicators, plans, runs } = await stored()
    expect(indicators).toEqual([{ id: 'antal-sysselsatta', series: [plans[0]?.seriesKey] }])
    expect(plans).toMatchObject([
      {
        way: 'pxweb',
        rhythm: 'monthly',
        title: 'Sysselsatta efter region, kön och år: Antal sysselsatta',
        question: {
          office: 'scb',
          licence: 'https://creativecommons.org/share-your-work/public-domain/cc0/',
          selection: { table: 'EMPLOYED', fixed: { ContentsCode: 'ANTAL' } },
        },
      },
    ])
    expect(to).toBe(`/importer/korningar/${runs[0]?.id}`)
  })

  test('connects an indicator that has no series', async () => {
    const added = await addIndicator(contextOf(database.db, network.id, coordinator), {
      ...IndicatorForm.parse({ ...indicator, nameSv: 'Utan serie', unit: 'percent', rule: 'median' }),
    })
    if (!added.ok) throw new Error(added.refusal)
    expect((await visit(`${preview}ANDEL`)).text).toContain('Utan serie')
    const { status } = await send(`${preview}ANDEL`, {
      do: 'connect',
      indicator: added.value,
      rhythm: 'by-hand',
    })
    expect(status).toBe(303)
    const { indicators, plans } = await stored()
    expect(indicators.find(({ id }) => id === 'utan-serie')?.series).toEqual([plans[1]?.seriesKey])
    const again = await send(`${preview}ANTAL`, { do: 'connect', indicator: added.value, rhythm: 'by-hand' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('har fått en serie under tiden')
  })
})

describe('an office that does not answer as it should', () => {
  test('is told in words, with a way to try again', async () => {
    const { status, text } = await visit('/importer/ny/tabell/nobody')
    expect(status).toBe(200)
    expect(text).toContain('Nobody kunde inte svara')
    expect(text).toContain('Ingen förbindelse')
    expect(text).toContain('href="/importer/ny/tabell/nobody"')
  })

  test.each([
    ['error-500', 'tog inte emot frågan'],
    ['too-many-calls', 'Vänta en minut'],
    ['html', 'gick inte att läsa'],
    ['broken-json', 'gick inte att läsa'],
    ['gone', 'finns inte, eller inte längre'],
    ['cut-off', 'Ingen förbindelse'],
  ] as const)('%s', async (trouble, words) => {
    server.trouble('/metadata', trouble)
    expect((await visit(employed)).text).toContain(words)
  })

  test('a wrong size is told with where', async () => {
    server.trouble('/data', 'wrong-size')
    const { text } = await visit(
      '/importer/ny/tabell/scb/forhandsvisning?table=EMPLOYED&v.ContentsCode=is:ANTAL&all=out',
    )
    expect(text).toContain('gick inte att läsa')
    expect(text).toContain('value-count')
  })
})
