import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lettersThatSay, press, type Reader, signIn, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

/** A round of follow-up: opened, answered in four ways, confirmed, frozen, and read by anybody. */

const browser = useBrowser()
let program: RunningProgram
let coordinator: Reader
const round = '/uppfoljning/uppfoljning-hosten-2026'
const sheetOf = (municipality: string) => `${round}/svar/${municipality}`
const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10)
const firstRow = '.sheet-row >> nth=0'

beforeAll(async () => {
  program = await startBuiltProgram()
  coordinator = await browser.reader({ origin: program.origin })
  await signIn(coordinator, 'samordnare@example.org')
})
afterAll(() => program.stop())

async function officerOf(
  municipality: string,
  how: Parameters<typeof browser.reader>[0] = program,
): Promise<Reader> {
  const reader = await browser.reader({ ...how, origin: program.origin })
  await signIn(reader, `naringslivsansvarig.${municipality}@example.org`)
  return reader
}

async function fillFirstRow({ page }: Reader, text: string): Promise<void> {
  await page.locator(`${firstRow} >> select >> nth=0`).selectOption('delayed')
  await page.locator(`${firstRow} >> textarea`).fill(text)
  await page.locator(`${firstRow} >> select >> nth=1`).selectOption({ index: 1 })
}

test('the coordinator opens a round, and every officer is written to once', async () => {
  const { page } = coordinator
  await coordinator.visit('/uppfoljning')
  await coordinator.inspect()
  await press(page, page.locator('main a[href="/uppfoljning/ny"]'))
  await press(page, page.locator('main form button'))
  expect(await page.locator('[data-error-summary]').count()).toBe(1)
  await coordinator.inspect()
  await page.fill('input[name=nameSv]', 'Uppföljning hösten 2026')
  await page.fill('input[name=closesOn]', day(14))
  await page.fill('textarea[name=questions]', 'Vad behöver ni av nätverket?')
  await press(page, page.locator('main form button'))
  await coordinator.inspect()
  expect(new URL(page.url()).pathname).toBe(round)
  expect(await page.locator('main').textContent()).toContain('0 av 13 kommuner har svarat')

  const letters = await lettersThatSay(coordinator, ['naringslivsansvarig.ale@example.org', sheetOf('ale')])
  expect(await letters.count()).toBe(1)
  expect(await letters.textContent()).toContain('Det här väntar i Ale')
})

test('the officer of Ale writes with pauses, goes away, comes back to what was saved, and sends it', async () => {
  const reader = await officerOf('ale')
  const { page } = reader
  expect(await page.locator('main').textContent()).toContain('Ale svarar senast')
  await reader.visit(sheetOf('ale'))
  await reader.inspect()
  await fillFirstRow(reader, 'Kurserna börjar i januari.')
  await expect
    .poll(() => page.locator('[data-autosave]').textContent(), { timeout: 10_000 })
    .toContain('inte skickat')
  await reader.visit(sheetOf('ale'))
  expect(await page.locator(`${firstRow} >> textarea`).inputValue()).toBe('Kurserna börjar i januari.')
  // Enter in a field saves; it never sends.
  const milestone = page.locator(`${firstRow} >> input[type=text]`)
  await milestone.fill('Kursstart')
  await Promise.all([page.waitForEvent('framenavigated'), milestone.press('Enter')])
  await page.waitForLoadState()
  expect(await page.locator('main').textContent()).toContain('sparat, men inte skickat')
  await press(page, page.locator('button[value=submit]'))
  expect(await page.locator('[data-error-summary]').textContent()).toContain('Ange vilken dag milstolpen')
  await reader.inspect()
  await page.locator(`${firstRow} >> input[type=date]`).fill(day(60))
  await page.fill('textarea[name=answer-1]', 'En gemensam mall.')
  await press(page, page.locator('button[value=submit]'))
  expect(await page.locator('main').textContent()).toContain('Svaret är skickat')
  await reader.inspect()
})

test('the officer of Lerum, on a phone without JavaScript, pastes rows from Excel', async () => {
  const reader = await officerOf('lerum', { origin: program.origin, screen: 'phone', javaScript: false })
  const { page } = reader
  await reader.visit(sheetOf('lerum'))
  await reader.inspect()
  await page.locator('summary', { hasText: 'Klistra in' }).click()
  await page.fill(
    'textarea[name=pasted]',
    '1\t\tEnligt plan\tUr Excel.\n2\t\tGenomförd\tKlart.\n99\t\tGenomförd\tX',
  )
  await press(page, page.locator('button[value=paste]'))
  expect(await page.locator('main').textContent()).toContain('ingen insats har numret eller namnet ”99”')
  await reader.inspect()
  await press(page, page.locator('button[value=submit]'))
  expect(await page.locator('main').textContent()).toContain('Svaret är skickat')
})

test('the officer of Tjörn has reported already, and says in one press that nothing has changed', async () => {
  const reader = await officerOf('tjorn')
  const { page } = reader
  const cell = /href="(\/insatser\/[\w-]+\/tjorn)"/.exec(
    await (await fetch(`${program.origin}/kommuner/tjorn`)).text(),
  )?.[1]
  await reader.visit(`${cell}/redigera`)
  await page.check('input[name=status][value=on-plan]')
  await page.fill('textarea[name=text]', 'Sagt före omgången.')
  await press(page, page.locator('main form button[type=submit]').last())
  await reader.visit(sheetOf('tjorn'))
  await press(page, page.locator('button[value=unchanged]'))
  expect(await page.locator('main').textContent()).toContain('Svaret är skickat')
  await reader.inspect()
})

test('the leader of Ale confirms, that of Lerum sends back', async () => {
  const ale = await browser.reader({ origin: program.origin, screen: 'phone' })
  await signIn(ale, 'kommunledning.ale@example.org')
  await press(ale.page, ale.page.locator('main a', { hasText: 'bekräfta det som Ale har svarat' }))
  await ale.inspect()
  expect(await ale.page.locator('main').textContent()).toContain('En gemensam mall.')
  await press(ale.page, ale.page.locator('button[value=confirm]'))
  await ale.inspect()

  const lerum = await browser.reader({ origin: program.origin })
  await signIn(lerum, 'kommunledning.lerum@example.org')
  await lerum.visit(sheetOf('lerum'))
  await press(lerum.page, lerum.page.locator('button[value=send-back]'))
  expect(await lerum.page.locator('[data-error-summary]').count()).toBe(1)
  await lerum.inspect()
  await lerum.page.fill('textarea[name=note]', 'Insats 2 är inte klar.')
  await press(lerum.page, lerum.page.locator('button[value=send-back]'))
  expect(await lerum.page.locator('main').textContent()).toContain('Skickat tillbaka')
})

test('the coordinator freezes the round; anybody reads it, and it is what the interface said at that moment', async () => {
  const { page } = coordinator
  await coordinator.visit(round)
  await coordinator.inspect()
  expect(await page.locator('main').textContent()).toContain('2 av 13 kommuner har svarat')
  const said = (await (await fetch(`${program.origin}/api/v1/cells`)).json()) as {
    readonly cells: readonly { readonly status: string }[]
  }
  const reported = said.cells.filter(({ status }) => status !== 'not-reported')
  await press(page, page.locator('button[value=freeze]'))
  expect(await page.locator('[data-error-summary]').count()).toBe(1)
  await page.check('input[name=sure]')
  await press(page, page.locator('button[value=freeze]'))
  await coordinator.inspect()

  const bytes = await (await fetch(`${program.origin}${round}/rapport.json`)).text()
  const report = JSON.parse(bytes) as {
    readonly municipalities: readonly {
      readonly slug: string
      readonly state: string
      readonly isUnchanged: boolean
    }[]
    readonly cells: readonly { readonly text: string }[]
  }
  const stateOf = (slug: string) => report.municipalities.find((one) => one.slug === slug)
  expect(stateOf('ale')).toMatchObject({ state: 'confirmed' })
  expect(stateOf('lerum')).toMatchObject({ state: 'sent-back' })
  expect(stateOf('tjorn')).toMatchObject({ state: 'answered', isUnchanged: true })
  expect(stateOf('ockero')).toMatchObject({ state: 'silent' })
  expect(report.cells.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Kurserna börjar i januari.', 'Ur Excel.', 'Sagt före omgången.']),
  )
  expect(report.cells).toHaveLength(reported.length)

  for (const screen of ['desk', 'phone'] as const) {
    const visitor = await browser.reader({ origin: program.origin, screen, javaScript: screen === 'desk' })
    await visitor.visit(round)
    await visitor.inspect()
    const shown = (await visitor.page.locator('main').textContent()) ?? ''
    expect(shown).toContain(createHash('sha256').update(bytes).digest('hex'))
    expect(shown).toContain('Har inte svarat')
    expect(await visitor.page.locator('a[href="/rapporter/ale/uppfoljning-hosten-2026"]').count()).toBe(1)
  }
})

test('what is said afterwards changes nothing in it, and whoever answers too late is led to it', async () => {
  const before = await (await fetch(`${program.origin}${round}/rapport.json`)).text()
  const reader = await officerOf('ockero')
  await reader.visit(sheetOf('ockero'))
  expect(new URL(reader.page.url()).pathname).toBe(round)
  const cell = /href="(\/insatser\/[\w-]+\/ockero)"/.exec(
    await (await fetch(`${program.origin}/kommuner/ockero`)).text(),
  )?.[1]
  await reader.visit(`${cell}/redigera`)
  await reader.page.check('input[name=status][value=stuck]')
  await reader.page.fill('textarea[name=text]', 'Sagt för sent.')
  await press(reader.page, reader.page.locator('main form button[type=submit]').last())
  expect(await (await fetch(`${program.origin}${round}/rapport.json`)).text()).toBe(before)
  await reader.visit('/en/follow-up')
  await reader.inspect()
})
