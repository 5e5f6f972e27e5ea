import { afterAll, beforeAll, expect, test } from 'vitest'
import { lettersThatSay, press, type Reader, signIn, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

/** An HR manager says what a company lacks; a coordinator makes a course of forty needs, and a sheet of evidence. */

const browser = useBrowser()
let program: RunningProgram

beforeAll(async () => {
  program = await startBuiltProgram()
})
afterAll(() => program.stop())

const next = (reader: Reader) => press(reader.page, reader.page.locator('main form.form button').first())
const mainText = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''

test('without JavaScript on a phone: a need is said, kept by its address, and renewed by one press', async () => {
  const reader = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  const { page } = reader
  await reader.visit('/')
  await press(page, page.locator('main a', { hasText: 'Säg vilken kompetens ni saknar' }))
  await reader.inspect()
  await press(page, page.locator('main a.ds-button').first())
  await page.fill('input[name=skill]', 'svettsning')
  await next(reader)
  expect(await page.locator('[data-error-summary]').textContent()).toContain('Välj vad ni menar')
  expect(await page.inputValue('input[name=skill]')).toBe('svettsning')
  await reader.inspect()
  await page.locator('input[name=concept]').first().check()
  await page.selectOption('select[name=field]', { label: 'Industriell tillverkning' })
  await page.fill('input[name=people]', '3')
  for (const [name, value] of [
    ['within', '6'],
    ['level', 'working'],
    ['holdsBack', 'yes'],
  ] as const)
    await page.check(`input[name=${name}][value="${value}"]`)
  await page.check('input[name=municipality-1440]')
  await page.fill('input[name=company]', 'Provsvets (exempel)')
  await page.fill('input[name=number]', '556703-7485')
  await next(reader)
  expect(await mainText(reader)).toContain('Tack! Behovet är sparat.')
  await reader.inspect()
  await press(page, page.locator('button', { hasText: 'Det finns kvar' }))
  expect(await mainText(reader)).toContain('räknas i sex månader till')
})

test('a coordinator: from forty needs to a course together and a sheet of evidence', async () => {
  const reader = await browser.reader({ origin: program.origin })
  const { page } = reader
  await signIn(reader, 'samordnare@example.org')
  await reader.visit('/kompetensbehov/alla')
  await reader.inspect()
  await press(page, page.locator('main a', { hasText: 'Luckor' }))
  await reader.inspect()
  await reader.visit('/kompetensbehov/tillsammans')
  await reader.inspect()
  await press(page, page.locator('article a.ds-button').first())
  await page.fill('input[name=day-1]', '2030-02-04')
  await reader.inspect()
  await next(reader)
  expect(await mainText(reader)).toContain('Företagen är frågade.')
  await reader.inspect()
  const pool = new URL(page.url()).pathname

  // Two of the companies say yes, each by the letter's own address.
  const letters = await lettersThatSay(reader, ['Vill ni gå en kurs tillsammans'], 4)
  const addresses = await letters
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  for (const address of addresses.filter((one) => one.includes('/plats/')).slice(0, 2)) {
    await page.goto(address)
    await page.locator('input[type=checkbox]').first().check()
    await reader.inspect()
    await press(page, page.locator('button[value=yes]'))
    expect(await mainText(reader)).toContain('Ni har sagt ja.')
  }
  await reader.visit(pool)
  await press(page, page.locator('button[value=open]'))
  await page.fill('input[name=provider]', 'Provskolan (exempel)')
  await page.fill('input[name=email]', 'skola@example.org')
  await press(page, page.locator('button[value=invite]'))
  const invited = await lettersThatSay(reader, ['skola@example.org'])
  await page.goto((await invited.first().locator('a').first().getAttribute('href')) ?? '')
  await page.fill('textarea[name=words]', 'Två dagar i Ale.')
  await page.fill('input[name=price]', '2 000 kr, arbetsgivaren')
  await next(reader)
  await reader.inspect()
  await reader.visit(pool)
  await page.locator('input[name=offer]').first().check()
  await page.fill('input[name=heldOn]', '2030-02-04')
  await press(page, page.locator('button[value=decide]'))
  expect(await mainText(reader)).toContain('håller kursen 4 februari 2030')
  await reader.inspect()

  await reader.visit('/kompetensbehov/underlag')
  await reader.inspect()
  for (const [form, start] of [
    ['pdf', '%PDF'],
    ['docx', 'PK'],
    ['csv', 'Vad'],
  ] as const) {
    const file = await page.request.get(`${program.origin}/kompetensbehov/underlag/underlag.${form}`)
    expect([form, file.status()]).toEqual([form, 200])
    expect((await file.body()).subarray(0, 8).toString()).toContain(start)
  }
})
