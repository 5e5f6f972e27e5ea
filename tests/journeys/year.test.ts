import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorWith, inTransaction, personToSignIn, type Context } from '../../src/modules/accounts/index.ts'
import { drawTree } from '../../src/modules/adoptions/actions/draw-tree.ts'
import { enterAdoption } from '../../src/modules/adoptions/actions/enter-adoption.ts'
import { mapNodes } from '../../src/modules/adoptions/actions/map-nodes.ts'
import { adoptionsOf } from '../../src/modules/adoptions/index.ts'
import { factsOf, treeOf } from '../../src/modules/adoptions/testing.ts'
import { answerRound } from '../../src/modules/follow-up/actions/answer-round.ts'
import { reportFrom } from '../../src/modules/follow-up/core/report.ts'
import { sayCell } from '../../src/modules/programme/actions/say-cell.ts'
import { cellGrid } from '../../src/modules/programme/index.ts'
import { networkForHost } from '../../src/modules/region/index.ts'
import { inScope } from '../../src/platform/database/connection.ts'
import type { RunningProgram } from '../../src/program.ts'
import { useTestDatabase } from '../database.ts'
import { partsOf, readPdf, readWord, readWorkbook, squeezed } from '../report-readers.ts'
import { press, signIn, useBrowser, type Reader } from './browser.ts'
import { startProgramAt } from './program-at.ts'

/**
 * One year: programmes are adopted and mapped to the shared framework, one is adopted anew; a round is opened, answered in
 * time, late, unchanged and not at all; a status gets another word; what stood there is frozen, reported and carried away.
 * People go where a person decides something; what is only much is done by the program's own actions.
 */

const database = useTestDatabase()
const browser = useBrowser()
let program: RunningProgram
let now = new Date('2026-01-12T09:00:00Z')
let coordinator: Reader
let ale: Reader
const itIs = (day: string) => {
  now = new Date(`${day}T09:00:00Z`)
}

const round = '/uppfoljning/uppfoljning-hosten-2026'
const intervention = 'fortbilda-anstallda'
const send = 'main form button[type=submit]'
const firstRow = '.sheet-row >> nth=0'
const saidByAle = 'Kursen saknar lärare.'
const saidByLerum = 'Vi hann inte i tid, men det går framåt.'
const saidByTjorn = 'Tio företag är med.'
const codes = { ale: '1440', lerum: '1441', tjorn: '1419', kungalv: '1482' } as const

beforeAll(async () => {
  program = await startProgramAt(database, () => now)
})
afterAll(() => program.stop())

/** The officer of a municipality, as the program's actions are told of them at this moment. */
async function officerOf(slug: keyof typeof codes): Promise<Context> {
  const { db } = database
  const network = await networkForHost(db, 'localhost')
  const networkId = network?.id ?? ''
  const email = `naringslivsansvarig.${slug}@example.org`
  const personId = await inScope(db, { networkId, personId: null }, async (tx) => personToSignIn(tx, email))
  const actor = await inScope(db, { networkId, personId }, async (tx) => actorWith(tx, personId ?? ''))
  return { db, networkId, actor, now }
}

/** Enters what a council decided, draws its parts, and maps the first of them to a shared intervention. */
async function adopt(slug: keyof typeof codes, name: string, decidedOn: string, outline: string) {
  const context = await officerOf(slug)
  const municipality = codes[slug]
  const seen =
    (await inTransaction(context, async (tx) => adoptionsOf(tx, municipality))).at(-1)?.version ?? 0
  const entered = await enterAdoption(
    context,
    { municipality, seen },
    { facts: factsOf({ name, decidedOn }), file: null },
  )
  if (!entered.ok) throw new Error(entered.refusal)
  const place = { municipality, version: entered.value }
  expect(await drawTree(context, { ...place, seen: 0 }, treeOf(outline))).toMatchObject({ ok: true })
  const choice = { fit: 'exact' as const, intervention }
  expect(await mapNodes(context, place, [{ node: 1, seen: 0, choice, comment: null }])).toEqual({
    ok: true,
    value: 1,
  })
  return entered.value
}

async function wordOf(slug: keyof typeof codes, text: string) {
  const municipality = codes[slug]
  const grid = await inTransaction(await officerOf(slug), async (tx) =>
    cellGrid(tx, { municipality, intervention }),
  )
  const nothing = { owner: null, deputy: null, milestone: null, milestoneOn: null }
  return { ...nothing, status: 'on-plan' as const, text, version: grid.entries[0]?.cell?.version ?? 0 }
}

async function textOf(path: string): Promise<string> {
  const html = await (await fetch(program.origin + path)).text()
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const answer = await fetch(program.origin + path)
  expect([path, answer.status]).toEqual([path, 200])
  return new Uint8Array(await answer.arrayBuffer())
}

/** Every row of every sheet, as what stands in its cells. */
function rowsIn(workbook: Uint8Array): readonly (readonly string[])[] {
  return readWorkbook(workbook).flatMap((sheet) =>
    sheet.rows.map(({ cells }) => [...cells.values()].map(({ text }) => text)),
  )
}

test('in the spring four municipalities adopt their programmes and map them to what is shared', async () => {
  itIs('2026-03-02')
  await adopt('ale', 'Näringslivsprogram för Ale', '2026-02-23', '1. Fortbilda dem som redan arbetar')
  await adopt('lerum', 'Lerums näringslivsprogram', '2026-02-12', '1. Utbilda anställda\n2. Mer mark')
  await adopt('tjorn', 'Tjörns näringslivsprogram', '2026-01-29', '1. Kurser för anställda')
  await adopt('kungalv', 'Kungälvs näringslivsprogram', '2026-02-19', '1. Fortbilda')
  const adopted = await textOf('/antagna-program/insatser?dag=2026-03-02')
  for (const name of ['program för Ale', 'Lerums närings', 'Tjörns närings', 'Kungälvs närings'])
    expect(adopted).toContain(name)
})

test('in the autumn Lerum adopts its own anew, and everybody sees what differs', async () => {
  itIs('2026-10-05')
  const version = await adopt(
    'lerum',
    'Lerums nya program',
    '2026-09-24',
    '1. Utbilda alla anställda\n2. Mer mark',
  )
  const difference = await textOf(`/antagna-program/lerum/${version}/skillnad/${version - 1}`)
  expect(difference).toContain('tillagt: alla')
  expect(await textOf('/antagna-program/insatser?dag=2026-09-01')).toContain('Lerums näringslivsprogram')
})

test('in November the coordinator opens a round', async () => {
  itIs('2026-10-20')
  const place = { municipality: codes.tjorn, intervention }
  expect(await sayCell(await officerOf('tjorn'), place, await wordOf('tjorn', saidByTjorn))).toMatchObject({
    ok: true,
  })
  itIs('2026-11-02')
  coordinator = await browser.reader({ origin: program.origin })
  await signIn(coordinator, 'samordnare@example.org')
  await coordinator.visit('/uppfoljning/ny')
  await coordinator.page.fill('input[name=nameSv]', 'Uppföljning hösten 2026')
  await coordinator.page.fill('input[name=closesOn]', '2026-11-20')
  await coordinator.page.fill('textarea[name=questions]', 'Vad behöver ni av nätverket?')
  await press(coordinator.page, coordinator.page.locator(send))
})

test('Ale answers in time, and Tjörn says that nothing has changed', async () => {
  itIs('2026-11-10')
  ale = await browser.reader({ origin: program.origin })
  await signIn(ale, 'naringslivsansvarig.ale@example.org')
  const { page } = ale
  await ale.visit(`${round}/svar/ale`)
  await page.locator(`${firstRow} >> select >> nth=0`).selectOption({ label: 'Sitter fast' })
  await page.locator(`${firstRow} >> textarea`).fill(saidByAle)
  await page.fill('textarea[name=answer-1]', 'En gemensam lärare.')
  await press(page, page.locator('button[value=submit]'))
  expect(await page.locator('main').textContent()).toContain('Svaret är skickat')
  const unchanged = { sending: { kind: 'unchanged' as const }, seen: 0 }
  const id = round.split('/').at(-1) ?? ''
  expect(await answerRound(await officerOf('tjorn'), id, codes.tjorn, unchanged)).toMatchObject({ ok: true })
})

test('the leader of Ale confirms, and the coordinator calls a status something else', async () => {
  itIs('2026-11-13')
  const leader = await browser.reader({ origin: program.origin, screen: 'phone' })
  await signIn(leader, 'kommunledning.ale@example.org')
  await leader.visit(`${round}/svar/ale`)
  expect(await leader.page.locator('main').textContent()).toContain('Sitter fast')
  await press(leader.page, leader.page.locator('button[value=confirm]'))

  itIs('2026-11-16')
  const { page } = coordinator
  await coordinator.visit('/ramverk')
  await press(page, page.locator('main a[href="/ramverk/status/stuck"]'))
  await coordinator.inspect()
  await page.fill('input[name=nameSv]', 'Försenad')
  await press(page, page.locator(send).first())
  expect(await page.locator('[data-error-summary]').textContent()).toContain('heter redan så')
  await page.fill('input[name=nameSv]', 'Behöver hjälp')
  await press(page, page.locator(send).first())
  expect(await page.locator('main').textContent()).toContain('Behöver hjälp')
  expect(await textOf('/programmet/versioner')).toContain('Statusordet ”Sitter fast” ändrades')

  // What is looked at as of the day before has that day's word; what is said from now on has the new one.
  const cell = `/insatser/${intervention}/ale`
  expect(await textOf(cell)).toContain('Behöver hjälp')
  expect(await textOf(`${cell}?per=2026-11-15`)).toContain('Sitter fast')
  await ale.visit(`${cell}/redigera`)
  expect(await ale.page.locator('input[name=status][value=stuck] + label').textContent()).toBe(
    'Behöver hjälp',
  )
})

test('Lerum is late, most are silent; the coordinator closes the round', async () => {
  itIs('2026-11-24')
  const id = round.split('/').at(-1) ?? ''
  const forms = new Map([[intervention, await wordOf('lerum', saidByLerum)]])
  const late = { sending: { kind: 'words' as const, forms, answers: ['Mer tid.'] }, seen: 0 }
  expect(await answerRound(await officerOf('lerum'), id, codes.lerum, late)).toMatchObject({ ok: true })

  itIs('2026-12-01')
  const { page } = coordinator
  await coordinator.visit(round)
  expect(await page.locator('main').textContent()).toContain('3 av 13 kommuner har svarat')
  await page.check('input[name=sure]')
  await press(page, page.locator('button[value=freeze]'))
  const report = reportFrom(await bytesOf(`${round}/rapport.json`))
  const stateOf = (code: string) => report.municipalities.find((one) => one.code === code)
  expect(stateOf(codes.ale)).toMatchObject({ state: 'confirmed', isLate: false })
  expect(stateOf(codes.lerum)).toMatchObject({ state: 'answered', isLate: true })
  expect(stateOf(codes.tjorn)).toMatchObject({ state: 'answered', isUnchanged: true })
  expect(stateOf(codes.kungalv)).toMatchObject({ state: 'silent' })
  expect(report.statuses?.find((one) => one.id === 'stuck')?.name.sv).toBe('Behöver hjälp')
})

test('a year later the round is carried away in every form, with its words and figures', async () => {
  itIs('2027-11-02')
  const { page } = coordinator
  await coordinator.visit('/ramverk/status/stuck')
  await page.fill('input[name=nameSv]', 'Står still')
  await press(page, page.locator(send).first())
  expect(await textOf('/insatser')).toContain('Står still')

  const frozen = reportFrom(await bytesOf(`${round}/rapport.json`))
  const stuck = frozen.cells.filter(({ status }) => status === 'stuck')
  const figure = frozen.indicators.find(({ region }) => region)
  const reported = `/rapporter/regionen/${round.split('/').at(-1)}`
  const words = ['Behöver hjälp', saidByAle, saidByLerum, saidByTjorn, 'En gemensam lärare.', 'försenat']
  const inPaper = [...words, figure?.region?.inWords.sv ?? 'no figure', 'Har inte svarat'].map(squeezed)

  const pdf = await readPdf(await bytesOf(`${reported}.pdf`))
  const word = squeezed((await readWord(await bytesOf(`${reported}.docx`))).text)
  for (const text of inPaper) {
    expect(pdf.text).toContain(text)
    expect(word).toContain(text)
  }
  const slides = squeezed(
    [...partsOf(await bytesOf(`${reported}.pptx`))]
      .filter(([name]) => /^ppt\/(slides|charts)\//.test(name))
      .map(([, xml]) => xml.replaceAll(/<[^>]+>/g, ''))
      .join(' '),
  )
  for (const text of ['Behöver hjälp', saidByAle]) expect(slides).toContain(squeezed(text))
  const rows = rowsIn(await bytesOf(`${reported}.xlsx`))
  expect(rows.filter((row) => row.includes('Behöver hjälp') && row.includes('stuck'))).toHaveLength(
    stuck.length,
  )
  expect(rows.flat()).toEqual(expect.arrayContaining([saidByAle, saidByLerum, saidByTjorn]))
  for (const text of [pdf.text, word, slides, rows.flat().join()]) expect(text).not.toMatch(/Står ?still/)
})

test('a report of a day before the word was changed has the old word, and so has the matrix as a file', async () => {
  const before = rowsIn(await bytesOf('/rapporter/regionen/2026-11-15.xlsx')).flat()
  expect(before).toContain('Sitter fast')
  expect(before).not.toContain('Behöver hjälp')
  const csv = async (path: string) => new TextDecoder().decode(await bytesOf(path))
  expect(await csv('/insatser/data.csv?per=2026-11-15')).toContain(`Ale,Sitter fast,stuck,${saidByAle}`)
  expect(await csv('/insatser/data.csv')).toContain(`Ale,Står still,stuck,${saidByAle}`)
})
