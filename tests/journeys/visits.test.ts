import { afterAll, beforeAll, expect, test } from 'vitest'
import { lettersThatSay, press, type Reader, signIn, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

/** A visit by phone, the neighbour who is told of it, and a question that goes out to companies and comes back to them. */

const browser = useBrowser()
let program: RunningProgram
let officer: Reader
beforeAll(async () => {
  program = await startBuiltProgram()
  officer = await browser.reader({ origin: program.origin, screen: 'phone' })
  await signIn(officer, 'naringslivsansvarig.ale@example.org')
})
afterAll(() => program.stop())

const company = 'Nol Elteknik (exempel)'
const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10)
const main = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''

test('an officer writes of a visit with a promise, on a phone, in seven steps', async () => {
  const { page } = officer
  await press(page, page.locator('main a[href="/foretag/besok/nytt"]'))
  await officer.inspect()
  await page.fill('input[name=name]', 'nol el')
  await press(page, page.locator('button[value=find]'))
  await press(page, page.locator('main a', { hasText: company }))
  await page.fill('textarea[name=said]', 'De vill anställa två elektriker.')
  await expect
    .poll(() => page.locator('[data-autosave]').textContent(), { timeout: 10_000 })
    .toContain('Bara du ser det')
  await page.fill('input[name=promise-1]', 'Skicka kurserna')
  await page.fill('input[name=promiseOn-1]', day(7))
  await officer.inspect()
  await press(page, page.locator('button[value=finish]'))
  await officer.inspect()
  expect(await main(officer)).toContain('Det är nu en allmän handling.')
  expect(await main(officer)).toContain('Skicka kurserna')
  await officer.visit('/mitt-arbete')
  expect(await main(officer)).toContain(`Löfte till ${company}`)
})

test('the neighbour, without JavaScript, is told that somebody was there and not what was said', async () => {
  const neighbour = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  const { page } = neighbour
  await signIn(neighbour, 'naringslivsansvarig.lerum@example.org')
  await neighbour.visit('/foretag?sok=Nol')
  await press(page, page.locator('main th a'))
  await neighbour.inspect()
  expect(await main(neighbour)).toContain('Ale var där i dag')
  expect(await main(neighbour)).not.toContain('elektriker')
  await neighbour.visit('/foretag/besok')
  await neighbour.inspect()
  expect(await main(neighbour)).toContain(company)
})

const answerAddress = /http\S+\/fragor-till-foretag\/svar\/[\w-]+/

test('a question is asked, answered by one press without JavaScript, and its result returned', async () => {
  const { page } = officer
  await officer.visit('/fragor-till-foretag/ny')
  await page.fill('input[name=title]', 'Hittar ni folk?')
  await page.fill('textarea[name=why]', 'Vi planerar vårens utbildningar.')
  await page.fill('input[name=question-1]', 'Hur lätt är det att hitta folk?')
  await officer.inspect()
  await press(page, page.locator('button[value=preview]'))
  await officer.inspect()
  expect(await main(officer)).toContain('10 företag får frågan.')
  await press(page, page.locator('button[value=send]'))

  const letters = await lettersThatSay(officer, ['Hittar ni folk?'], 10)
  const asked = (await letters.allTextContents()).map((letter) => answerAddress.exec(letter)?.[0] ?? '')
  expect(new Set(asked).size).toBe(10)
  const [first = '', ...others] = asked
  const reader = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  await reader.visit(`${first}?answer-1=2`)
  await reader.inspect()
  expect(await reader.page.locator('input[value="2"]').isChecked()).toBe(true)
  await press(reader.page, reader.page.locator('main form button'))
  expect(await main(reader)).toContain('Tack! Svaret är sparat.')
  for (const address of others.slice(0, 4)) {
    const headers = { origin: program.origin }
    await fetch(address, { method: 'POST', headers, body: new URLSearchParams({ 'answer-1': '3' }) })
  }

  await officer.visit('/fragor-till-foretag')
  await press(page, page.locator('main a', { hasText: 'Hittar ni folk?' }))
  expect(await main(officer)).toContain('5 av 10 har svarat')
  await press(page, page.locator('main form button'))
  await officer.inspect()
  const results = await lettersThatSay(officer, ['Resultatet: Hittar ni folk?'], 5)
  const returned = await results.allTextContents()
  expect(returned).toHaveLength(5)
  await reader.visit(answerAddress.exec(returned[0] ?? '')?.[0] ?? '')
  await reader.inspect()
  expect(await main(reader)).toContain('5 svar. Medelvärde 2,8')

  await reader.visit(`${first}/sluta`)
  await press(reader.page, reader.page.locator('main form button'))
  expect(await main(reader)).toContain('Då frågar vi inte mer')
})

test('the English pages say the same', async () => {
  await officer.visit('/en/companies')
  expect(await main(officer)).toContain('The companies that the network has met')
  await officer.visit('/en/questions-to-companies')
  expect(await main(officer)).toContain('three questions at most')
  await officer.inspect()
})
