import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiveMatter, type Receipt } from '../../src/modules/matters/index.ts'
import { aMatter } from '../../src/modules/matters/testing.ts'
import { useTestDatabase } from '../database.ts'
import { testSecret } from '../server.ts'
import { press, signIn, useBrowser, type Reader } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

/** The law: a register written out, details erased when a company asks, and a disposal by a decision, with its protocol. */

const database = useTestDatabase()
const browser = useBrowser()
let program: RunningProgram
let officer: Reader
let matter: Receipt

beforeAll(async () => {
  program = await startBuiltProgram({
    env: { DATABASE_URL: database.ownerUrl, SAMSYN_SECRET: testSecret },
  })
  const { id: networkId } = await database.ownerDb
    .selectFrom('network')
    .select('id')
    .executeTakeFirstOrThrow()
  const visitor = { db: database.db, networkId, actor: null, now: new Date() }
  const sent = await receiveMatter(visitor, { ...aMatter, subject: '=1+1' }, { secret: testSecret })
  if (!sent.ok) throw new Error(sent.refusal)
  matter = sent.value
  await database.ownerDb
    .updateTable('matter')
    .set({ state: 'closed', outcome: 'solved', closedAt: new Date() })
    .where('id', '=', matter.id)
    .execute()
  officer = await browser.reader({ origin: program.origin })
  await signIn(officer, 'naringslivsansvarig.ale@example.org')
})
afterAll(() => program.stop())

const textOf = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''
const number = () => `${matter.year}-${matter.number}`

async function facts() {
  return database.ownerDb
    .selectFrom('matter')
    .select(['id', 'topicId', 'size', 'branch', 'outcome', 'receivedAt'])
    .orderBy('id')
    .execute()
}

test('an officer sees the register and why each line is in it, and writes it out without a formula', async () => {
  const { page } = officer
  await officer.visit('/handlingar')
  await officer.inspect()
  expect(await textOf(officer)).toContain('Inkommen från någon utanför (TF 2:9)')
  const download = page.waitForEvent('download')
  await page.click('button[value=csv]')
  const file = await (await download).createReadStream()
  let text = ''
  for await (const part of file) text += String(part)
  expect(text).toContain(`${number()}/1`)
  expect(text).toContain("'=1+1")
})

test('a company asks to have its details erased; the coordinator writes down the decision, and the officer answers', async () => {
  const company = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  await company.visit(`/arende/${matter.key}`)
  await company.page.locator('summary', { hasText: 'raderas' }).click()
  await press(company.page, company.page.locator('form:has(input[value=erase]) button'))
  expect(await textOf(company)).toContain('som svarar inom en månad')
  await company.inspect()

  const coordinator = await browser.reader({ origin: program.origin })
  const { page } = coordinator
  await signIn(coordinator, 'samordnare@example.org')
  await coordinator.visit('/handlingar/gallring/sender-details?whose=ale')
  await page.fill('input[name=months]', '0')
  await press(page, page.locator('section:has(#beslut) form button'))
  expect(await page.locator('[data-error-summary] li').count()).toBe(2)
  await page.fill('input[name=decision]', 'KS 2026:12')
  await page.fill('input[name=decidedOn]', '2026-11-03')
  await press(page, page.locator('section:has(#beslut) form button'))
  await coordinator.inspect()
  expect(await textOf(coordinator)).toContain('KS 2026:12')

  const before = await facts()
  await officer.visit(`/arenden/${number()}`)
  expect(await textOf(officer)).toContain('Begäran om radering')
  await officer.visit('/handlingar/personuppgifter')
  await officer.inspect()
  await press(officer.page, officer.page.locator('button[value=answer-erase]'))
  expect(await textOf(officer)).toContain('raderade')
  await officer.page.fill('input[name=sought]', 'agare@example.org')
  await press(officer.page, officer.page.locator('button[value=search]'))
  expect(await textOf(officer)).not.toContain('Avsändare av ärende')
  expect(await facts()).toEqual(before)
  await company.visit(`/arende/${matter.key}`)
  expect(await textOf(company)).toContain('Era uppgifter är raderade')
})

test('a dry run says what would go and what not, a person confirms it, and the protocol tells it without a name', async () => {
  const { page } = officer
  const before = await facts()
  await database.ownerDb
    .insertInto('retentionRule')
    .columns(['networkId', 'kind', 'municipality', 'months', 'decision', 'decidedOn', 'saidAt', 'saidBy'])
    .expression((eb) =>
      eb
        .selectFrom('retentionRule')
        .select((rule) => [
          'networkId',
          rule.val('matter-answered').as('kind'),
          'municipality',
          'months',
          'decision',
          'decidedOn',
          'saidAt',
          'saidBy',
        ]),
    )
    .execute()
  await officer.visit('/handlingar/gallring/matter-answered')
  await officer.inspect()
  expect(await textOf(officer)).toContain(number())
  expect(await textOf(officer)).toContain('Ärendet pågår')
  await press(page, page.locator('section:has(#provkor) form button'))
  expect(await page.locator('[data-error-summary]').textContent()).toContain('Kryssa i')
  await page.check('input[name=sure]')
  await press(page, page.locator('section:has(#provkor) form button'))
  await expect
    .poll(async () => {
      await page.reload()
      return textOf(officer)
    })
    .toContain('Utförd')
  await officer.inspect()
  expect(await textOf(officer)).toContain(number())
  expect(await textOf(officer)).not.toContain('Plåt')
  expect(await facts()).toEqual(before)
  await page.goto(`${program.origin}/arenden/${number()}`)
  expect(await page.locator('h1').textContent()).not.toContain('=1+1')
  await officer.visit('/handlingar/gallring/matter-answered')
  expect(await textOf(officer)).toContain('Inget är gammalt nog')
})
