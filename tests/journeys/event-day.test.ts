import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorWith, inTransaction, personToSignIn, type Context } from '../../src/modules/accounts/index.ts'
import { networkForHost } from '../../src/modules/region/index.ts'
import { keyOf, participantsOf, type Participant } from '../../src/modules/roundtable/index.ts'
import {
  asSeatRounds,
  latestVersion,
  problemOf,
  savePlan,
  tellPlan,
} from '../../src/modules/seat-plan/index.ts'
import { seat } from '../../src/modules/seating/index.ts'
import { inScope } from '../../src/platform/database/connection.ts'
import type { RunningProgram } from '../../src/program.ts'
import { useTestDatabase } from '../database.ts'
import { testSecret } from '../server.ts'
import { press, signIn, useBrowser, type Reader } from './browser.ts'
import { startProgramAt } from './program-at.ts'

/** The day of the example event: the room's screen follows the clock, a host says who is missing, and the power is cut in round two. */

const database = useTestDatabase()
const browser = useBrowser()
let program: RunningProgram
// The example event is planted three weeks and some days ahead.
let now = new Date('2026-11-16T09:00:00Z')
const itIs = (time: string) => {
  now = new Date(`2026-12-10T${time}:00+01:00`)
}
let coordinator: Reader
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

/** The seats as the organiser has planned them and told. */
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
    const saved = await savePlan(tx, { ...plan, at: now, by: actor?.personId ?? '' })
    if (saved.ok) await tellPlan(tx, event, saved.value, now)
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
})
afterAll(() => program.stop())

test('the screen follows what is pressed, and the host says who is missing', async () => {
  itIs('08:58')
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
  const host = participants.find(({ kind }) => kind === 'host')?.name ?? ''
  const guest = participants.find(({ kind }) => kind === 'company')?.name ?? ''
  const kept = [`/bord/${await keyOfOne(host)}/anteckningar`, `/bord/${await keyOfOne(guest)}/plats`]
  const table = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  await table.visit(kept[0] ?? '')
  await table.page.fill('textarea[name=text]', 'Strömmen blinkar')
  await press(table.page, table.page.locator('form[data-local-first=note] button'))
  const before: string[] = []
  for (const path of kept) {
    await table.visit(path)
    before.push(await main(table))
  }
  expect(before[0]).toContain('Strömmen blinkar')
  await program.stop()
  program = await startProgramAt(database, () => now)
  const after = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  for (const [at, path] of kept.entries()) {
    await after.visit(path)
    expect(await main(after)).toBe(before[at])
  }
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
