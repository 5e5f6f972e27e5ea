import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorWith, inTransaction, personToSignIn, type Context } from '../../src/modules/accounts/index.ts'
import { networkForHost } from '../../src/modules/region/index.ts'
import {
  keyOf,
  participantsOf,
  seatPlanOf,
  tableOf,
  type Participant,
} from '../../src/modules/roundtable/index.ts'
import { asSeatRounds, latestVersion, problemOf, savePlan } from '../../src/modules/seat-plan/index.ts'
import { seat } from '../../src/modules/seating/index.ts'
import { inScope } from '../../src/platform/database/connection.ts'
import type { RunningProgram } from '../../src/program.ts'
import { useTestDatabase } from '../database.ts'
import { testSecret } from '../server.ts'
import { press, signIn, useBrowser, type Reader } from './browser.ts'
import { startProgramAt } from './program-at.ts'

/**
 * The day of the example event: everybody is told where they sit, most check in, six do not come and three come late, the
 * seats are planned anew, a phone without network shows its own seat, the screen follows, and the power is cut in round two.
 */

const database = useTestDatabase()
const browser = useBrowser()
let program: RunningProgram
// The example event is planted three weeks and some days ahead.
let now = new Date('2026-11-16T09:00:00Z')
const itIs = (time: string) => {
  now = new Date(`2026-12-10T${time}:00+01:00`)
}
let coordinator: Reader
let officer: Reader
let event = ''
let participants: readonly Participant[] = []
const day = () => `/rundabordssamtal/${event}/dagen`
const main = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''

async function contextOf(email: string): Promise<Context> {
  const { db } = database
  const networkId = (await networkForHost(db, 'localhost'))?.id ?? ''
  const personId = await inScope(db, { networkId, personId: null }, async (tx) => personToSignIn(tx, email))
  const actor = await inScope(db, { networkId, personId }, async (tx) => actorWith(tx, personId ?? ''))
  return { db, networkId, actor, now }
}

async function keyOfOne(name: string): Promise<string> {
  const { networkId } = await contextOf('samordnare@example.org')
  const participant = participants.find((one) => one.name === name)?.id ?? ''
  return keyOf(testSecret, { networkId, participant })
}

/** The seats as the organiser has planned them, and not told yet. */
async function plantPlan(): Promise<void> {
  const context = await contextOf('samordnare@example.org')
  const { networkId, actor } = context
  await inTransaction(context, async (tx) => {
    const basedOn = (await latestVersion(tx, event))?.version ?? 0
    const problem = await problemOf(tx, event)
    const answer = seat(problem, { seed: 1, budget: { steps: 300_000 } })
    if (!answer.ok) throw new Error('the example cannot be seated')
    const { rounds, made } = answer.value
    const by = { by: 'engine' as const, ...made }
    const plan = { networkId, event, basedOn, rounds: asSeatRounds(problem, rounds), made: by }
    await savePlan(tx, { ...plan, at: now, by: actor?.personId ?? '' })
  })
}

/** Cuts the network as soon as the device could do without, and opens the page again. */
async function withoutNetwork({ page, context }: Reader): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        async () =>
          (await caches.match(location.href)) !== undefined && navigator.serviceWorker.controller !== null,
      ),
    )
    .toBe(true)
  await context.setOffline(true)
  await page.reload()
}

/** Everybody who has come, as many doors at once have written them down. */
async function checkInAll(here: readonly Participant[]): Promise<void> {
  const { networkId, actor } = await contextOf('samordnare@example.org')
  const word = { networkId, eventId: event, state: 'here' as const, fromRound: null, untilRound: null }
  const said = { at: now, saidBy: actor?.personId ?? null, hostId: null }
  await database.ownerDb
    .insertInto('attendance')
    .values(here.map(({ id }) => ({ ...word, ...said, participantId: id })))
    .execute()
}

beforeAll(async () => {
  program = await startProgramAt(database, () => now)
  itIs('08:30')
  const { id } = await database.ownerDb
    .selectFrom('event')
    .select('id')
    .where('title', 'like', '%fortbildning%')
    .executeTakeFirstOrThrow()
  event = id
  participants = (
    await inTransaction(await contextOf('samordnare@example.org'), async (tx) => participantsOf(tx, event))
  ).filter(({ state }) => state === 'yes')
  await plantPlan()
  coordinator = await browser.reader({ origin: program.origin })
  await signIn(coordinator, 'samordnare@example.org')
  officer = await browser.reader({ origin: program.origin, screen: 'phone' })
  await signIn(officer, 'naringslivsansvarig.ale@example.org')
})
afterAll(() => program.stop())

test('everybody is told where they sit', async () => {
  const { page } = coordinator
  await coordinator.visit(day())
  await coordinator.inspect()
  await press(page, page.locator('main button', { hasText: 'Berätta för alla' }))
  expect(await main(coordinator)).toMatch(/Berättat\. \d+ brev skickas\./)
})

test('people check in by name as it is typed and by code, on a phone', async () => {
  const { page } = officer
  await officer.visit(`${day()}/incheckning`)
  await officer.inspect()
  const [first, second] = participants
  if (!first || !second) throw new Error('nobody comes')
  await page.locator('input[type=search]').pressSequentially(first.name.slice(0, 20))
  await expect.poll(() => page.locator('#traffar').count()).toBe(1)
  await press(page, page.locator('#deltagarna button', { hasText: first.name }))
  expect(await main(officer)).toContain(`${first.name} är incheckad.`)
  await officer.inspect()

  const phone = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  await phone.visit(`/bord/${await keyOfOne(second.name)}/plats`)
  await phone.inspect()
  const code = (await phone.page.locator('.code').textContent()) ?? ''
  await officer.visit(`${day()}/incheckning?sok=${code}`)
  expect(await page.locator('.people-rows li').count()).toBe(1)
  await press(page, page.locator('.people-rows button'))
  expect(await main(officer)).toContain(`${second.name} är incheckad.`)
})

test('six who do not come and three who come late: few move, and a phone without network knows its seat', async () => {
  const context = await contextOf('samordnare@example.org')
  const missing = participants.filter(({ kind }) => kind === 'company').slice(-9)
  const here = participants.filter((one) => !missing.includes(one))
  await checkInAll(here)
  const mover = here.find(({ kind }) => kind === 'company')
  if (!mover) throw new Error('no company has come')
  const plan = await inTransaction(context, async (tx) => seatPlanOf(tx, event))
  const to = tableOf(plan?.rounds ?? [], mover.id, 1) === '1' ? '2' : '1'

  const { page } = coordinator
  itIs('08:58')
  await coordinator.visit(`${day()}/omplacering`)
  await coordinator.inspect()
  expect(await page.locator('#saknas').textContent()).toContain('(9)')
  for (const late of missing.slice(0, 3)) await page.selectOption(`[name=p-${late.id}]`, 'from-1')
  await page.locator('#for-hand summary').click()
  await page.selectOption('[name=hand-1-person]', mover.id)
  await page.selectOption('[name=hand-1-round]', '1')
  await page.selectOption('[name=hand-1-table]', to)
  await press(page, page.locator('button[value=preview]'))
  await coordinator.inspect()
  expect(await main(coordinator)).toMatch(/Regler som bryts\s*ingen/)
  expect(await main(coordinator)).toContain(mover.name)

  // The phone of somebody who moves is opened while the old seats hold.
  const phone = await browser.reader({ origin: program.origin, screen: 'phone' })
  await phone.visit(`/bord/${await keyOfOne(mover.name)}/plats`)
  await phone.inspect()
  const before = await phone.page.locator('.seat__table').allTextContents()
  await withoutNetwork(phone)
  expect(await phone.page.locator('.seat__table').allTextContents()).toEqual(before)
  await expect
    .poll(() => phone.page.locator('[data-age]').textContent())
    .toContain('Utan nät. Sidan är från kl. 08:58')

  await press(page, page.locator('button[value=keep]'))
  await coordinator.inspect()
  expect(await main(coordinator)).toContain('och berättad.')
  await phone.context.setOffline(false)
  await expect.poll(() => phone.page.locator('[data-news]').isVisible()).toBe(true)
  expect(await phone.page.locator('.seat__table').allTextContents()).not.toEqual(before)
  await phone.inspect()
  await phone.page.locator('[data-seen]').click()
  expect(await phone.page.locator('[data-news]').isVisible()).toBe(false)
})

test('the screen follows what is pressed, and the host says who is missing', async () => {
  const screen = await browser.reader({ origin: program.origin })
  await coordinator.visit(day())
  const address = (await coordinator.page.locator('a[href*="code="]').getAttribute('href')) ?? ''
  // The room's computer, where nobody is signed in.
  await screen.visit(address)
  await screen.inspect()
  expect(await main(screen)).toContain('Platser i runda 1')
  itIs('09:30')
  await coordinator.visit(day())
  await coordinator.inspect()
  await press(coordinator.page, coordinator.page.locator('button[value=longer]'))
  await screen.page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => main(screen)).toContain('25 minuter kvar')
  await screen.inspect()

  const host = await browser.reader({ origin: program.origin, screen: 'phone' })
  const hosts = participants.filter(({ kind }) => kind === 'host')
  await host.visit(`/bord/${await keyOfOne(hosts[0]?.name ?? '')}/vard`)
  await host.inspect()
  await host.page.locator('.people-rows button').first().click()
  await expect.poll(() => host.page.locator('.people-rows > li').first().textContent()).toContain('saknas')
  // The rounds that come are there too when the network is not.
  await withoutNetwork(host)
  await host.page.locator('#runda-2 summary').click()
  expect(await host.page.locator('#runda-2 li').count()).toBeGreaterThan(1)
  await host.inspect()
})

test('after a power cut in round two everything is as it was, and the rounds held are known', async () => {
  itIs('10:10')
  await coordinator.visit(day())
  const stood = await main(coordinator)
  await program.stop()
  program = await startProgramAt(database, () => now)
  const again = await browser.reader({ origin: program.origin })
  await signIn(again, 'samordnare@example.org')
  await again.visit(day())
  expect(await main(again)).toBe(stood.replaceAll(/:\d+\//g, `:${new URL(program.origin).port}/`))
  expect(stood).toContain('Hållen')
  await again.visit(`${day()}/omplacering`)
  expect(await again.page.locator('select[name=round] option').allTextContents()).toEqual([
    'Runda 3, kl. 10:50',
  ])
})
