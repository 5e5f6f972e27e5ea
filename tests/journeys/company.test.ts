import { afterAll, beforeAll, expect, test } from 'vitest'
import { lettersThatSay, press, type Reader, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

/** A company says what stands in its way: on a phone without JavaScript, and at a desk with it. */

const browser = useBrowser()
let program: RunningProgram

beforeAll(async () => {
  program = await startBuiltProgram()
})
afterAll(() => program.stop())

const next = (reader: Reader) => press(reader.page, reader.page.locator('main form.form button').first())
const mainText = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''
const drawing = { name: 'ritning.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') }

/** The address in the newest letter to somebody. */
async function addressMailedTo(reader: Reader, email: string): Promise<string> {
  const letters = await lettersThatSay(reader, [email])
  return (await letters.first().locator('a').first().getAttribute('href')) ?? ''
}

test('without JavaScript on a phone, from the front page to the receipt, by a link in a letter', async () => {
  const reader = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  const { page } = reader
  await reader.visit('/')
  await press(page, page.locator('main a', { hasText: 'Säg vad som står i vägen' }))
  await reader.inspect()
  await press(page, page.locator('main a', { hasText: 'Börja skriva' }))
  await next(reader)
  expect(await page.locator('[data-error-summary]').textContent()).toContain('Välj vad det gäller')
  await page.locator('input[name=topic]').first().check()
  await next(reader)

  // A file that is none is told at its field, and nothing that was typed is lost.
  await page.fill('input[name=subject]', 'Bygglov för lagerhall')
  await page.setInputFiles('input[type=file]', { ...drawing, buffer: Buffer.from('<html>') })
  await next(reader)
  expect(await page.locator('[data-error-summary]').textContent()).toContain('ritning.pdf')
  expect(await page.inputValue('input[name=subject]')).toBe('Bygglov för lagerhall')
  await reader.inspect()

  // Away, and back by the letter.
  await page.locator('summary', { hasText: 'Fortsätt senare' }).click()
  await page.fill('input[name=linkEmail]', 'senare@example.org')
  await press(page, page.locator('details form button'))
  expect(await mainText(reader)).toContain('Vi har mejlat adressen')
  await page.goto(await addressMailedTo(reader, 'senare@example.org'))
  expect(await page.inputValue('input[name=subject]')).toBe('Bygglov för lagerhall')
  await page.fill('textarea[name=text]', 'Vi har väntat i tolv veckor.')
  await page.setInputFiles('input[type=file]', drawing)
  await next(reader)
  await reader.inspect()
  await page.check('input[name=where][value=one]')
  await page.check('input[name=at-1440]')
  await next(reader)
  await page.check('input[name=sender][value=company]')
  await page.fill('input[name=company]', 'Plåt och Svets (exempel)')
  await page.fill('input[name=number]', '556703-7486')
  await page.fill('input[name=email]', 'agare@example.org')
  await next(reader)
  expect(await page.locator('[data-error-summary]').textContent()).toContain('kontrollsiffra')
  await reader.inspect()
  await page.fill('input[name=number]', '556703-7485')
  await next(reader)

  // Back and forth without loss, then sent.
  await press(page, page.locator('main a[href$="/plats"]'))
  expect(await page.isChecked('input[name=at-1440]')).toBe(true)
  await page.fill('input[name=locality]', 'Nödinge')
  await next(reader)
  await reader.inspect()
  expect(await mainText(reader)).toContain('Ale: Nödinge')
  expect(await mainText(reader)).toContain('blir en allmän handling')
  await next(reader)
  await reader.inspect()
  expect(await mainText(reader)).toContain('Ni får ett första svar senast den')

  await page.goto(await addressMailedTo(reader, 'agare@example.org'))
  await reader.inspect()
  expect(await mainText(reader)).toContain('ritning.pdf')
  await page.fill('textarea[name=message]', 'Här är en bild till.')
  await page.setInputFiles('input[type=file]', drawing)
  await next(reader)
  expect(await mainText(reader)).toContain('Skickat.')
  expect(await page.locator('a[download]').count()).toBe(2)
})

test('at a desk, each page as a careful reader looks at it', async () => {
  const reader = await browser.reader({ origin: program.origin })
  const { page } = reader
  await reader.visit('/arende?kommun=ale')
  await reader.inspect()
  await press(page, page.locator('main a.ds-button'))
  await page.locator('input[name=topic]').first().check()
  await reader.inspect()
  await next(reader)
  await reader.inspect()
  await page.fill('input[name=subject]', 'Skylt')
  await page.fill('textarea[name=text]', 'Får vi sätta upp den?')
  await next(reader)
  // The municipality's own door has chosen the place.
  expect(await page.isChecked('input[name=at-1440]')).toBe(true)
  await reader.inspect()
  await next(reader)
  await page.check('input[name=sender][value=nameless]')
  expect(await page.isVisible('input[name=company]')).toBe(false)
  await reader.inspect()
  await next(reader)
  await reader.inspect()
  await next(reader)
  await reader.inspect()
  await press(page, page.locator('main a.ds-button'))
  expect(await mainText(reader)).toContain('Nätverkets samordnare läser ert ärende')

  await page.locator('summary', { hasText: 'Ta tillbaka' }).click()
  await press(page, page.locator('button', { hasText: 'Ta tillbaka' }))
  await reader.inspect()
  await page.check('input[name=sure]')
  await press(page, page.locator('button', { hasText: 'Ta tillbaka' }))
  await reader.inspect()
  await page.fill('textarea[name=why]', 'Det gäller ändå.')
  await press(page, page.locator('button', { hasText: 'Öppna igen' }))
  expect(await mainText(reader)).toContain('Ärendet är öppet igen')
  await page.goto(page.url().replace('/arende/', '/en/matter/'))
  await reader.inspect()
})
