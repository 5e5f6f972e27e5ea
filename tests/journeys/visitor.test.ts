import { brotliDecompressSync } from 'node:zlib'
import { get } from 'node:http'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { press, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

const browser = useBrowser()
let program: RunningProgram

beforeAll(async () => {
  program = await startBuiltProgram()
})
afterAll(() => program.stop())

test('the matrix has a sign with a word for each of 15 interventions in 13 municipalities', async () => {
  const reader = await browser.reader({ origin: program.origin })
  await reader.visit('/')
  const rows = reader.page.locator('table.matrix tbody tr')
  expect(await rows.count()).toBe(15)
  expect(await rows.locator('td a').count()).toBe(195)
  const names = await reader.page.locator('table.matrix thead th a').allTextContents()
  expect(names.slice(0, 2)).toEqual(['Ale', 'Alingsås'])
  expect(names.at(-1)).toBe('Öckerö')
  const words = await rows
    .locator('td a [aria-label]')
    .evaluateAll((signs) => signs.map((sign) => sign.ariaLabel))
  expect(words.filter((word) => word && word.length > 3)).toHaveLength(195)
  const cell = rows.first().locator('td a').first()
  await press(reader.page, cell)
  await reader.page.waitForURL('**/insatser/*/ale')
  await reader.inspect()
})

test('with JavaScript the map changes at once and the address remembers', async () => {
  const reader = await browser.reader({ origin: program.origin })
  await reader.visit('/')
  const before = await reader.page.locator('#indicator-map figcaption').first().textContent()
  await reader.page.selectOption('select[name=indikator]', 'folkmangd')
  await reader.page.waitForURL('**indikator=folkmangd**')
  await expect
    .poll(() => reader.page.locator('#indicator-map figcaption').first().textContent())
    .not.toBe(before)
  await reader.inspect()
})

test('the keyboard reaches the content first and every municipality on the map', async () => {
  const reader = await browser.reader({ origin: program.origin })
  await reader.visit('/')
  await reader.page.keyboard.press('Tab')
  expect(await reader.page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#innehall')
  const links = await reader.page
    .locator('.map a')
    .evaluateAll((all) => all.map((link) => (link as HTMLElement).tabIndex))
  expect(links.length).toBeGreaterThanOrEqual(13)
  expect(links.every((tabIndex) => tabIndex === 0)).toBe(true)
})

test('the same page stands in the other language', async () => {
  const reader = await browser.reader({ origin: program.origin })
  await reader.visit('/indikatorer/folkmangd')
  await press(reader.page, reader.page.locator('a[hreflang=en]').first())
  await reader.page.waitForURL('**/en/indicators/folkmangd')
  expect(await reader.page.locator('h1').textContent()).toMatch(/population/i)
  await press(reader.page, reader.page.locator('a[hreflang=sv]').first())
  await reader.page.waitForURL('**/indikatorer/folkmangd')
  expect(await reader.page.locator('h1').textContent()).toMatch(/folkmängd/i)
})

test('an indicator’s files say the same as its table', async () => {
  const csv = await (await fetch(`${program.origin}/indikatorer/folkmangd/data.csv`)).text()
  const rows = parse<Record<string, string>>(csv, { columns: true, bom: true })
  const ale = rows.find((row) => row['municipality_code'] === '1440' && row['year'] === '2024')
  const json = (await (await fetch(`${program.origin}/indikatorer/folkmangd/data.json`)).json()) as object
  expect(JSON.stringify(json)).toContain(String(Number(ale?.['value'])))

  const reader = await browser.reader({ origin: program.origin })
  await reader.visit('/indikatorer/folkmangd')
  const shown = Number(ale?.['value']).toLocaleString('sv-SE').replaceAll(/\s/g, '\u00a0')
  expect(await reader.page.locator('main').textContent()).toContain(shown)
})

test('what does not exist, and what cannot be read, is answered with a page that leads on', async () => {
  const reader = await browser.reader({ origin: program.origin })
  for (const path of [
    '/finns-inte',
    '/indikatorer/finns-inte',
    '/kommuner/%00',
    '/insatser/%E0%A4%A',
    '/kommuner/ale/for/djupt',
    '/?indikator=%00',
  ]) {
    const answer = await fetch(program.origin + path)
    expect(answer.status, path).toBe(path.startsWith('/?') ? 200 : 404)
  }
  await reader.page.goto(`${program.origin}/finns-inte`)
  await reader.inspect()
})

test.each([
  '/',
  // The longest series there is, and every way to compare.
  '/indikatorer/folkmangd?kommun=ale',
  '/indikatorer/folkmangd/jamfor?kommun=ale&med=lerum&med=tjorn&visa=index&rangordna=1',
])('a first visit to %s needs under 60 kB, the font apart', async (path) => {
  const page = await compressed(path)
  const addresses = [
    ...brotliDecompressSync(page)
      .toString()
      .matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g),
  ]
  let bytes = page.length
  for (const [, address = ''] of addresses) bytes += (await compressed(address)).length
  expect(addresses.length).toBeGreaterThanOrEqual(2)
  expect(bytes).toBeLessThan(60_000)
})

test.each([
  ['pdf', '%PDF'],
  ['docx', 'PK'],
  ['pptx', 'PK'],
  ['xlsx', 'PK'],
])('the latest report is written as %s by the built program, and kept', async (form, beginning) => {
  const page = await fetch(`${program.origin}/rapporter/ale`)
  const first = await fetch(`${page.url}.${form}`)
  expect(first.status).toBe(200)
  expect(
    Buffer.from(await first.arrayBuffer())
      .subarray(0, beginning.length)
      .toString(),
  ).toBe(beginning)
  const again = await fetch(`${page.url}.${form}`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('a public answer is kept, told apart by its ETag, and guarded by its headers', async () => {
  const first = await fetch(program.origin)
  const etag = first.headers.get('etag') ?? ''
  const again = await fetch(program.origin, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  const policy = first.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect(first.headers.get('set-cookie')).toBeNull()
})

async function compressed(path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(program.origin + path, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve(Buffer.concat(chunks)))
    }).on('error', reject)
  })
}
