import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letterThatSays, press, signIn, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

const browser = useBrowser()
let program: RunningProgram

beforeAll(async () => {
  program = await startBuiltProgram()
})
afterAll(() => program.stop())

const send = 'main form button[type=submit]'
const ofAle = 'naringslivsansvarig.ale@example.org'
const deputyOfLerum = 'bitradande.lerum@example.org'
const ofLerum = 'naringslivsansvarig.lerum@example.org'
const coordinator = 'samordnare@example.org'

describe.each([
  ['on a desk', 'desk', true, 'Skrivbordsmöten'],
  ['on a phone without JavaScript', 'phone', false, 'Telefonmöten'],
] as const)('an activity, %s,', (_where, screen, javaScript, title) => {
  test('is added by Ale, taken over by Lerum, and Ale sees it', async () => {
    const ale = await browser.reader({ origin: program.origin, screen, javaScript })
    await signIn(ale, ofAle)
    await ale.visit('/aktiviteter')
    await ale.inspect()
    await press(ale.page, ale.page.locator('main a[href="/aktiviteter/ny/ale"]'))
    await ale.inspect()
    await press(ale.page, ale.page.locator(send))
    expect(await ale.page.locator('[data-error-summary]').count()).toBe(1)
    await ale.inspect()

    await ale.page.selectOption('select[name=intervention]', { index: 3 })
    await ale.page.fill('input[name=title]', title)
    await ale.page.fill('textarea[name=aim]', 'Fler företag träffas.')
    await ale.page.selectOption('select[name=owner]', { index: 1 })
    await ale.page.fill('input[name=milestone-1]', 'Första mötet')
    await press(ale.page, ale.page.locator(send))
    await ale.inspect()
    const activity = new URL(ale.page.url()).pathname

    const lerum = await browser.reader({ origin: program.origin, screen, javaScript })
    await signIn(lerum, ofLerum)
    await lerum.visit(activity)
    await lerum.inspect()
    await press(lerum.page, lerum.page.getByRole('button', { name: 'Ta över från Ale till Lerum' }))
    expect(await lerum.page.locator('main').textContent()).toContain('Aktiviteten är övertagen')
    await lerum.inspect()

    await ale.visit(activity)
    expect(await ale.page.locator('main').textContent()).toContain(`Lerum: ${title}`)
    await letterThatSays(ale, `Lerum har tagit över ”${title}”`)
  })
})

test('the coordinator hands over what an officer who leaves had', async () => {
  const reader = await browser.reader({ origin: program.origin })
  const { page } = reader
  await signIn(reader, coordinator)
  await reader.visit('/personer')
  await press(page, page.getByRole('link', { name: 'Näringslivsansvarig, Lerum (exempel)', exact: true }))
  await press(page, page.locator('#held ~ ul form button, section:has(#held) form button').first())

  await reader.visit('/mitt-arbete')
  await reader.inspect()
  expect(await page.locator('main').textContent()).toContain('Näringslivsansvarig, Lerum (exempel)')
  await press(page, page.locator('main a[href^="/overlamning/"]').first())
  await reader.inspect()
  await page.selectOption('select[name=all-1441]', {
    label: 'Biträdande näringslivsansvarig, Lerum (exempel)',
  })
  await press(page, page.locator(send).last())
  expect(await page.locator('main').textContent()).toContain('Inget att lämna över')
  await reader.inspect()
  await press(page, page.getByRole('link', { name: 'Anteckning att skriva ut' }))
  expect(await page.locator('main').textContent()).toContain('Biträdande näringslivsansvarig, Lerum')
  await reader.inspect()

  await reader.visit('/mitt-arbete')
  expect(await page.locator('main').textContent()).not.toContain('Näringslivsansvarig, Lerum (exempel):')
  const colleague = await browser.reader({ origin: program.origin, screen: 'phone' })
  await signIn(colleague, deputyOfLerum)
  await press(colleague.page, colleague.page.locator('main a[href^="/overlamning/"]').first())
  await colleague.inspect()
})
