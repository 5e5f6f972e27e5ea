import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitmentJobs } from '../../src/modules/commitments/index.ts'
import { keyOf } from '../../src/modules/roundtable/index.ts'
import type { RunningProgram } from '../../src/program.ts'
import { useTestDatabase } from '../database.ts'
import { testSecret } from '../server.ts'
import { letterThatSays, press, type Reader, signIn, useBrowser } from './browser.ts'
import { startProgramAt } from './program-at.ts'

/**
 * A host notes and promises without network; the network comes back; the coordinator sums up and sends; who promised
 * confirms by the letter; a clock that is moved on reminds, and half a year later everybody sees what came of it.
 */

const database = useTestDatabase()
const browser = useBrowser()
let program: RunningProgram
let now = new Date('2026-10-05T09:00:00Z')
let host: Reader
let coordinator: Reader
const itIs = (day: string, time = '09:00') => {
  now = new Date(`${day}T${time}:00Z`)
}

const saved = 'Svetsare går inte att hitta'
const promised = 'Kurs för svetsare till våren'
let event = ''
let networkId = ''
let leader = ''
let company = ''

beforeAll(async () => {
  program = await startProgramAt(database, () => now)
  const { ownerDb } = database
  const planted = await ownerDb
    .selectFrom('event')
    .selectAll()
    .orderBy('onDay', 'desc')
    .executeTakeFirstOrThrow()
  event = planted.id
  networkId = planted.networkId
  const here = ownerDb
    .selectFrom('participant')
    .select('id')
    .where('eventId', '=', event)
    .where('state', '=', 'yes')
  leader = (
    await here.where('kind', '=', 'leadership').where('municipality', '=', '1440').executeTakeFirstOrThrow()
  ).id
  company = (await here.where('kind', '=', 'company').executeTakeFirstOrThrow()).id
  // So few are written to that the worker has little to do.
  await ownerDb
    .updateTable('participant')
    .set({ state: 'withdrawn' })
    .where('eventId', '=', event)
    .where('kind', '<>', 'host')
    .where('id', 'not in', [leader, company])
    .execute()
})
afterAll(() => program.stop())

const keyFor = (participant: string) => keyOf(testSecret, { networkId, participant })
const main = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''

/** What the worker does early each day, at the moved clock. */
async function early(day: string): Promise<void> {
  itIs(day, '05:30')
  const { db, queueDb } = database
  for (const job of commitmentJobs({
    db,
    queueDb,
    clock: () => now,
    origin: program.origin,
    secret: testSecret,
  }))
    if (job.at) await job.run({})
}

/** The address in the latest letter of that subject. */
async function addressIn(subject: string): Promise<string> {
  return /http\S+/.exec(await letterThatSays(coordinator, subject))?.[0] ?? ''
}

test('the host notes and promises on a tablet without network; nothing is lost, and all is sent when it is back', async () => {
  itIs('2026-10-29')
  const table = await database.ownerDb
    .selectFrom('eventTable')
    .select('hostId')
    .where('eventId', '=', event)
    .where('hostId', 'is not', null)
    .executeTakeFirstOrThrow()
  host = await browser.reader({ origin: program.origin })
  const { page, context } = host
  await host.visit(`/bord/${keyFor(table.hostId ?? '')}/anteckningar`)
  await host.inspect()
  await context.setOffline(true)
  await page.fill('textarea[name=text]', saved)
  await page.locator('form[data-local-first=note] button').click()
  const kept = page.locator('[data-local-list]')
  await expect.poll(() => kept.textContent()).toContain('Sparad här')
  await page.locator('[data-local-list] button').click()
  await page.selectOption('select[name=promiser]', leader)
  await page.fill('input[name=what]', promised)
  await page.fill('input[name=byDay]', '2027-01-07')
  await page.selectOption('select[name=receiver]', company)
  await page.selectOption('select[name=intervention]', 'fortbilda-anstallda')
  await page.locator('form[data-local-first=promise] button').click()
  await expect.poll(() => kept.locator('li').count()).toBe(2)
  await host.inspect()
  expect(await page.locator('[data-kept]').textContent()).not.toContain(saved)

  itIs('2026-10-29', '09:10')
  await context.setOffline(false)
  await expect.poll(() => page.locator('[data-kept]').textContent(), { timeout: 5000 }).toContain(promised)
  await expect.poll(() => kept.locator('li').count()).toBe(0)
  expect(await page.locator('[data-kept]').textContent()).toContain(saved)
  await host.inspect()
})

test('the coordinator makes points of it, says what becomes of each, and sends it to all who came', async () => {
  itIs('2026-11-03')
  coordinator = await browser.reader({ origin: program.origin })
  const { page } = coordinator
  await signIn(coordinator, 'samordnare@example.org')
  await coordinator.visit(`/rundabordssamtal/${event}/anteckningar`)
  await coordinator.inspect()
  expect(await main(coordinator)).toContain('9 dagar kvar')
  await press(page, page.locator('main .page-title a.ds-button'))
  await press(page, page.locator('main form button').first())
  await page.locator('input[type=radio][value=taken]').check()
  await page.locator('input[name^=fateText-]').fill('Se åtagandet')
  await press(page, page.locator('main form button', { hasText: 'Spara' }))
  await coordinator.inspect()
  await press(page, page.locator('main a', { hasText: 'Granska' }))
  await coordinator.inspect()
  await press(page, page.locator('main form button'))
  expect(await main(coordinator)).toContain('Orden står fast')
  expect(await addressIn('Sammanfattning: Rundabordssamtal om fortbildning')).toContain('/vad-blev-det')
})

test('who promised confirms by the letter, on a phone', async () => {
  const reader = await browser.reader({ origin: program.origin, screen: 'phone' })
  await reader.visit(new URL(await addressIn('Stämmer det här åtagandet?')).pathname)
  await reader.inspect()
  await press(reader.page, reader.page.locator('main button', { hasText: 'Ja, det stämmer' }))
  await reader.inspect()
  expect(await main(reader)).toContain('På gång')
})

test('Ale’s officer lets it stand in the programme', async () => {
  itIs('2026-11-04')
  const officer = await browser.reader({ origin: program.origin })
  await signIn(officer, 'naringslivsansvarig.ale@example.org')
  await press(officer.page, officer.page.locator('main a', { hasText: promised }))
  await officer.inspect()
  await press(officer.page, officer.page.locator('main form button', { hasText: 'aktivitet' }))
  await press(officer.page, officer.page.locator('main a', { hasText: 'Står som aktivitet' }))
  expect(await main(officer)).toContain('Lovat vid Rundabordssamtal om fortbildning')
})

test('when the day has passed whoever it was promised to says that it was not kept, without JavaScript', async () => {
  for (const day of ['2026-11-30', '2027-01-07', '2027-01-08', '2027-02-01']) await early(day)
  const receiver = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  await receiver.visit(new URL(await addressIn('Blev det av?')).pathname)
  const { page } = receiver
  await page.check('input[value=unkept]')
  await page.locator('input[name^=because-]').fill('Ingen lärare')
  await press(page, page.locator('main button', { hasText: 'Spara' }))
  await receiver.inspect()
  expect(await main(receiver)).toContain('Inte hållet')
})

test('after 30, 90 and 180 days everybody sees what came of it, as it stood then', async () => {
  await early('2027-04-28')
  expect(await addressIn('efter 180 dagar')).toContain(`/rundabordssamtal/${event}/vad-blev-det`)
  const reader = await browser.reader({ origin: program.origin, screen: 'phone' })
  const told = async (days: number) => {
    await reader.visit(`/rundabordssamtal/${event}/vad-blev-det?efter=${days}`)
    return main(reader)
  }
  expect(await told(30)).toContain('På gång')
  expect(await told(90)).toContain('25 dagar försenat')
  const last = await told(180)
  expect(last).toContain('Inte hållet')
  expect(last).toContain('Ingen lärare')
  await reader.inspect()
  await reader.visit('/ataganden')
  await reader.inspect()
  expect(await main(reader)).toContain(promised)
})
