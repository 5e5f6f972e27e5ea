import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { employedByYear } from '../../src/modules/imports/pxweb/testing/employed.ts'
import { officeAt } from '../../src/modules/imports/pxweb/testing/offices.ts'
import { startPxWeb, type PxWebServer } from '../../src/modules/imports/pxweb/testing/server.ts'
import { press, signIn, useBrowser, type Reader } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

const browser = useBrowser()
let program: RunningProgram
let server: PxWebServer

beforeAll(async () => {
  server = await startPxWeb({
    now: () => performance.now(),
    cells: 40,
    calls: 1000,
    windowSeconds: 1,
    cubes: { EMPLOYED: employedByYear() },
  })
  const offices = join(mkdtempSync(join(tmpdir(), 'samsyn-offices-')), 'offices.json')
  const silent = officeAt('http://127.0.0.1:1/api/v2', { id: 'silent', name: 'A silent office' })
  writeFileSync(offices, JSON.stringify([officeAt(server.base2, { id: 'scb', name: 'SCB' }), silent]))
  program = await startBuiltProgram({ env: { SAMSYN_OFFICES: offices } })
})
afterAll(async () => {
  await program.stop()
  await server.close()
})

const main = 'main form button[type=submit]'

describe.each([
  ['in Swedish on a desk, without scripts', 'desk', false, 'ANTAL'],
  ['in English on a phone', 'phone', true, 'ANDEL'],
] as const)('the coordinator, %s', (where, screen, english, measure) => {
  const at = (sv: string, en: string) => (english ? en : sv)
  let reader: Reader

  beforeAll(async () => {
    reader = await browser.reader({ origin: program.origin, screen, javaScript: english })
    await signIn(reader, 'samordnare@example.org', english)
  })

  test('is told that an office does not answer', async () => {
    await reader.visit(at('/importer/ny/tabell/silent', '/en/imports/new/table/silent'))
    await reader.inspect()
    expect(await reader.page.textContent('main')).toContain(at('Ingen förbindelse', 'There is no connection'))
  })

  test('finds a table, chooses a series and sees a piece of it', async () => {
    const { page } = reader
    await reader.visit(at('/importer/ny/tabell', '/en/imports/new/table'))
    await reader.inspect()
    await press(page, page.locator('main a[href$="/scb"]'))
    await reader.inspect()
    await page.fill('[name=q]', 'sysselsatta efter region')
    await press(page, page.locator(main).first())
    await reader.inspect()
    await press(page, page.locator('main a[href*="table=EMPLOYED"]'))
    await reader.inspect()
    await press(page, page.locator('main button[value=preview]'))
    expect(await page.locator('[data-error-summary]').count()).toBe(1)
    await reader.inspect()
    await page.selectOption('[name="v.ContentsCode"]', `is:${measure}`)
    await press(page, page.locator('main button[value=preview]'))
    await reader.inspect()
    const table = (await page.locator('main table').textContent()) ?? ''
    for (const place of ['Riket', 'Ale', 'Lerum', '2024']) expect(table).toContain(place)
    await page.goBack()
    expect(await page.inputValue('[name="v.ContentsCode"]')).toBe(`is:${measure}`)
    await page.goForward()
  })

  test('follows it with a new indicator, and its figures come', async () => {
    const { page } = reader
    const add = page.locator('details:has([name=do][value=add])')
    // Open already where no indicator waits for a series.
    if ((await add.getAttribute('open')) === null) await add.locator('summary').click()
    const name = `Sysselsatta, ${where}`
    await add.locator('[name=nameSv]').fill(name)
    await add.locator('[name=nameEn]').fill(name)
    await add.locator('[name=definitionEn]').fill('People in work in the municipality.')
    await add.locator('[name=direction][value=higher]').check()
    await add.locator('[name=rule][value=median]').check()
    await press(page, add.locator('button[type=submit]'))
    await page.waitForURL(at('**/importer/korningar/*', '**/en/imports/runs/*'))
    // The worker fetches in its own time; the page says how it goes when it is looked at again.
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await page.textContent('main'))?.includes(at('90 nya', '90 new'))) break
      await page.waitForTimeout(100)
      await page.reload()
    }
    await reader.inspect()
    expect(await page.textContent('main')).toContain(at('90 nya', '90 new'))
    await press(page, page.locator(`main a[href*="${at('/indikatorer/', '/en/indicators/')}"]`).first())
    await reader.inspect()
    expect(await page.textContent('main')).toContain(name)
  })
})
