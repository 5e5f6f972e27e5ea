import { afterAll, beforeAll, expect, test } from 'vitest'
import { letterThatSays, press, type Reader, signIn, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

/** A round table is planned and invited to; who is invited answers, sends somebody else, and the next in line gets the seat. */

const browser = useBrowser()
let program: RunningProgram
let coordinator: Reader
let plan = ''
beforeAll(async () => {
  program = await startBuiltProgram()
  coordinator = await browser.reader({ origin: program.origin })
  await signIn(coordinator, 'samordnare@example.org')
})
afterAll(() => program.stop())

const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10)
const main = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''
const fill = async ({ page }: Reader, fields: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value)
}

test('the coordinator plans an event, part by part, and is told what its tables are not enough for', async () => {
  const { page } = coordinator
  await coordinator.visit('/rundabordssamtal/nytt')
  await fill(coordinator, {
    title: 'Elektriker till hamnen',
    theme: 'Hur hittar vi elektriker?',
    place: 'Rådhuset',
    onDay: day(30),
    opensAt: '9.00',
    endsAt: '12.00',
    seats: '0',
    answerBy: day(20),
  })
  await press(page, page.locator('main form button'))
  expect(await main(coordinator)).toContain('Ett samtal utan platser har ingen att bjuda in.')
  await fill(coordinator, { seats: '80' })
  await press(page, page.locator('main form button'))
  plan = new URL(page.url()).pathname.replace(/\/planera.*/, '')
  for (const [at, startsAt] of ['9.00', '9.30', '10.00', '10.30', '11.00', '11.30'].entries()) {
    if (!(await page.locator(`[name=round-${at + 1}-startsAt]`).count()))
      await press(page, page.locator('main form button'))
    await fill(coordinator, { [`round-${at + 1}-startsAt`]: startsAt, [`round-${at + 1}-minutes`]: '25' })
  }
  await press(page, page.locator('main form button'))
  await coordinator.visit(`${plan}/planera/bord`)
  await fill(coordinator, { fillCount: '10', fillMin: '6', fillMax: '8' })
  await press(page, page.locator('button[value=fill]'))
  await press(page, page.locator('button[value=save]'))
  expect(await main(coordinator)).toContain('Med 10 bord finns inget känt sätt')
  await coordinator.inspect()
  await coordinator.visit(`${plan}/planera/urval`)
  await fill(coordinator, { 'criterion-1-text': 'Företag som söker elektriker', 'criterion-1-seats': '1' })
  await page.selectOption('[name=criterion-1-kind]', 'company')
  await press(page, page.locator('main form button'))
  await coordinator.visit(`${plan}/planera`)
  await coordinator.inspect()
  await press(page, page.locator('button[value=publish]'))
})

test('people are listed from pasted rows, and invited with a letter each', async () => {
  const { page } = coordinator
  await coordinator.visit(`${plan}/deltagare/fil`)
  await page.selectOption('[name=criterion]', { index: 1 })
  const rows = ['Namn\tOrganisation\tE-post', 'Ada Ek\tElfirman\tada@example.org', 'Bo Al\tKabelbolaget\tbo']
  await fill(coordinator, { table: rows.join('\n') })
  await press(page, page.locator('button[value=read]'))
  expect(await main(coordinator)).toContain('C3, E-post (”bo”)')
  await coordinator.inspect()
  await fill(coordinator, { table: rows.join('\n').replace(/bo$/, 'bo@example.org') })
  await press(page, page.locator('button[value=read]'))
  await press(page, page.locator('button[value=add]'))
  await coordinator.visit(`${plan}/deltagare/brev`)
  await coordinator.inspect()
  await press(page, page.locator('main form button'))
  expect(await main(coordinator)).toContain('2 brev är på väg.')
  await coordinator.inspect()
})

/** The address of a private page in the newest letter to somebody. */
async function addressTo(email: string, holding: string): Promise<string> {
  const text = await letterThatSays(coordinator, email, holding)
  return new URL(/http\S+\/bord\/[\w-]+/.exec(text)?.[0] ?? '').pathname
}

async function answer(reader: Reader, choice: 'yes' | 'no' | 'delegate'): Promise<void> {
  if (!(await reader.page.locator('[name=answer]').first().isVisible()))
    await reader.page.locator('summary', { hasText: 'Ändra ditt svar' }).click()
  await reader.page.check(`[name=answer][value=${choice}]`)
  await press(reader.page, reader.page.locator('main form button'))
}

test('without JavaScript on a phone one answers, and sends somebody else, who gives the seat to the next in line', async () => {
  const phone = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  await phone.visit(await addressTo('ada@example.org', 'Inbjudan'))
  await phone.inspect()
  expect(await main(phone)).toContain('Företag som söker elektriker')
  expect(await main(phone)).toContain('allmän handling')
  await answer(phone, 'yes')
  expect(await main(phone)).toContain('Tack! Du har en plats.')

  const next = await browser.reader({ origin: program.origin, screen: 'phone' })
  const second = await addressTo('bo@example.org', 'Inbjudan')
  await next.visit(second)
  await next.inspect()
  await answer(next, 'yes')
  expect(await main(next)).toContain('Du står på väntelistan.')

  await phone.page.locator('summary', { hasText: 'Ändra ditt svar' }).click()
  await phone.page.locator('summary', { hasText: 'Om någon annan kommer' }).click()
  await fill(phone, { delegateName: 'Eva Ny', delegateEmail: 'eva@example.org' })
  await answer(phone, 'delegate')
  expect(await main(phone)).toContain('Eva Ny kommer i ditt ställe')

  await phone.visit(await addressTo('eva@example.org', 'i någons ställe'))
  await answer(phone, 'no')
  expect(await addressTo('bo@example.org', 'En plats är ledig')).toBe(second)
  await next.visit(second)
  expect(await main(next)).toContain('En plats är ledig för dig till')
  await answer(next, 'yes')
  expect(await main(next)).toContain('Tack! Du har en plats.')
  await next.inspect()
})

test('the list says who came to their seat by what, and the English page the same', async () => {
  await coordinator.visit(`${plan}/deltagare`)
  expect(await main(coordinator)).toContain('i stället för Ada Ek')
  await coordinator.page.locator('main th a', { hasText: 'Bo Al' }).click()
  await coordinator.page.waitForLoadState()
  expect(await main(coordinator)).toContain('Ledig plats')
  await coordinator.inspect()
  await coordinator.visit(plan.replace('/rundabordssamtal', '/en/round-tables'))
  expect(await main(coordinator)).toContain('Who is invited')
})
