import { afterAll, beforeAll, expect, test } from 'vitest'
import { press, signIn, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

const browser = useBrowser()
let program: RunningProgram

beforeAll(async () => {
  program = await startBuiltProgram({ args: ['--empty'] })
})
afterAll(() => program.stop())

test('an empty installation leads to founding a network, on a phone, without JavaScript', async () => {
  const reader = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  const { page } = reader
  await page.goto(program.origin)
  expect(page.url()).toContain('/start')
  const refused = await page.goto(`${program.origin}/start?kod=FEL`)
  expect(refused?.status()).toBe(403)

  await page.goto(program.address)
  await reader.inspect()
  await press(page, page.locator('main form button[type=submit]').last())
  expect(await page.locator('[data-error-summary] a').count()).toBeGreaterThan(2)

  await page.fill('[name=nameSv]', 'Siljansbygdens näringslivsnätverk')
  await page.fill('[name=aboutSv]', 'Vi är tre kommuner vid Siljan. Vi arbetar tillsammans för näringslivet.')
  await page.fill('[name=contactSv]', 'Skriv till samordnaren (exempel).')
  await page.fill('[name=person]', 'Samordnare, Siljan (exempel)')
  await page.fill('[name=email]', 'samordnare.siljan@example.org')
  for (const summary of await page.locator('details summary').all()) {
    if ((await summary.textContent())?.includes('Dalarna')) await summary.click()
  }
  for (const code of ['2029', '2031', '2062']) await page.check(`input[name="municipality-${code}"]`)
  await press(page, page.locator('main form button[type=submit]').last())
  await reader.inspect()

  await signIn(reader, 'samordnare.siljan@example.org')
  await reader.visit('/')
  expect(await page.locator('h1').textContent()).toContain('Siljansbygdens')
})

test('the founded network is whole while it is still empty, and cannot be founded again', async () => {
  const reader = await browser.reader({ origin: program.origin })
  for (const path of [
    '/',
    '/indikatorer',
    '/insatser',
    '/kommuner',
    '/kommuner/mora',
    '/programmet',
    '/om',
  ]) {
    await reader.visit(path)
    await reader.inspect()
  }
  await signIn(reader, 'samordnare.siljan@example.org')
  await reader.inspect()
  await reader.visit('/ramverk')
  await reader.inspect()
  expect((await reader.page.goto(program.address))?.status()).toBe(404)
})
