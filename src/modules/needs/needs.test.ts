import { beforeAll, describe, expect, test } from 'vitest'
import { asked, form } from '../../../tests/visits.ts'
import { useTestDatabase } from '../../../tests/database.ts'
import { addTestNetwork, addTestPeople, testNow, type TestNetwork } from '../../../tests/people.ts'
import { testSecret } from '../../../tests/server.ts'
import type { Actor } from '#modules/accounts'
import { openYhOutcomes } from '#modules/courses'
import { openConcepts } from '#modules/skills'
import { askAgain } from './actions/ask-again.ts'
import { tellDemandOf } from './actions/tell-demand.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { skillNeedRoutes } from './index.ts'

const database = useTestDatabase()
const concepts = openConcepts('data')
const routes = skillNeedRoutes({
  secret: testSecret,
  origin: 'https://example.org',
  concepts,
  outcomes: openYhOutcomes('data'),
  ipOf: () => '192.0.2.1',
})
let network: TestNetwork
let people: ReadonlyMap<string, Actor>

beforeAll(async () => {
  network = await addTestNetwork(database)
  people = await addTestPeople(database, network.id)
})

const welding = 'wTEr_CBC_bqh'
const need = {
  skill: 'Gaffeltruck',
  field: welding,
  people: '3',
  within: '6',
  level: 'working',
  holdsBack: 'yes',
  'municipality-1440': 'on',
  email: 'hr@example.org',
  company: 'Provbolaget (exempel)',
  number: '556036-0793',
}

const page = async (path: string, who: Actor | null = null, init?: RequestInit) =>
  asked({ database, network }, who, routes, path, init)
const stored = async () =>
  database.ownerDb.selectFrom('skillNeed').selectAll().where('networkId', '=', network.id).execute()

const later = (days: number) => () => new Date(testNow.getTime() + days * 86_400_000)

describe('a company says what it lacks', () => {
  test('in words that are no concept: it is asked what it means, and may keep its own words', async () => {
    const truck = await page('/kompetensbehov/nytt', null, form({ ...need, skill: 'svettsning' }))
    expect([truck.status, await stored()]).toEqual([422, []])
    expect(truck.text).toContain('Menar ni någon av de här?')
    expect(truck.text).toContain('value="own"')
    const own = { ...need, skill: 'svettsning', meantBy: 'svettsning', concept: 'own' }
    expect((await page('/kompetensbehov/nytt', null, form(own))).status).toBe(303)
    const [kept] = await stored()
    expect([kept?.concept, kept?.words, kept?.way]).toEqual([null, 'svettsning', 'door'])
  })

  test('too much and too little is said at each field, what was typed stands there, and nothing is kept', async () => {
    const before = (await stored()).length
    const long = 'svets '.repeat(2000)
    const wrong = { skill: long, people: '-3', number: '556036-0794', email: 'nobody' }
    const { status, text } = await page('/kompetensbehov/nytt', null, form(wrong))
    expect(status).toBe(422)
    for (const sentence of [
      'Skriv en kompetens i taget',
      'som ett heltal',
      'stämmer inte',
      'minst en kommun',
    ])
      expect(text).toContain(sentence)
    expect(text).toContain(long.trim().slice(0, 500))
    for (const unknown of [{ field: 'x' }, { 'municipality-9999': 'on' }])
      expect((await page('/kompetensbehov/nytt', null, form({ ...need, ...unknown }))).status).toBe(422)
    expect((await stored()).length).toBe(before)
  })

  test('its private address shows, changes, renews and takes it back; nobody else’s does', async () => {
    const { to } = await page('/kompetensbehov/nytt', null, form(need))
    const address = to.split('?')[0] ?? ''
    expect((await page(to)).text).toContain('Tack! Behovet är sparat.')
    expect((await page(`${address.slice(0, -1)}x`)).status).toBe(404)
    const changed = await page(address, null, form({ ...need, do: 'change', people: '9' }))
    expect(changed.to).toBe(`${address}?saved=changed`)
    expect((await page(address, null, form({ ...need, do: 'change', people: 'många' }))).text).toContain(
      'många',
    )
    await page(address, null, form({ do: 'renew' }))
    expect((await page(address)).text).toContain('26 maj 2027')
    await page(address, null, form({ do: 'withdraw' }))
    const withdrawn = (await stored()).find(({ withdrawnAt }) => withdrawnAt !== null)
    expect([withdrawn?.people, withdrawn?.email]).toEqual([9, ''])
    expect((await page(address, null, form({ do: 'renew' }))).to).toBe(address)
    expect((await page(address)).text).toContain('Behovet är tillbakataget')
  })

  test('before it lapses one letter asks; not renewed it says so and falls out', async () => {
    const { to } = await page('/kompetensbehov/nytt', null, form({ ...need, email: 'fraga@example.org' }))
    const letters = async () =>
      (
        await database.ownerDb
          .selectFrom('mailMessage')
          .select('subject')
          .where('recipient', '=', 'fraga@example.org')
          .execute()
      ).map(({ subject }) => subject)
    const parts = { ...database, secret: testSecret, write: () => ({ subject: 'kvar?', body: '' }) }
    await askAgain({ ...parts, db: database.db, queueDb: database.queueDb, clock: later(100) })
    expect(await letters()).toEqual(['Ert kompetensbehov är sparat'])
    for (const days of [170, 171])
      await askAgain({ ...parts, db: database.db, queueDb: database.queueDb, clock: later(days) })
    expect(await letters()).toEqual(['Ert kompetensbehov är sparat', 'kvar?'])
    await database.ownerDb
      .updateTable('skillNeed')
      .set({ standsUntil: '2026-11-01' })
      .where('email', '=', 'fraga@example.org')
      .execute()
    expect((await page(to.split('?')[0] ?? '')).text).toContain('Behovet har fallit ur')
  })
})

const confirmed = async () =>
  (await stored()).find(({ email }) => email === 'ja@example.org')?.confirmedAt ?? null

describe('what a stranger says under a company’s number', () => {
  test('is the company’s once its letter has been answered; its own address alone does not say so', async () => {
    const fields = { ...need, skill: 'CNC-programmering', number: '556703-7485', email: 'ja@example.org' }
    const { to } = await page('/kompetensbehov/nytt', null, form(fields))
    const address = to.split('?')[0] ?? ''
    await page(address, null, form({ do: 'renew', letter: 'x'.repeat(43) }))
    await page(address, null, form({ do: 'renew' }))
    expect([await confirmed(), (await page(address)).text.includes('Vi har skickat ett brev')]).toEqual([
      null,
      true,
    ])
    const { body } = await database.ownerDb
      .selectFrom('mailMessage')
      .select('body')
      .where('recipient', '=', 'ja@example.org')
      .executeTakeFirstOrThrow()
    const code = /letter=([\w-]{43})/.exec(body)?.[1] ?? ''
    expect((await page(`${address}?letter=${code}`)).text).toContain('Ja, behovet är vårt')
    await page(address, null, form({ do: 'renew', letter: code }))
    expect(await confirmed()).toEqual(testNow)
  })

  test('is told to who works with the companies, and counts once, where another has said something too', async () => {
    const fields = { ...need, skill: 'CNC-programmering', number: '556703-7485', email: 'annan@example.org' }
    await page('/kompetensbehov/nytt', null, form(fields))
    const { text } = await page('/kompetensbehov/alla', people.get('coordinator') ?? null)
    expect(text).toContain('flera avsändare')
    expect(text.match(/CNC-programmering/g)).toHaveLength(1)
  })
})

describe('somebody writes down what a company said', () => {
  const down = { ...need, skill: 'MIG-svetsning', email: '', way: 'visit' }

  test.each(['visitor', 'partner', 'leader', 'operator'])('not a %s', async (who) => {
    const before = (await stored()).length
    const actor = people.get(who) ?? null
    expect((await page('/kompetensbehov/alla/nytt', actor, form(down))).status).toBe(403)
    expect((await page('/kompetensbehov/alla', actor)).status).toBe(403)
    expect((await stored()).length).toBe(before)
  })

  test('an officer does; with what the company says itself it is one need with both ways', async () => {
    const officer = people.get('officer') ?? null
    expect((await page('/kompetensbehov/alla/nytt', officer, form(down))).to).toBe(
      '/kompetensbehov/alla?saved',
    )
    await page('/kompetensbehov/nytt', null, form({ ...down, people: '5', way: '' }))
    const { text } = await page('/kompetensbehov/alla', officer)
    expect(text).toContain('Företaget självt, Vid ett besök')
    expect(text.match(/MIG-svetsning/g)).toHaveLength(1)
    expect((await page('/kompetensbehov/alla', people.get('neighbour') ?? null)).text).not.toContain(
      'MIG-svetsning',
    )
    expect((await page('/kompetensbehov/alla', people.get('coordinator') ?? null)).text).toContain(
      'MIG-svetsning',
    )
  })
})

test('the demand is told in batches of five and more, on the days when it is frozen', async () => {
  const { otherId } = network
  await database.ownerDb
    .insertInto('company')
    .values(
      Array.from({ length: 6 }, (_, at) => ({
        networkId: otherId,
        name: `Bolag ${at} (exempel)`,
        municipality: '1280',
        addedAt: testNow,
      })) as never,
    )
    .execute()
  const companies = await database.ownerDb
    .selectFrom('company')
    .select('id')
    .where('networkId', '=', otherId)
    .execute()
  const add = async (ids: readonly string[]) =>
    database.ownerDb
      .insertInto('skillNeed')
      .values(
        ids.map((companyId, at) => ({
          networkId: otherId,
          companyId,
          companyName: 'x',
          concept: null,
          words: 'svets',
          field: welding,
          people: 2,
          neededBy: '2027-03-01',
          level: 'basic' as const,
          places: ['1280'],
          holdsBack: 'yes' as const,
          way: 'door' as const,
          digest: Buffer.from(`${companyId}${at}`),
          saidAt: testNow,
          saidBy: null,
          standsUntil: '2027-05-01',
          askedOn: null,
          withdrawnAt: null,
          confirmedAt: testNow,
        })),
      )
      .execute()
  const batches = async () =>
    database.ownerDb
      .selectFrom('demandBatch')
      .select(['told', 'companies', 'people', 'endedOn'])
      .where('networkId', '=', otherId)
      .execute()
  await add(companies.slice(0, 4).map(({ id }) => id))
  const day = dayOf(testNow)
  await tellDemandOf(database.queueDb, otherId, day)
  expect(await batches()).toEqual([])
  await add(companies.slice(4).map(({ id }) => id))
  await tellDemandOf(database.queueDb, otherId, day)
  expect(await batches()).toEqual([])
  await tellDemandOf(database.queueDb, otherId, addDays(day, 90))
  const first = {
    told: [[welding, 'own:svets'], ['1280'], ['2027-1']],
    companies: 6,
    people: 10,
    endedOn: null,
  }
  expect(await batches()).toEqual([first])
  await database.ownerDb
    .updateTable('skillNeed')
    .set({ withdrawnAt: testNow })
    .where('networkId', '=', otherId)
    .where(
      'companyId',
      'in',
      companies.slice(0, 2).map(({ id }) => id),
    )
    .execute()
  await tellDemandOf(database.queueDb, otherId, addDays(day, 120))
  expect(await batches()).toEqual([{ ...first, endedOn: addDays(day, 120) }])
  const shown = await page('/kompetensbehov')
  expect(shown.text).toContain('Ännu inga siffror')
  expect((await page('/kompetensbehov/data.csv')).status).toBe(200)
})
