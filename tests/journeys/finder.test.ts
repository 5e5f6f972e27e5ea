import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letterThatSays, press, type Reader, signIn, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

/** Somebody at a company looks for support without a script, and a partner edits a rule and sees whom it would change. */

const browser = useBrowser()
let program: RunningProgram
beforeAll(async () => {
  program = await startBuiltProgram()
})
afterAll(() => program.stop())

const main = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''

describe('an HR manager without JavaScript, on a phone', () => {
  let reader: Reader
  beforeAll(async () => {
    reader = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  })

  test('has something after one answer, and what fits after five', async () => {
    const { page } = reader
    await reader.visit('/stod/hitta')
    await page.check('input[name=purpose][value=person]')
    await press(page, page.locator('main form button').first())
    expect(await main(reader)).toMatch(/\d+ beror på mer/)
    await page.check('input[name=transition][value=trr]')
    await press(page, page.locator('main form button').first())
    expect(await main(reader)).toContain('Passar inte, för att villkoret är')
    // What she does not know is passed over, and another question comes.
    const unknown = page.locator('main button[name=skip]')
    const passed = await unknown.getAttribute('value')
    await press(page, unknown)
    expect(await page.locator('main button[name=skip]').getAttribute('value')).not.toBe(passed)
    await reader.visit('/stod/hitta?purpose=person&transition=trr&agreement=main&role=salaried&eligible=yes')
    expect(await main(reader)).toMatch(/Det här ser ut att passa \([2-9]/)
    await reader.inspect()
  })

  test('is told at the field of what cannot be right, and asks a person without typing anything again', async () => {
    const { page } = reader
    await reader.visit('/stod/hitta?purpose=employer&municipality=1480')
    await page.goto(`${page.url()}&employees=-3`)
    expect(await page.inputValue('input[name=employees]')).toBe('-3')
    await page.fill('input[name=employees]', '12')
    await press(page, page.locator('main form button').first())
    await press(page, page.locator('form[action="/stod/fraga"] button'))
    await page.check('input[name=topic][value=rekrytera]')
    await press(page, page.locator('main form button').first())
    expect(await page.inputValue('textarea[name=text]')).toContain('Hur många anställda har ni? 12')
  })

  test('begins to be told, by a letter, and is erased again', async () => {
    const { page } = reader
    await reader.visit('/en/support/find?purpose=person&eligible=yes')
    await page.fill('input[name=followTo]', 'hr@example.org')
    await press(page, page.locator('form[action="/en/support/follow"] button'))
    expect(await main(reader)).toContain('Look in your e-mail')
    const letter = await letterThatSays(reader, 'support/following')
    await page.goto(/http\S+following\/[\w-]{43}/.exec(letter)?.[0] ?? '')
    await press(page, page.locator('button[value=confirm]'))
    expect(await main(reader)).toContain('It has begun.')
    await press(page, page.locator('button[value=stop]'))
    expect(await main(reader)).toContain('have been erased')
  })
})

test('by keyboard alone: the first question is answered, and the list is there', async () => {
  const reader = await browser.reader({ origin: program.origin })
  const { page } = reader
  await reader.visit('/stod/hitta')
  await page.locator('input[name=purpose]').first().focus()
  await page.keyboard.press('ArrowDown')
  await Promise.all([page.waitForURL(/purpose=person/), page.keyboard.press('Enter')])
  expect(await main(reader)).toContain('Nästa fråga')
})

test('a partner edits a rule, sees whom it would change, and the coordinator confirms it', async () => {
  const partner = await browser.reader({ origin: program.origin })
  await signIn(partner, 'handlaggare.omstallningsfonden@example.org')
  const { page } = partner
  await partner.visit('/stod/redigera')
  await press(page, page.locator('main table a').first())
  await partner.inspect()
  await page.fill(
    'textarea[name=rule]',
    'sector in municipal, civil | Kommun eller förening | Municipality or association',
  )
  await press(page, page.locator('button[value=preview]'))
  expect(await main(partner)).toMatch(/[1-9]\d* av nätverkets \d+ exempelföretag/)
  expect(await main(partner)).toContain('Förening, stiftelse eller kooperativ')
  // An example says otherwise now: it is told, with what was typed still there.
  await press(page, page.locator('main form button', { hasText: 'Spara som utkast' }))
  expect(await main(partner)).toContain('Villkoren säger ”passar” om exemplet.')
  const examples = await page.inputValue('textarea[name=examples]')
  await page.fill(
    'textarea[name=examples]',
    examples.replace('sector=municipal | unknown', 'employees=3 | unknown'),
  )
  await press(page, page.locator('main form button', { hasText: 'Spara som utkast' }))
  expect(await main(partner)).toContain('Någon annan måste bekräfta')
  await partner.inspect()

  const coordinator = await browser.reader({ origin: program.origin })
  await signIn(coordinator, 'samordnare@example.org')
  await coordinator.visit('/stod/omstallningsfonden-forebyggande/utkast')
  await press(coordinator.page, coordinator.page.locator('button[value=confirm]'))
  await coordinator.visit('/stod/omstallningsfonden-forebyggande')
  expect(await main(coordinator)).toContain('Kommun eller förening')
})
