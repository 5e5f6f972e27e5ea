import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { press, signIn, useBrowser, type Reader } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

const browser = useBrowser()
let program: RunningProgram
let cell = ''

beforeAll(async () => {
  program = await startBuiltProgram()
  const page = await (await fetch(`${program.origin}/kommuner/ale`)).text()
  cell = /href="(\/insatser\/[\w-]+\/ale)"/.exec(page)?.[1] ?? ''
})
afterAll(() => program.stop())

const send = 'main form button[type=submit]'
const ofAle = 'naringslivsansvarig.ale@example.org'
const deputyOfAle = 'bitradande.ale@example.org'
const ofLerum = 'naringslivsansvarig.lerum@example.org'

async function textOf(path: string): Promise<string> {
  return (await fetch(program.origin + path)).text()
}

async function fill(reader: Reader, text: string): Promise<void> {
  const { page } = reader
  await page.check('input[name=status][value=delayed]')
  await page.fill('textarea[name=text]', text)
  await page.selectOption('select[name=owner]', { index: 1 })
  await page.selectOption('select[name=deputy]', '')
  await page.fill('input[name=milestone]', 'Avtal undertecknat')
  await page.fill('input[name=milestoneOn]', '2027-03-01')
}

describe.each([
  ['on a desk', 'desk', true],
  ['on a phone', 'phone', true],
  ['on a phone without JavaScript', 'phone', false],
] as const)('the officer of Ale, %s', (where, screen, javaScript) => {
  test('sees what is due, and says how a cell stands', async () => {
    const reader = await browser.reader({ origin: program.origin, screen, javaScript })
    const { page } = reader
    await signIn(reader, ofAle)
    await reader.inspect()
    expect(await page.locator('main').textContent()).toContain('Ale')

    await reader.visit(cell)
    await press(page, page.locator(`main a[href="${cell}/redigera"]`).first())
    await reader.inspect()

    await page.fill('textarea[name=text]', '')
    await press(page, page.locator(send).last())
    expect(await page.locator('[data-error-summary]').count()).toBe(1)
    await reader.inspect()

    const said = `Upphandlingen är försenad, sagt ${where}.`
    await fill(reader, said)
    await press(page, page.locator(send).last())
    expect(page.url()).not.toContain('redigera')
    expect(await page.locator('main').textContent()).toContain(said)
    expect(await page.locator('.timeline').textContent()).toContain(said)
    await reader.inspect()
    // A visitor sees it at once, though the page was kept before.
    expect(await textOf(cell)).toContain(said)
  })
})

test('the officer of Lerum cannot change Ale’s cell, by page or by hand', async () => {
  const reader = await browser.reader({ origin: program.origin })
  const { page } = reader
  await signIn(reader, ofLerum)
  await reader.visit(cell)
  expect(await page.locator(`a[href="${cell}/redigera"]`).count()).toBe(0)
  const form = await page.goto(`${program.origin}${cell}/redigera`)
  expect(form?.status()).toBe(403)
  await reader.inspect()

  const before = await textOf(cell)
  const answer = await page.request.post(`${program.origin}${cell}/redigera`, {
    headers: { origin: program.origin },
    form: {
      status: 'done',
      text: 'Från Lerum',
      owner: '',
      deputy: '',
      milestone: '',
      milestoneOn: '',
      version: '1',
    },
  })
  expect(answer.status()).toBe(403)
  expect(await textOf(cell)).toBe(before)
})

test('a form that another site sends in the officer’s name is refused', async () => {
  const reader = await browser.reader({ origin: program.origin })
  await signIn(reader, deputyOfAle)
  const form = {
    status: 'done',
    text: 'Förfalskat',
    owner: '',
    deputy: '',
    milestone: '',
    milestoneOn: '',
    version: '1',
  }
  for (const headers of [
    { origin: 'https://elak.example' },
    { 'sec-fetch-site': 'cross-site' },
    {},
  ] as Record<string, string>[]) {
    const answer = await reader.page.request.post(`${program.origin}${cell}/redigera`, { headers, form })
    expect(answer.status()).toBe(403)
  }
  expect(await textOf(cell)).not.toContain('Förfalskat')
})

test('two who edit at once are told of each other, and nothing is overwritten unseen', async () => {
  const [one, other] = [
    await browser.reader({ origin: program.origin }),
    await browser.reader({ origin: program.origin }),
  ]
  await signIn(one, ofAle)
  await signIn(other, deputyOfAle)
  for (const reader of [one, other]) await reader.visit(`${cell}/redigera`)
  await fill(one, 'Den ena sparade först.')
  await press(one.page, one.page.locator(send).last())
  await one.page.waitForURL(`**${cell}*`)
  await fill(other, 'Den andra visste inte om det.')
  const [answer] = await Promise.all([
    other.page.waitForResponse((response) => response.request().method() === 'POST'),
    other.page.locator(send).last().click(),
  ])
  expect(answer.status()).toBe(409)
  await other.inspect()
  const shown = await other.page.locator('main').innerHTML()
  expect(shown).toContain('Den ena sparade först.')
  expect(shown).toContain('Den andra visste inte om det.')
  expect(await textOf(cell)).toContain('Den ena sparade först.')
})

test('signing out ends it', async () => {
  const reader = await browser.reader({ origin: program.origin })
  await signIn(reader, ofLerum)
  await reader.page.locator('details.account summary').click()
  await press(reader.page, reader.page.locator('details.account form button'))
  await reader.page.waitForURL(`${program.origin}/`)
  await reader.page.goto(`${program.origin}/mitt-arbete`)
  expect(reader.page.url()).toContain('/logga-in')
})

test('a leader reads the same cell and cannot change it', async () => {
  const reader = await browser.reader({ origin: program.origin })
  await signIn(reader, 'kommunledning.ale@example.org')
  await reader.inspect()
  expect((await reader.page.goto(`${program.origin}${cell}/redigera`))?.status()).toBe(403)
})
