import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { press, signInByHand, useBrowser, type Reader } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

const browser = useBrowser()
let program: RunningProgram

beforeAll(async () => {
  program = await startBuiltProgram()
})
afterAll(() => program.stop())

const coordinator = 'samordnare@example.org'
const send = 'main form button[type=submit]'

describe.each([
  ['in Swedish on a desk', 'desk', false],
  ['in English on a phone', 'phone', true],
] as const)('the coordinator, %s', (where, screen, english) => {
  const at = (sv: string, en: string) => (english ? en : sv)
  let reader: Reader

  beforeAll(async () => {
    reader = await browser.reader({ origin: program.origin, screen })
    await signInByHand(reader, coordinator, english)
  })

  test('changes an intervention, and the log says what it was', async () => {
    const { page } = reader
    await reader.visit(at('/mitt-arbete', '/en/my-work'))
    await reader.inspect()
    await reader.visit(at('/ramverk', '/en/framework'))
    await reader.inspect()
    await press(page, page.locator(`main a[href$="/${at('insats', 'intervention')}/fortbilda-anstallda"]`))
    await reader.inspect()

    await page.fill('[name=nameSv]', '')
    await press(page, page.locator(send).first())
    expect(await page.locator('[data-error-summary]').count()).toBe(1)
    await reader.inspect()

    const name = `Fortbilda dem som arbetar, ${where}`
    await page.fill('[name=nameSv]', name)
    await page.fill('[name=nameEn]', name)
    await press(page, page.locator(send).first())
    await reader.visit(at('/', '/en'))
    expect(await page.locator('table.matrix').textContent()).toContain(name)

    await reader.visit(at('/handelser', '/en/events'))
    await reader.inspect()
    const latest = page.locator('.timeline li').first()
    expect(await latest.locator('ins').allTextContents()).toContain(name)
    expect(await latest.textContent()).toContain('Samordnare')
  })

  test('changes an indicator, and visitors see it at once', async () => {
    const { page } = reader
    await reader.visit(at('/ramverk/indikator/folkmangd', '/en/framework/indicator/folkmangd'))
    await reader.inspect()
    const name = `Folkmängd ${where}`
    await page.fill('[name=nameSv]', name)
    await page.fill('[name=nameEn]', name)
    await press(page, page.locator(send).first())
    const seen = await (
      await fetch(program.origin + at('/indikatorer/folkmangd', '/en/indicators/folkmangd'))
    ).text()
    expect(seen).toContain(name)
  })

  test('invites a person, who signs in; gives and takes roles; cannot take the last coordinator’s', async () => {
    const { page } = reader
    await reader.visit(at('/personer/bjud-in', '/en/people/invite'))
    await press(page, page.locator(send).first())
    expect(await page.locator('[data-error-summary] a').count()).toBe(3)
    await reader.inspect()

    const email = `ny.${screen}@example.org`
    await page.fill('[name=name]', `Ny ansvarig ${screen} (exempel)`)
    await page.fill('[name=email]', email)
    await page.selectOption('[name=role]', 'officer')
    await press(page, page.locator(send).first())
    expect(await page.locator('[data-error-summary]').textContent()).not.toBe('')
    expect(await page.inputValue('[name=email]')).toBe(email)
    await page.selectOption('[name=municipality]', '1441')
    await press(page, page.locator(send).first())
    await page.waitForURL(`**${at('/personer', '/en/people')}?saved`)
    await reader.inspect()

    const invited = await browser.reader({ origin: program.origin, screen })
    await signInByHand(invited, email, english)
    await invited.inspect()

    await press(page, page.locator('main a', { hasText: `Ny ansvarig ${screen}` }))
    await page.selectOption('[name=role]', 'partner')
    await press(page, page.locator(send).last())
    await page.waitForURL('**?saved')
    await reader.inspect()
    expect(await page.locator('.plain-list li').count()).toBe(2)
    for (let left = 2; left > 0; left -= 1) {
      await press(page, page.locator('.plain-list button').first())
    }
    expect(await page.locator('.plain-list li').count()).toBe(0)
    // Without a role one is signed out at once.
    await invited.page.goto(program.origin + at('/mitt-arbete', '/en/my-work'))
    expect(invited.page.url()).toContain(at('/logga-in', '/en/sign-in'))

    await reader.visit(at('/personer', '/en/people'))
    await press(page, page.locator('main a', { hasText: 'Samordnare' }).first())
    await press(page, page.locator('.plain-list button').first())
    expect(await page.locator('[data-error-summary]').count()).toBe(1)
    await reader.inspect()
  })
})

test('what is the coordinator’s is refused to an officer', async () => {
  const reader = await browser.reader({ origin: program.origin })
  await signInByHand(reader, 'naringslivsansvarig.ale@example.org')
  for (const path of [
    '/personer',
    '/personer/bjud-in',
    '/ramverk',
    '/ramverk/insats/ny',
    '/ramverk/indikator/folkmangd',
  ]) {
    expect((await reader.page.goto(program.origin + path))?.status(), path).toBe(403)
  }
})
