import { afterAll, beforeAll, expect, test } from 'vitest'
import { lettersThatSay, press, type Reader, signIn, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

/** An obstacle that comes back in several municipalities, from the proposal to what came of it; and the public figures. */

const browser = useBrowser()
let program: RunningProgram
let coordinator: Reader
beforeAll(async () => {
  program = await startBuiltProgram()
  coordinator = await browser.reader({ origin: program.origin })
  await signIn(coordinator, 'samordnare@example.org')
})
afterAll(() => program.stop())

const main = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''

/** Opens what is out of the way, fills its fields in and presses its button. */
async function does(
  button: string,
  fields: Readonly<Record<string, string>>,
  summary?: string,
): Promise<void> {
  const { page } = coordinator
  if (summary !== undefined) await page.locator('summary', { hasText: summary }).click()
  for (const [name, text] of Object.entries(fields)) await page.fill(`[name=${name}]`, text)
  await press(page, page.locator(`button[value=${button}]`))
}

test('the coordinator confirms a proposal, gives it a voice and raises it', async () => {
  const { page } = coordinator
  await press(page, page.locator('main a[href="/monster"]'))
  await coordinator.inspect()
  await press(page, page.locator('main .card a'))
  expect(await main(coordinator)).toContain('Alingsås, Kungsbacka, Kungälv, Mölndal, Partille')
  await does('confirm', { title: 'Elnätet räcker inte', obstacle: '' })
  await coordinator.inspect()
  expect(await main(coordinator)).toContain('Skriv vad hindret är.')
  await does('confirm', { obstacle: 'Företag väntar i åratal på mer effekt.' })
  await does('voice', { voice: 'Hamnens Bageri väntar.' }, 'Skriv ner en röst')
  expect(await main(coordinator)).toContain('Skriv så att ingen kan pekas ut.')
  await does('voice', { voice: 'Vi har råd att växa men inte att vänta.' })
  await does('note', { asked: 'En gemensam begäran till nätbolaget.' }, 'Underlag till ledningen')
  await does('sentence', { sentence: 'Elnätet räcker inte för företag som vill växa.' }, 'Berätta för alla')
  await page.locator('summary', { hasText: 'Knyt till insatsen' }).click()
  await page.locator('select[name=intervention]').selectOption({ index: 1 })
  await press(page, page.locator('button[value=intervention]'))
  await coordinator.inspect()
  await press(page, page.locator('main a', { hasText: 'Insatsen' }))
  expect(await main(coordinator)).toContain('Hinder som företag tagit upp')
  await page.goBack()
  await press(page, page.locator('main a', { hasText: 'Underlag till ledningen' }))
  await coordinator.inspect()
  const file = await page.request.get(`${page.url()}/note.docx`)
  expect((await file.body()).subarray(0, 2).toString()).toBe('PK')
  await page.goBack()
})

test('what came of it reaches a company in its own thread', async () => {
  const { page } = coordinator
  await does('preview', { cameOf: 'Nätbolaget visar sin plan i mars.' }, 'Berätta vad det ledde till')
  expect(await main(coordinator)).toContain('Går till 5 företag.')
  await coordinator.inspect()
  await press(page, page.locator('button[value=return]'))
  const letters = await lettersThatSay(coordinator, ['Det här ledde ert ärende till'], 5)
  expect(await letters.count()).toBe(5)
  const address = /https?:\S+\/arende\/\S+/.exec((await letters.first().textContent()) ?? '')?.[0] ?? ''
  const company = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  await company.visit(new URL(address).pathname)
  await company.inspect()
  expect(await main(company)).toContain('Nätbolaget visar sin plan i mars.')
})

test('a visitor without JavaScript reads the public figures, and no small number', async () => {
  const visitor = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  await visitor.visit('/')
  await press(visitor.page, visitor.page.locator('footer a', { hasText: 'Ärenden i siffror' }))
  await visitor.inspect()
  expect(await main(visitor)).toContain('Elnätet räcker inte för företag som vill växa.')
  await visitor.page.locator('select').last().selectOption({ index: 0 })
  await press(visitor.page, visitor.page.locator('main form button'))
  const numbers = await visitor.page.locator('main td').allTextContents()
  expect(numbers.length).toBeGreaterThan(10)
  // A first word came within one working day: that is no number of matters.
  expect(numbers.filter((text) => /^[2-4]$/.test(text))).toEqual([])
})

test('who is not heard is seen beside the number of companies that the coordinator has entered', async () => {
  await coordinator.visit('/vilka-hors-inte/antal-foretag')
  await coordinator.inspect()
  const { page } = coordinator
  await page.fill('[name=source]', 'Påhittade tal')
  await page.fill('[name=asOf]', '2026-01-01')
  await page.fill('[name=table]', 'kommun\tstorlek\tantal\nAle\t1-9\t900\nAle\t10-49\t80')
  await press(page, page.locator('main form button'))
  expect(await main(coordinator)).toContain('Antal företag: Påhittade tal')
  await coordinator.inspect()
})
