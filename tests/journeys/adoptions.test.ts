import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { press, signIn, useBrowser, type Reader } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

const browser = useBrowser()
let program: RunningProgram
beforeAll(async () => {
  program = await startBuiltProgram()
})
afterAll(() => program.stop())

const send = 'main form button[type=submit]'
const ofAle = 'naringslivsansvarig.ale@example.org'

const outline = `1. Fler jobb
  1.1 Fortbilda dem som redan arbetar
  1.2 Öppna en väg in för företag i Ale
2. Mer mark
  2.1 Ha mark redo för företag`

const again = `1. Fler jobb
  1.1 Fortbilda alla som redan arbetar
  1.2 Öppna en väg in för företag i Ale
  1.3 Hålla frukostmöten
2. Mer mark`

async function textOf(path: string): Promise<string> {
  const html = await (await fetch(program.origin + path)).text()
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

/** Enters a decision and its parts; answers the version's address. */
async function enter(reader: Reader, name: string, decidedOn: string, parts: string): Promise<string> {
  const { page } = reader
  await reader.visit('/kommuner/ale')
  await press(page, page.locator('main a[href="/antagna-program/ale/ny"]'))
  await reader.inspect()
  await page.fill('input[name=name]', name)
  await page.fill('input[name=decidedOn]', 'i våras')
  await press(page, page.locator(send).last())
  expect(await page.locator('[data-error-summary]').count()).toBe(1)
  expect(await page.inputValue('input[name=name]')).toBe(name)
  await reader.inspect()
  await page.fill('input[name=decidedOn]', decidedOn)
  await press(page, page.locator(send).last())
  const address = new URL(page.url()).pathname

  await press(page, page.locator(`main a[href="${address}/delar"]`))
  await page.fill('textarea[name=outline]', parts)
  await page.fill('input[name=levels]', 'Mål, Insats')
  await reader.inspect()
  await press(page, page.locator(send).last())
  expect(await page.locator('.tree > li').count()).toBeGreaterThan(4)
  return address
}

describe.each([
  ['on a desk', 'desk', true],
  ['on a phone without JavaScript', 'phone', false],
] as const)('the officer of Ale, %s,', (where, screen, javaScript) => {
  test('writes what was decided, maps it, and is told what a new decision changes', async () => {
    const reader = await browser.reader({ origin: program.origin, screen, javaScript })
    const { page } = reader
    await signIn(reader, ofAle)
    const first = await enter(reader, `Program skrivet ${where}`, '2026-02', outline)

    await press(page, page.locator(`main a[href="${first}/koppling"]`))
    await reader.inspect()
    // The comment's label tells of the same node: the row holds both.
    const row = (words: string) =>
      page.locator('.mapping-row', { has: page.locator('label', { hasText: words }) })
    const proposal = row('1.1 Fortbilda dem')
    expect(await proposal.textContent()).toContain('Förslag')
    await proposal.locator('select').selectOption('exact:fortbilda-anstallda')
    await row('2.1 Ha mark redo').locator('select').selectOption('partly:ha-mark-redo')
    await page.check('input[name=rest]')
    await press(page, page.locator(send).last())
    expect(await page.locator('main').textContent()).toContain('5 delar är kopplade.')
    await reader.inspect()

    // Anybody sees it at once, by the day.
    const shown = await textOf(first)
    expect(shown).toContain('Motsvarar delvis: 8. Ha mark redo för företag')
    expect(await textOf('/antagna-program/insatser?dag=2026-03-01')).toContain(`Program skrivet ${where}`)

    const second = await enter(reader, `Nytt program skrivet ${where}`, '2026-11-02', again)
    const before = first.split('/').at(-1) ?? ''
    await press(page, page.locator(`main a[href="${second}/skillnad/${before}"]`))
    await reader.inspect()
    const difference = await textOf(`${second}/skillnad/${before}`)
    expect(difference).toContain('Fortbilda borttaget: dem tillagt: alla som redan arbetar')
    expect(difference).toContain('Hålla frukostmöten')
    expect(difference).toContain('Ha mark redo för företag')
    expect(difference).toContain('1 nya, 1 borttagna, 1 omskrivna')
  })
})
