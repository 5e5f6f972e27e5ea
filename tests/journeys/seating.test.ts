import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf, squeezed } from '../report-readers.ts'
import { press, signIn, useBrowser, type Reader } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

/** Who sits where: filled by the engine, moved by keyboard, a rule that lights up, undone, and printed. */

const browser = useBrowser()
let program: RunningProgram
let coordinator: Reader
let place: string
beforeAll(async () => {
  program = await startBuiltProgram()
  coordinator = await browser.reader({ origin: program.origin })
  await signIn(coordinator, 'samordnare@example.org')
  await coordinator.visit('/rundabordssamtal')
  await press(coordinator.page, coordinator.page.locator('main a', { hasText: 'fortbildning' }).first())
  await press(coordinator.page, coordinator.page.locator('main a[href$="/placering"]'))
  place = new URL(coordinator.page.url()).pathname
})
afterAll(() => program.stop())

const main = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''

test('the engine seats everybody', async () => {
  const { page } = coordinator
  await coordinator.visit(place)
  await coordinator.inspect()
  await coordinator.inspectInTheDark()
  expect(await main(coordinator)).toContain('Alla krav hålls.')
  // It ends by itself when it is proven that nothing better exists.
  await page.click('button[value=fill]')
  await expect.poll(() => main(coordinator), { timeout: 45_000 }).toContain('Version 2')
  expect(await main(coordinator)).toContain('Bättre går inte')
})

test('somebody is moved by keyboard alone, the rule that breaks lights up, and all is undone', async () => {
  const { page } = coordinator
  const host = page.locator('[data-table="1"] [data-person] a', { hasText: 'värd' })
  await host.focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('table')
  await page.keyboard.type('Bord 7')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => main(coordinator)).toContain('Sparat som version 3.')
  expect(await main(coordinator)).toContain('Bryts nu')
  expect(await page.locator('[data-table="7"] .seat-amiss').textContent()).toContain('var någon får sitta')
  await coordinator.inspect()
  await page.click('button[value=undo]')
  await expect.poll(() => main(coordinator)).toContain('Placeringen är som i version 2 igen.')
  expect(await main(coordinator)).toContain('Alla krav hålls.')
})

test('two names are dragged to change places', async () => {
  const { page } = coordinator
  const [one, other] = [1, 2].map((table) => page.locator(`[data-table="${table}"] [data-person]`).last())
  const name = (await one?.locator('.seat-name').textContent()) ?? ''
  if (other) await one?.dragTo(other)
  await expect.poll(() => main(coordinator)).toContain('Sparat som version 5.')
  expect(await page.locator('[data-table="2"]').textContent()).toContain(name)
})

test('the engine fills the rest around them while one looks, and is stopped', async () => {
  const { page } = coordinator
  await page.click('button[value=fill]')
  await expect
    .poll(() => main(coordinator), { timeout: 20_000 })
    .toContain('Tavlan visar det bästa hittills.')
  await page.click('button[value=stop]')
  await expect.poll(() => main(coordinator), { timeout: 20_000 }).toContain('Version 6')
  expect(await page.locator('.seat-chip', { hasText: 'fastsatt' }).count()).toBe(2)
})

test('what is printed opens, and the same is done by phone without JavaScript', async () => {
  const reader = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  const { page } = reader
  await signIn(reader, 'samordnare@example.org')
  await reader.visit(`${place}/utskrift`)
  await reader.inspect()
  const file = await page.context().request.get(`${program.origin}${place}/utskrift/badges.pdf`)
  const badges = await readPdf(await file.body())
  expect(badges.pages).toHaveLength(9)
  expect(badges.text).toContain(squeezed('Kommundirektör, Öckerö'))
  await reader.visit(`${place}/krav/nytt/apart`)
  await reader.inspect()
  await page.selectOption('select[name=person-1]', { index: 1 })
  await press(page, page.locator('main form button'))
  expect(await main(reader)).toContain('Välj minst två olika personer.')
  await page.selectOption('select[name=person-2]', { index: 2 })
  await press(page, page.locator('main form button'))
  await reader.inspect()
  expect(await main(reader)).toContain('Kravet är sparat.')
  await reader.visit(place)
  await press(page, page.locator('[data-table="3"] [data-person] a').first())
  await page.selectOption('select[name=table]', '4')
  await press(page, page.locator('button[value=move]'))
  await reader.inspect()
  expect(await main(reader)).toContain('Sparat som version 7.')
})

test('the English pages say the same', async () => {
  await coordinator.visit(
    place.replace('/rundabordssamtal', '/en/round-tables').replace('placering', 'seats'),
  )
  await coordinator.inspect()
  expect(await main(coordinator)).toContain('What the seating gives')
})
