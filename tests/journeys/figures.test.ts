import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import kpiRecords from '../../src/modules/imports/kolada/testing/kpi-records.json' with { type: 'json' }
import placeRecords from '../../src/modules/imports/kolada/testing/place-records.json' with { type: 'json' }
import {
  koladaServer,
  type DataRow,
  type KoladaServer,
} from '../../src/modules/imports/kolada/testing/server.ts'
import { press, signIn, useBrowser, type Reader } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

const browser = useBrowser()
let program: RunningProgram
let server: KoladaServer

const codes = '1384 1401 1402 1407 1415 1419 1440 1441 1462 1480 1481 1482 1489'.split(' ')
const years = [2021, 2022, 2023, 2024]

/** What the source says of each municipality: a tenth apart, and in Ale's last year whatever it is said to be. */
const told = (kpi: string, lastOfAle: number, changedOn: string): readonly DataRow[] =>
  codes.flatMap((municipality, place) =>
    years.map((period) => {
      const isAle = municipality === '1440' && period === 2024
      const value = isAle ? lastOfAle : 4 + place / 10 + (period - 2021) / 10
      const values = [{ gender: 'T', count: 1, status: '', value, isdeleted: false }]
      return { kpi, municipality, period, values, changedOn: isAle ? changedOn : '2026-01-01' }
    }),
  )

const data: DataRow[] = []

beforeAll(async () => {
  server = await koladaServer({
    kpis: kpiRecords.values,
    municipalities: placeRecords.municipalities,
    groups: placeRecords.groups,
    data,
  })
  program = await startBuiltProgram({ env: { KOLADA_URL: server.origin } })
})
afterAll(async () => {
  await program.stop()
  await server.close()
})

/** Waits for the worker: the page of a run says how it goes each time it is looked at. */
async function seeRunEnd(reader: Reader, words: string): Promise<void> {
  const { page } = reader
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await page.textContent('main'))?.includes(words)) break
    await page.waitForTimeout(100)
    await page.reload()
  }
  expect(await page.textContent('main')).toContain(words)
  await reader.inspect()
}

describe.each([
  {
    where: 'in Swedish on a desk',
    screen: 'desk',
    javaScript: true,
    english: false,
    kpi: 'N03920',
    title: 'Arbetslösa av befolkningen, 18-65 år',
  },
  {
    where: 'in English on a phone, without scripts',
    screen: 'phone',
    javaScript: false,
    english: true,
    kpi: 'N03942',
    title: 'Arbetslösa av arbetskraften (BAS), 18-24 år',
  },
] as const)('the coordinator, $where', ({ where, screen, javaScript, english, kpi, title }) => {
  const at = (sv: string, en: string) => (english ? en : sv)
  const name = `Utan arbete, ${where}`
  let reader: Reader
  let visitor: Reader
  let indicator = ''

  beforeAll(async () => {
    reader = await browser.reader({ origin: program.origin, screen, javaScript })
    visitor = await browser.reader({ origin: program.origin, screen, javaScript })
    await signIn(reader, 'samordnare@example.org', english)
    data.push(...told(kpi, 4.8, '2026-01-01'))
  })

  test('finds a series in the catalogue, and its figures come', async () => {
    const { page } = reader
    await reader.visit(at('/importer/ny/kolada', '/en/imports/new/kolada'))
    await reader.inspect()
    await page.fill('main input[type=search]', title)
    await press(page, page.locator('main form[role=search] button'))
    await reader.inspect()
    await press(page, page.locator(`main a[href$="/${kpi}"]`))
    await reader.inspect()

    const add = page.locator('details:has([name=do][value=add])')
    if ((await add.getAttribute('open')) === null) await add.locator('summary').click()
    await add.locator('[name=nameSv]').fill(name)
    await add.locator('[name=nameEn]').fill(name)
    // Kolada describes it in Swedish, which is there already.
    expect(await add.locator('[name=definitionSv]').inputValue()).not.toBe('')
    await add.locator('[name=definitionEn]').fill('How many are out of work.')
    await add.locator('[name=direction][value=lower]').check()
    await add.locator('[name=rule][value=median]').check()
    await press(page, add.locator('button[type=submit]'))
    await page.waitForURL(at('**/importer/korningar/*', '**/en/imports/runs/*'))
    await seeRunEnd(reader, at('52 nya', '52 new'))
  })

  test('anybody sees the indicator with its figures and where they come from', async () => {
    const { page } = visitor
    await visitor.visit(at('/indikatorer', '/en/indicators'))
    await visitor.inspect()
    await press(page, page.getByRole('link', { name, exact: true }).first())
    await visitor.inspect()
    const text = await textOf(visitor)
    expect(text).toContain('Kolada')
    indicator = new URL(page.url()).pathname
    await visitor.visit(`${indicator}/${at('varde', 'value')}/ale/2024`)
    await visitor.inspect()
    expect(await textOf(visitor)).toContain(at('4,8 %', '4.8%'))
  })

  test('a revision arrives, and both versions can be seen', async () => {
    const { page } = reader
    data.splice(0, data.length, ...told(kpi, 5.3, '2099-01-01'))
    await reader.visit(at('/importer', '/en/imports'))
    await reader.inspect()
    await press(page, page.locator('main tr', { hasText: title }).locator('button').first())
    await seeRunEnd(reader, at('1 ändrad', '1 changed'))

    await visitor.visit(`${indicator}/${at('varde', 'value')}/ale/2024`)
    await visitor.inspect()
    const value = await textOf(visitor)
    for (const version of at('4,8 %|5,3 %', '4.8%|5.3%').split('|')) expect(value).toContain(version)

    await visitor.visit(at('/revideringar', '/en/revisions'))
    await visitor.inspect()
    const row = visitor.page.locator('main tr', { hasText: name })
    expect((await row.textContent())?.replaceAll(/\s/g, '')).toBe(
      `${name}Ale2024${at('4,8%5,3%', '4.8%5.3%')}`.replaceAll(/\s/g, ''),
    )
    await visitor.visit(at('/nya-siffror', '/en/new-figures'))
    await visitor.inspect()
    expect(await textOf(visitor)).toContain(name)
  })

  test('before it was known there was nothing', async () => {
    await visitor.visit(indicator)
    const form = visitor.page.locator(`main form:has(input[name="${at('per', 'as-of')}"])`)
    await form.locator('input').fill('2020-01-01')
    await press(visitor.page, form.locator('button'))
    await visitor.inspect()
    const text = await textOf(visitor)
    expect(text).toContain(at('som det var känt den 1 januari 2020', 'as it was known on 1 January 2020'))
    expect(text).not.toContain(at('5,3 %', '5.3%'))
  })
})

describe.each([
  ['on a desk', 'desk', true],
  ['on a phone, without scripts', 'phone', false],
] as const)('a local series, %s', (where, screen, javaScript) => {
  const name = `Lediga lokaler, ${where}`
  let officer: Reader
  let colleague: Reader

  beforeAll(async () => {
    const coordinator = await browser.reader({ origin: program.origin, screen, javaScript })
    ;[officer, colleague] = await Promise.all([
      browser.reader({ origin: program.origin, screen, javaScript }),
      browser.reader({ origin: program.origin, screen, javaScript }),
    ])
    await signIn(coordinator, 'samordnare@example.org')
    await signIn(officer, 'naringslivsansvarig.ale@example.org')
    await signIn(colleague, 'bitradande.ale@example.org')
    const { page } = coordinator
    await coordinator.visit('/ramverk/indikator/ny')
    await page.locator('[name=nameSv]').fill(name)
    await page.locator('[name=nameEn]').fill(name)
    await page.locator('[name=definitionSv]').fill('Andel lokaler som står tomma.')
    await page.locator('[name=definitionEn]').fill('Share of premises that stand empty.')
    await page.locator('[name=direction][value=lower]').check()
    await page.locator('[name=rule][value=median]').check()
    await press(page, page.locator('main form button[type=submit]').last())
    await coordinator.visit('/siffror/for-in')
    await coordinator.inspect()
    await press(page, page.locator('main button', { hasText: name }))
  })

  test('an officer enters a figure, which nobody sees yet', async () => {
    const { page } = officer
    await officer.visit('/siffror/for-in')
    await officer.inspect()
    await press(page, page.locator('main a', { hasText: name }))
    await officer.inspect()
    await page.fill('[name=year]', '225')
    await page.fill('[name=value]', '3,5')
    await press(page, page.locator('main form:has([name=year]) button[type=submit]'))
    expect(await page.locator('[data-error-summary]').count()).toBe(1)
    expect(await page.inputValue('[name=value]')).toBe('3,5')
    await officer.inspect()
    await page.fill('[name=year]', '2025')
    await page.fill('[name=takenFrom]', 'Kommunens lokalregister')
    await press(page, page.locator('main form:has([name=year]) button[type=submit]'))
    await page.waitForURL('**/siffror/att-bekrafta?saved')
    await officer.inspect()
    expect(await page.locator('main button[value=confirm]').count()).toBe(0)
    expect(await (await fetch(`${program.origin}/indikatorer`)).text()).not.toContain('3,5')
  })

  test('a colleague confirms it, and everybody sees it with its source', async () => {
    const { page } = colleague
    await colleague.visit('/siffror/att-bekrafta')
    await colleague.inspect()
    await press(page, page.locator('main button[value=confirm]').first())
    await colleague.inspect()
    await colleague.visit('/indikatorer')
    await press(page, page.getByRole('link', { name, exact: true }).first())
    await colleague.inspect()
    expect(await textOf(colleague)).toContain('Kommunens lokalregister')
    const address = new URL(page.url()).pathname
    await colleague.visit(`${address}/varde/ale/2025`)
    await colleague.inspect()
    expect(await textOf(colleague)).toContain('3,5 %')
  })
})

/** What the page says, with spaces of every kind as one. */
async function textOf({ page }: Reader): Promise<string> {
  return ((await page.textContent('main')) ?? '').replaceAll(/\s+/g, ' ')
}
