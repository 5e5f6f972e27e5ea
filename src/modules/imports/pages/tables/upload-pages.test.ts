import { sql } from 'kysely'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inTransaction, type Actor } from '#modules/accounts'
import { cubesOf, seriesWith } from '#modules/statistics'
import { useTestDatabase } from '../../../../../tests/database.ts'
import { addTestActor, addTestNetwork, contextOf, type TestNetwork } from '../../../../../tests/people.ts'
import { forgetTables } from '../../actions/forget-tables.ts'
import { asked, form } from '../../../../../tests/visits.ts'
import { uploadRoutes } from './upload-routes.tsx'

const database = useTestDatabase()
let network: TestNetwork
let coordinator: Actor
let officer: Actor

beforeAll(async () => {
  network = await addTestNetwork(database)
  coordinator = await addTestActor(database, network.id, 'coordinator')
  officer = await addTestActor(database, network.id, 'officer', '1440')
  for (const [id, series] of [
    ['egen', ['own:egen']],
    ['hamtad', ['kolada:N00999']],
    ['utan', []],
  ] as const)
    await addIndicator(id, series)
})
beforeEach(async () => {
  await database.ownerDb.deleteFrom('uploadedTable').execute()
  await database.ownerDb.deleteFrom('figure').execute()
  await database.ownerDb.deleteFrom('cube').execute()
})

async function addIndicator(id: string, series: readonly string[]) {
  const text = JSON.stringify({ sv: `Indikatorn ${id}`, en: `The indicator ${id}` })
  await database.ownerDb
    .insertInto('indicator')
    .values({
      networkId: network.id,
      id,
      series: [...series],
      name: text,
      definition: text,
      method: text,
      howToRetrieve: text,
      unit: 'persons',
      decimals: 0,
      direction: 'higher',
      fewest: 5,
      regionRule: JSON.stringify({ kind: 'sum' }),
    })
    .execute()
}

const routes = uploadRoutes({ places: () => [{ code: '1480', name: 'Göteborg' }] })
const visit = async (path: string, who: Actor | null = coordinator, init?: RequestInit) =>
  asked({ database, network }, who, routes, path, init)

function multipart(parts: Readonly<Record<string, string | File>>): RequestInit {
  const body = new FormData()
  for (const [name, value] of Object.entries(parts)) body.set(name, value)
  return { method: 'POST', body }
}

async function sent(table: string | File, who: Actor | null = coordinator, indicator = 'egen') {
  const part = typeof table === 'string' ? { table } : { file: table }
  return visit('/importer/ny/fil', who, multipart({ indicator, ...part }))
}

async function previewOf(table: string | File, indicator = 'egen') {
  const { to } = await sent(table, coordinator, indicator)
  return { at: to, ...(await visit(to)) }
}

const source = {
  publisher: 'Ale kommun',
  title: 'Årsredovisningen',
  url: '',
  licence: 'Inte angiven',
  retrievedOn: '2026-11-24',
}

async function stored(key = 'own:egen') {
  return inTransaction(contextOf(database.db, network.id, coordinator), async (tx) => {
    const id = (await seriesWith(tx, [key])).get(key)?.id ?? 0
    return (await cubesOf(tx, [id])).flatMap((cube) => [...cube.figures()])
  })
}

async function deeds() {
  const entries = await database.ownerDb.selectFrom('auditEntry').select('did').orderBy('id').execute()
  return entries.map(({ did }) => did)
}

/** A workbook with one sheet, as a program writes it. */
async function workbook(rows: SheetData, name = 'siffror.xlsx') {
  return new File([new Uint8Array(await writeExcelFile(rows).toBuffer())], name)
}

const latin1 = (text: string) => new File([Buffer.from(text, 'latin1')], 'a.csv')
const seriesOf = async (id: string) =>
  database.ownerDb.selectFrom('indicator').select('series').where('id', '=', id).executeTakeFirst()

const headings = [{ value: 'Kommun' }, { value: 'År' }, { value: 'Värde' }]
const good = 'Kommun;År;Värde\nAle;2024;1 250\nLerum;2024;3'

test('a table is looked at, and stored whole with its source', async () => {
  const page = await previewOf(good)
  expect(page.status).toBe(200)
  expect(page.text).toContain('2 nya, 0 ändrade, 0 lika')
  expect(page.text).toContain('1\u00a0250')
  // What is small is stored but withheld, and the coordinator is told.
  expect(page.text).toContain('Ett värde är mindre än 5')
  expect(await stored()).toEqual([])

  const lacking = await visit(page.at, coordinator, form({ do: 'store', ...source, publisher: '' }))
  expect(lacking.status).toBe(422)
  expect(lacking.text).toContain('Skriv vem som har gett ut siffrorna.')
  expect(lacking.text).toContain('value="Årsredovisningen"')
  expect(await stored()).toEqual([])

  const done = await visit(page.at, coordinator, form({ do: 'store', ...source }))
  expect(done.status).toBe(303)
  expect(done.to).toMatch(/^\/importer\/korningar\//)
  expect(await stored()).toMatchObject([
    { place: '1440', year: 2024, value: 1250 },
    { place: '1441', year: 2024, value: 3 },
  ])
  expect((await visit(page.at)).status).toBe(404)

  const again = await previewOf('Kommun;År;Värde\nAle;2024;1260\nLerum;2024;3\nAle;2025;7')
  expect(again.text).toContain('1 nya, 1 ändrade, 1 lika')
})

test('a workbook is read as well as text', async () => {
  const page = await previewOf(await workbook([headings, [{ value: 'Ale' }, { value: 2024 }, { value: 17 }]]))
  expect(page.text).toContain('1 nya, 0 ändrade, 0 lika')
  expect(page.text).toContain('siffror.xlsx')
})

test('what a person says of the table is kept and followed', async () => {
  const page = await previewOf('Kommun;Värde\nAle;12')
  expect(page.text).toContain('Ingen kolumn med år')
  const said = await visit(page.at, coordinator, form({ do: 'choose', year: '2023' }))
  expect(said.status).toBe(303)
  const read = await visit(page.at)
  expect(read.text).toContain('1 nya')
  expect(read.text).toContain('value="2023"')
  const wrong = await visit(page.at, coordinator, form({ do: 'choose', year: '23' }))
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Skriv året med fyra siffror.')
})

test('a table can be thrown away', async () => {
  const page = await previewOf(good)
  expect((await visit(page.at, coordinator, form({ do: 'discard' }))).to).toBe('/importer/ny/fil?kastad')
  expect((await visit(page.at)).status).toBe(404)
  expect(await stored()).toEqual([])
})

describe('bad input is told at its place, and nothing is stored', () => {
  test.each([
    [
      'letters that were damaged',
      new File(['Kommun;År;Värde\nGÃ¶teborg;2024;12'], 'a.csv'),
      'Å, ä eller ö har gått sönder',
    ],
    ['a nickname', 'Kommun;År;Värde\nGbg;2024;12', 'Göteborg'],
    ['NaN', 'Kommun;År;Värde\nAle;2024;NaN', 'Rad 2, cell C2'],
    ['a year as a date', 'Kommun;År;Värde\nAle;2024-05-13;12', 'Skriv året med fyra siffror'],
    ['two values of one place', 'Kommun;År;Värde\nAle;2024;12\nAle;2024;13', 'har ett annat värde'],
    ['a formula as text', 'Kommun;År;Värde\nAle;2024;=A1', 'formel som text'],
    ['minus three persons', 'Kommun;År;Värde\nAle;2024;-3', 'inte möjligt'],
    ['a thousand or a decimal', 'Kommun;År;Värde\nAle;2024;1.234', 'kan vara'],
    ['no table', 'hej', 'Ingen rad med rubriker'],
    ['a picture', new File([Buffer.from('89504e470d0a1a0a', 'hex')], 'a.png'), 'är en bild'],
    ['a broken workbook', new File([Buffer.from('PK\u0003\u0004trasig')], 'a.xlsx'), 'går inte att läsa'],
    ['a sign that is no letter', 'Kommun;År;Värde\nAle;2024;1\u00002', 'Rad 2, cell C2'],
  ])('%s', async (_what, table, sentence) => {
    const page = await previewOf(table)
    expect(page.status).toBe(200)
    expect(page.text).toContain(sentence)
    const done = await visit(page.at, coordinator, form({ do: 'store', ...source }))
    expect(done.status).toBe(422)
    expect(await stored()).toEqual([])
  })

  test.each([
    [
      'merged cells',
      [
        headings,
        [{ value: 'Ale', rowSpan: 2 }, { value: 2023 }, { value: 17 }],
        [null, { value: 2024 }, { value: 18 }],
      ],
      'Rad 2, cell A2:A3: Cellerna är sammanslagna',
    ],
    [
      'a formula that nobody has calculated',
      [headings, [{ value: 'Ale' }, { value: 2024 }, { type: 'Formula', value: '8+9' }]],
      'Rad 2, cell C2: Formeln i cellen har inget sparat resultat',
    ],
  ] as [string, SheetData, string][])('%s in a workbook', async (_what, rows, sentence) => {
    const page = await previewOf(await workbook(rows))
    expect(page.text).toContain(sentence)
    const done = await visit(page.at, coordinator, form({ do: 'store', ...source }))
    expect(done.status).toBe(422)
    expect(await stored()).toEqual([])
  })

  test.each([
    ['2026-13', 'Skriv ett år, en månad eller en dag'],
    ['2026-02-30', 'Skriv ett år, en månad eller en dag'],
    ['9999-01-01', 'Skriv ett år, en månad eller en dag'],
    ['i går', 'Skriv ett år, en månad eller en dag'],
    ['2026-11-25', 'Den dagen har inte kommit än'],
    ['2026-12', 'Den dagen har inte kommit än'],
    ['2027', 'Den dagen har inte kommit än'],
  ])('a table that was retrieved %s', async (retrievedOn, sentence) => {
    const page = await previewOf(good)
    const done = await visit(page.at, coordinator, form({ do: 'store', ...source, retrievedOn }))
    expect(done.status).toBe(422)
    expect(done.text).toContain(sentence)
    expect(await stored()).toEqual([])
  })

  test.each([
    ['a semicolon file with decimal commas', 'Kommun;År;Värde\nAle;2024;12,0', 12],
    ['spaces between thousands', 'Kommun;År;Värde\nAle;2024;12 345', 12_345],
    ['a footnote mark', 'Kommun;År;Värde\nAle;2024;12 1)', 12],
    ['Windows letters', latin1('Kommun;År;Värde\nAle;2024;12'), 12],
  ])('but %s is read', async (_what, table, value) => {
    const page = await previewOf(table)
    await visit(page.at, coordinator, form({ do: 'store', ...source }))
    expect(await stored()).toMatchObject([{ value }])
  })

  test('a name that has to be cut in the middle of a sign', async () => {
    expect((await sent(new File([good], `x${'😀'.repeat(300)}.csv`))).status).toBe(303)
  })

  test('nothing sent, and an indicator that is not there', async () => {
    const nothing = await visit('/importer/ny/fil', coordinator, multipart({ indicator: '' }))
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain('Välj en fil, eller klistra in en tabell.')
    expect(nothing.text).toContain('Välj en indikator.')
    const other = await visit('/importer/ny/fil', coordinator, multipart({ indicator: 'x', table: good }))
    expect(other.text).toContain('Indikatorn finns inte längre')
    expect(other.text).toContain('Lerum;2024;3')
  })
})

test('two tables for an indicator without a series may be stored at once', async () => {
  await addIndicator('ny', [])
  const pages = await Promise.all([previewOf(good, 'ny'), previewOf(good, 'ny')])
  const done = await Promise.all(
    pages.map(({ at }) => visit(at, coordinator, form({ do: 'store', ...source }))),
  )
  expect(done.map(({ status }) => status)).toEqual([303, 303])
  const runs = await database.ownerDb
    .selectFrom('importRun')
    .select('report')
    .where(sql<boolean>`report ->> 'series' = 'own:ny'`)
    .execute()
  const brought = runs.map(({ report }) => z.object({ added: z.number(), same: z.number() }).parse(report))
  const all = (await stored('own:ny')).length
  expect(brought).toContainEqual({ added: all, same: 0 })
  expect(brought).toContainEqual({ added: 0, same: all })
})

test('an indicator of a source is refused when the table is sent, and when it gets one before the table is stored', async () => {
  const refused = await sent(good, coordinator, 'hamtad')
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Indikatorns siffror hämtas ur en källa')
  expect(refused.text).toContain('href="/ramverk/indikator/ny"')
  expect(refused.text).not.toContain('value="hamtad"')
  expect(await stored('kolada:N00999')).toEqual([])

  await addIndicator('snart-hamtad', [])
  const page = await previewOf(good, 'snart-hamtad')
  await database.ownerDb
    .updateTable('indicator')
    .set({ series: ['kolada:N00999'] })
    .where('id', '=', 'snart-hamtad')
    .execute()
  const late = await visit(page.at, coordinator, form({ do: 'store', ...source }))
  expect(late.status).toBe(422)
  expect(late.text).toContain('Indikatorns siffror hämtas ur en källa')
  expect(await stored('kolada:N00999')).toEqual([])
})

test('an indicator without a series gets its own with the first table that is stored', async () => {
  const page = await previewOf(good, 'utan')
  expect(page.text).toContain('får den en egen serie')
  await visit(page.at, coordinator, form({ do: 'discard' }))
  expect(await seriesOf('utan')).toEqual({ series: [] })

  const again = await previewOf(good, 'utan')
  expect((await visit(again.at, coordinator, form({ do: 'store', ...source }))).status).toBe(303)
  expect(await seriesOf('utan')).toEqual({ series: ['own:utan'] })
  expect(await stored('own:utan')).toHaveLength(2)
  expect((await previewOf(good, 'utan')).text).not.toContain('får den en egen serie')
})

test('what was sent, thrown away and stored is told to the log', async () => {
  await database.ownerDb.deleteFrom('auditEntry').execute()
  const [first, last] = [await previewOf(good), await previewOf(good)]
  await visit(first.at, coordinator, form({ do: 'discard' }))
  await visit(last.at, coordinator, form({ do: 'store', ...source }))
  expect(await deeds()).toEqual([
    'imports.table-sent',
    'imports.table-sent',
    'imports.table-discarded',
    'imports.table-stored',
  ])
})

test('one’s own tables that wait are listed, and forgotten after thirty days', async () => {
  const { at } = await previewOf(good)
  const list = await visit('/importer/ny/fil')
  expect(list.text).toContain('Dina tabeller som väntar')
  expect(list.text).toContain(`href="${at}"`)
  const other = await addTestActor(database, network.id, 'coordinator')
  expect((await visit('/importer/ny/fil', other)).text).not.toContain(at)

  const forgetOn = async (day: string) =>
    forgetTables({ db: database.db, clock: () => new Date(`${day}T03:41:00Z`) })
  await forgetOn('2026-12-24')
  expect((await visit(at)).status).toBe(200)
  await forgetOn('2026-12-25')
  expect((await visit(at)).status).toBe(404)
  expect((await visit('/importer/ny/fil')).text).not.toContain('Dina tabeller som väntar')
})

test('a place outside the network is called by its name, and one figure is one', async () => {
  const { text } = await previewOf('Kommunkod;År;Värde\n1480;2024;12')
  expect(text).toContain('>Göteborg<')
  expect(text).toContain('En siffra.')
})

test('sheets and columns are chosen among those that there are', async () => {
  const rows = [
    [{ value: 'Ort' }, { value: 'Antal' }],
    [{ value: 'Ale' }, { value: 17 }],
  ]
  const bytes = await writeExcelFile([
    { data: rows, sheet: 'Vår' },
    { data: rows, sheet: 'Höst' },
  ]).toBuffer()
  const page = await previewOf(new File([new Uint8Array(bytes)], 'a.xlsx'))
  expect(page.text).toMatch(/<option value="Höst"/)
  expect(page.text).toContain('>B: Antal<')
  const said = { do: 'choose', sheet: 'Höst', placeName: 'A', valueColumn: 'B', year: '2024' }
  await visit(page.at, coordinator, form(said))
  const read = await visit(page.at)
  expect(read.text).toContain('1 nya, 0 ändrade, 0 lika')
  expect(read.text).toContain('<option value="Höst" selected')
})

test.each([
  ['officer', () => officer],
  ['visitor', () => null],
])('a %s may send no table', async (_who, actor) => {
  const { at } = await previewOf(good)
  expect((await sent(good, actor())).status).toBe(403)
  for (const path of ['/importer/ny/fil', at]) expect((await visit(path, actor())).status).toBe(403)
  expect((await visit(at, actor(), form({ do: 'store', ...source }))).status).toBe(403)
  expect(await stored()).toEqual([])
})

test('another coordinator does not see what somebody has sent', async () => {
  const other = await addTestActor(database, network.id, 'coordinator')
  const { at } = await previewOf(good)
  expect((await visit(at, other)).status).toBe(404)
})
