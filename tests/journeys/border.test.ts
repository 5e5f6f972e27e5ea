import { afterAll, beforeAll, expect, test } from 'vitest'
import { inScope } from '../../src/platform/database/connection.ts'
import { receiveMatter, type NewMatter, type Receipt } from '../../src/modules/matters/index.ts'
import { digestOf } from '../../src/modules/matters/key.ts'
import { aMatter } from '../../src/modules/matters/testing.ts'
import { useTestDatabase } from '../database.ts'
import { testSecret } from '../server.ts'
import { letterThatSays, press, type Reader, type ReaderOptions, signIn, useBrowser } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

/** Matters at the border: a wrong address that is passed on, and one for three municipalities. */

const database = useTestDatabase()
const browser = useBrowser()
let program: RunningProgram
let networkId = ''
let lerum: Reader
let ale: Reader

beforeAll(async () => {
  program = await startBuiltProgram({
    env: { DATABASE_URL: database.ownerUrl, SAMSYN_SECRET: testSecret },
  })
  const network = await database.ownerDb.selectFrom('network').select('id').executeTakeFirstOrThrow()
  networkId = network.id
})
afterAll(() => program.stop())

/** A company sends a matter through the common door. */
async function sent(said: Partial<NewMatter>): Promise<Receipt> {
  const visitor = { db: database.db, networkId, actor: null, now: new Date() }
  const outcome = await receiveMatter(visitor, { ...aMatter, ...said }, { secret: testSecret })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

async function signedIn(email: string, how: Omit<ReaderOptions, 'origin'> = {}): Promise<Reader> {
  const reader = await browser.reader({ ...how, origin: program.origin })
  await signIn(reader, `${email}@example.org`)
  return reader
}

const addressOf = ({ year, number }: Receipt) => `/arenden/${year}-${number}`
const words = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''

/** What whoever holds the key of a matter reads of it. */
async function readByCompany({ id, key }: Receipt) {
  return inScope(database.db, { networkId, personId: null, key: digestOf(key) }, async (tx) => ({
    thread: await tx
      .selectFrom('matterEntry')
      .select('text')
      .where('matterId', '=', id)
      .orderBy('id')
      .execute(),
    parts: await tx.selectFrom('matterPart').select('municipality').where('matterId', '=', id).execute(),
    moves: await tx.selectFrom('matterMove').select('id').where('matterId', '=', id).execute(),
  }))
}

test('a matter for Ale that is Lerum’s is passed on with a reason, and the company reads who has taken over', async () => {
  const matter = await sent({ places: ['1440'], locality: 'Alingsåsvägen 1' })
  ale = await signedIn('naringslivsansvarig.ale', { screen: 'phone', javaScript: false })
  expect(await letterThatSays(ale, 'Ett ärende till Ale')).toContain(addressOf(matter))
  await ale.visit(`${addressOf(matter)}/lamna-over`)
  await ale.inspect()
  expect(await words(ale)).toContain('inkommen allmän handling också hos mottagaren')
  await press(ale.page, ale.page.locator('main form button'))
  expect(await ale.page.locator('[data-error-summary] li').count()).toBe(2)
  expect(await words(ale)).toContain('Det kan inte lämnas till ingen')
  await ale.inspect()
  await ale.page.locator('select[name=to]').selectOption({ label: 'Lerum' })
  await ale.page.fill('textarea[name=reason]', 'Alingsåsvägen 1 ligger på Lerums sida av gränsen.')
  await press(ale.page, ale.page.locator('main form button'))

  lerum = await signedIn('naringslivsansvarig.lerum')
  expect(await letterThatSays(lerum, 'Ett ärende till Lerum')).toContain(addressOf(matter))
  const company = await readByCompany(matter)
  expect(company.thread.map(({ text }) => text)).toEqual([
    aMatter.text,
    'Lerum har tagit över ert ärende och svarar er här.',
  ])
  expect(company.parts).toEqual([{ municipality: '1441' }])
  expect(company.moves).toEqual([])
  // Ale has nothing more to say in it.
  await ale.page.goto(`${program.origin}${addressOf(matter)}/lamna-over`)
  expect(await words(ale)).not.toContain('Vem ska ha det')
})

/** An officer writes an answer, a plan or how it ended, in the tab of that name, and presses its button. */
async function speaks(
  officer: Reader,
  receipt: Receipt,
  tab: string | null,
  fields: Readonly<Record<string, string>>,
  button: 'send' | 'close',
): Promise<void> {
  const { page } = officer
  await officer.visit(addressOf(receipt))
  if (tab !== null) await press(page, page.locator('.tabs a', { hasText: tab }))
  if (button === 'close') await page.check('input[value=solved]')
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value)
  await press(page, page.locator(`button[value=${button}]`))
}

/** What the company does on its own page. */
async function says(
  company: Reader,
  deed: 'verdict' | 'reopen',
  { verdict, why }: { readonly verdict?: string; readonly why?: string },
): Promise<void> {
  const { page } = company
  await page.reload()
  const form = page.locator(`form:has(input[value=${deed}])`)
  if (verdict !== undefined) await form.locator(`input[value=${verdict}]`).check()
  if (why !== undefined) await form.locator('textarea').fill(why)
  await press(page, form.locator('button'))
}

test('a matter for three municipalities goes from the first word to a confirmed outcome, by way of a reopening', async () => {
  const matter = await sent({
    subject: 'Skyltar längs hela vägen',
    places: ['1440', '1441', '1482'],
    sender: { kind: 'not-started', contact: { name: '', email: '', phone: '' }, nameFor: 'all' },
  })
  const coordinator = await signedIn('samordnare')
  await coordinator.visit('/arenden/att-fordela')
  await coordinator.inspect()
  await press(
    coordinator.page,
    coordinator.page
      .locator('article', { hasText: matter.number.toString() })
      .locator('a', { hasText: 'Fördela' }),
  )
  await coordinator.inspect()
  await press(coordinator.page, coordinator.page.locator('main form button'))
  expect(await words(coordinator)).toContain('Välj en kommun som leder')
  await coordinator.inspect()
  await coordinator.page.selectOption('select[name=role-1482]', 'lead')
  await coordinator.page.selectOption('select[name=role-1441]', 'informed')
  await coordinator.page.fill('textarea[name=reason]', 'Kungälv har vägen.')
  await press(coordinator.page, coordinator.page.locator('main form button'))
  await coordinator.visit('/arenden/att-fordela')
  expect(await coordinator.page.locator('article', { hasText: matter.number.toString() }).count()).toBe(0)

  for (const stance of ['noted', 'takes']) {
    const said = await lerum.page.request.post(`${program.origin}${addressOf(matter)}/hallning`, {
      form: { municipality: '1441', stance },
      headers: { origin: program.origin },
      maxRedirects: 0,
    })
    expect(said.status()).toBe(303)
  }
  const stances = await database.ownerDb
    .selectFrom('matterPart')
    .select(['municipality', 'role', 'stance'])
    .where('matterId', '=', matter.id)
    .orderBy('municipality')
    .execute()
  expect(stances.map(({ municipality, role, stance }) => [municipality, role, stance])).toEqual([
    ['1440', 'contributor', null],
    ['1441', 'contributor', 'takes'],
    ['1482', 'lead', null],
  ])
  expect((await readByCompany(matter)).thread.at(-1)?.text).toBe(
    'Kungälv tar hand om ert ärende och svarar er här.',
  )

  // Ale leaves it to Lerum; the company reads nothing of that.
  await ale.visit(`${addressOf(matter)}/lamna-over`)
  await ale.page.locator('select[name=to]').selectOption({ label: 'Lerum' })
  await ale.page.fill('textarea[name=reason]', 'Ingen av skyltarna står i Ale.')
  await press(ale.page, ale.page.locator('main form button'))

  const kungalv = await signedIn('naringslivsansvarig.kungalv')
  await speaks(kungalv, matter, null, { text: 'Vi går igenom hela vägen.' }, 'send')
  await speaks(kungalv, matter, 'Plan', { 'step-1': 'Skyltarna ses över', 'on-1': '2030-01-15' }, 'send')
  await speaks(kungalv, matter, 'Avsluta', { text: 'Skyltarna är uppe.' }, 'close')

  const company = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  await company.visit(`/arende/${matter.key}`)
  expect(await words(company)).not.toContain('Ingen av skyltarna')
  await says(company, 'verdict', { verdict: 'partly' })
  await says(company, 'reopen', { why: 'Den vid bron saknas.' })
  await company.inspect()
  const number = addressOf(matter).split('/').at(-1) ?? ''
  expect(await letterThatSays(kungalv, `[${number}] Företaget har öppnat ärendet igen`)).toContain(
    addressOf(matter),
  )
  await speaks(kungalv, matter, 'Avsluta', { text: 'Nu är den också uppe.' }, 'close')
  await says(company, 'verdict', { verdict: 'solved' })

  const { thread } = await readByCompany(matter)
  expect(thread.map(({ text }) => text).filter((text) => text !== '')).toEqual([
    aMatter.text,
    'Kungälv tar hand om ert ärende och svarar er här.',
    'Vi går igenom hela vägen.',
    expect.stringContaining('15 januari 2030: Skyltarna ses över'),
    'Skyltarna är uppe.',
    'Den vid bron saknas.',
    'Nu är den också uppe.',
  ])
  const end = await database.ownerDb
    .selectFrom('matter')
    .select(['state', 'outcome', 'verdict', 'reopened'])
    .where('id', '=', matter.id)
    .executeTakeFirst()
  expect(end).toEqual({ state: 'closed', outcome: 'solved', verdict: 'solved', reopened: 1 })
})

test('an officer opens a desk, tries a rule on what has come, and saves it', async () => {
  const { page } = lerum
  await lerum.visit('/mottagare/lerum')
  await lerum.inspect()
  await press(page, page.locator('a', { hasText: 'Öppna en mottagare' }))
  await page.fill('input[name=name]', 'Bygglovsenheten')
  await page.locator('select[name=owner]').selectOption({ index: 1 })
  await press(page, page.locator('main form button'))
  await press(page, page.locator('a', { hasText: 'Ändra reglerna' }))
  await press(page, page.locator('button[value=add]'))
  await lerum.inspect()
  await page.check('input[name="topic-1.bygga"]')
  await press(page, page.locator('main form button').first())
  expect(await page.locator('main').textContent()).toContain('Välj vart ärendet ska gå')
  await page.selectOption('select[name=desk-1]', 'bygglovsenheten')
  await press(page, page.locator('main form button').first())
  expect(await page.locator('main').textContent()).toContain('2 hade gått någon annanstans')
  await lerum.inspect()
  await page.fill('textarea[name=why]', 'Bygglov hanteras för sig.')
  await press(page, page.locator('button[value=save]'))
  expect(await page.locator('main').textContent()).toContain('Version 1')
  await lerum.inspect()
})
