import { afterAll, beforeAll, expect, test } from 'vitest'
import { letterThatSays, press, type Reader, signIn, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

/** An officer's day with matters: what is due first, an answer, a plan, the end of it; and what the company says of the service. */

const browser = useBrowser()
let program: RunningProgram
let officer: Reader

beforeAll(async () => {
  program = await startBuiltProgram()
  officer = await browser.reader({ origin: program.origin })
  await signIn(officer, 'naringslivsansvarig.ale@example.org')
})
afterAll(() => program.stop())

const textOf = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''

test('the officer goes by keyboard from where the day starts to a new matter', async () => {
  const { page } = officer
  await press(page, page.locator('main a', { hasText: 'ärenden är dina' }))
  await officer.inspect()
  await page.locator('.matters a').first().focus()
  // What came last is due last.
  for (const _ of [1, 2]) await page.keyboard.press('ArrowDown')
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
  expect(await page.locator('h1').textContent()).toContain('lagerhall')
  await officer.inspect()
})

test('an answer is kept while it is written, and a question makes the matter wait', async () => {
  const { page } = officer
  await page.fill('textarea[name=text]', 'Hej {företag}! Vilket datum')
  await expect
    .poll(() => page.locator('[data-autosave]').textContent(), { timeout: 10_000 })
    .toContain('inte skickat')
  await officer.visit('/arenden/2026-1')
  expect(await page.inputValue('textarea[name=text]')).toBe('Hej {företag}! Vilket datum')
  expect(await textOf(officer)).toContain('Utkast av Näringslivsansvarig, Ale')
  await page.fill('textarea[name=text]', 'Hej {namn}!')
  await press(page, page.locator('button[value=send]'))
  expect(await page.locator('[data-error-summary]').textContent()).toContain('Ett fält i texten finns inte')
  await officer.inspect()
  await page.fill('textarea[name=text]', 'Hej {företag}! Vilket datum står på ansökan?')
  await page.check('input[name=asks]')
  await press(page, page.locator('button[value=send]'))
  expect(await textOf(officer)).toContain('Väntar på företaget')
  expect(await page.locator('.thread').textContent()).toContain('Hej Plåt och Svets i Nödinge (exempel)!')
})

test('a plan has its days, and the end says which law stood in the way', async () => {
  const { page } = officer
  await press(page, page.locator('.tabs a', { hasText: 'Plan' }))
  await press(page, page.locator('button[value=send]'))
  expect(await page.locator('[data-error-summary]').textContent()).toContain('minst ett steg')
  await page.fill('input[name=step-1]', 'Bygglovsenheten ringer')
  await page.fill('input[name=on-1]', '2030-01-15')
  await press(page, page.locator('button[value=send]'))
  expect(await page.locator('.thread').textContent()).toContain('15 januari 2030: Bygglovsenheten ringer')

  await press(page, page.locator('.tabs a', { hasText: 'Avsluta' }))
  await page.check('input[value=not-possible]')
  await page.fill('textarea[name=text]', 'Marken är prickad i detaljplanen.')
  await press(page, page.locator('button[value=close]'))
  expect(await page.locator('[data-error-summary]').textContent()).toContain('vilken lag')
  await page.fill('input[name=law]', 'PBL 9 kap. 30 §')
  await press(page, page.locator('button[value=close]'))
  expect(await textOf(officer)).toContain('Ärendet är avslutat')
  await officer.inspect()
})

test('the company says how it found the service, on a phone without JavaScript; one answer is shown to nobody', async () => {
  const letter = await letterThatSays(officer, 'lagerhall@example.org', '[2026-1]', '/omdome')
  const path = /\/arende\/[\w-]+\/omdome/.exec(letter)?.[0] ?? ''
  const company = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  await company.visit(path)
  await company.inspect()
  await press(company.page, company.page.locator('main form button'))
  expect(await textOf(company)).toContain('Tryck på minst en siffra')
  await company.page.check('input[name=treatment][value="5"]')
  await press(company.page, company.page.locator('main form button'))
  expect(await textOf(company)).toContain('Tack')
  await officer.visit('/arenden/omdomen')
  await officer.inspect()
  expect(await textOf(officer)).toContain('färre än 5 svar')
})

test('on a phone without JavaScript a call is written down, noted and answered from a template', async () => {
  const reader = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  const { page } = reader
  await signIn(reader, 'naringslivsansvarig.ale@example.org')
  await reader.visit('/arenden/mallar')
  await reader.inspect()
  await page.fill('input[name=name]', 'Tack')
  await page.fill('textarea[name=text]', 'Tack, {företag}. Ert ärende är {ärende}.')
  await press(page, page.locator('button[value=save]'))
  await reader.visit('/arenden/nytt')
  await press(page, page.locator('main form button'))
  expect(await page.locator('[data-error-summary] li').count()).toBeGreaterThan(2)
  await reader.inspect()
  await page.selectOption('select[name=topic]', 'trafik')
  await page.fill('input[name=subject]', 'Avspärrningen på Industrigatan')
  await page.fill('textarea[name=text]', 'Lastbilen kommer inte in.')
  await page.fill('input[name=company]', 'Snickeriet (exempel)')
  await page.fill('input[name=email]', 'snickeriet@example.org')
  await press(page, page.locator('main form button'))
  expect(await page.locator('#liknande ~ ul, section:has(#liknande)').first().textContent()).toContain(
    'Lastbilarna kommer inte fram',
  )
  await letterThatSays(officer, 'snickeriet@example.org', 'Vi har skrivit ner ert ärende')
  await page.selectOption('select[name=template]', { label: 'Tack' })
  await press(page, page.locator('button[value=insert]'))
  expect(await page.inputValue('textarea[name=text]')).toMatch(
    /^Tack, Snickeriet \(exempel\). Ert ärende är 2026-\d+\.$/,
  )
  await press(page, page.locator('.tabs a', { hasText: 'Anteckning' }))
  await page.fill('textarea[name=text]', 'Ring dem.')
  await press(page, page.locator('button[value=note]'))
  expect(await textOf(reader)).toContain('Företaget läser den inte')
  await reader.inspect()
})
