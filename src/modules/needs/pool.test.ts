import { beforeAll, describe, expect, test } from 'vitest'
import { asked, form } from '../../../tests/visits.ts'
import { useTestDatabase } from '../../../tests/database.ts'
import { addTestNetwork, addTestPeople, testNow, type TestNetwork } from '../../../tests/people.ts'
import { testSecret } from '../../../tests/server.ts'
import type { Actor } from '#modules/accounts'
import { openYhOutcomes } from '#modules/courses'
import { openConcepts } from '#modules/skills'
import { skillNeedRoutes } from './index.ts'

const database = useTestDatabase()
const routes = skillNeedRoutes({
  secret: testSecret,
  origin: '',
  concepts: openConcepts('data'),
  outcomes: openYhOutcomes('data'),
  ipOf: () => '192.0.2.1',
})
let network: TestNetwork
let people: ReadonlyMap<string, Actor>

const page = async (path: string, who: Actor | null, init?: RequestInit) =>
  asked({ database, network }, who, routes, path, init)
const coordinator = () => people.get('coordinator') ?? null
const companies = ['Alfa', 'Beta', 'Gamma', 'Delta'] as const

beforeAll(async () => {
  network = await addTestNetwork(database)
  people = await addTestPeople(database, network.id)
  const networkId = network.id
  await database.ownerDb
    .insertInto('travelTime')
    .values({ networkId, fromCode: '1440', toCode: '1441', minutes: 30, saidBy: null, saidAt: testNow })
    .execute()
  for (const [at, name] of companies.entries()) {
    const { id: companyId } = await database.ownerDb
      .insertInto('company')
      .values({
        networkId,
        name: `${name} (exempel)`,
        organisationNumber: null,
        soleTraderDigest: null,
        municipality: null,
        size: null,
        branch: null,
        addedAt: testNow,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await database.ownerDb
      .insertInto('skillNeed')
      .values({
        networkId,
        companyId,
        companyName: `${name} (exempel)`,
        concept: null,
        words: 'heta arbeten',
        field: 'wTEr_CBC_bqh',
        people: 3,
        neededBy: '2027-04-01',
        level: 'basic',
        places: [at % 2 === 0 ? '1440' : '1441'],
        holdsBack: 'no',
        way: 'door',
        email: name === 'Delta' ? '' : `${name.toLowerCase()}@example.org`,
        digest: Buffer.from(name),
        saidAt: testNow,
        saidBy: null,
        standsUntil: '2027-05-01',
        askedOn: null,
        withdrawnAt: null,
        confirmedAt: testNow,
      })
      .execute()
  }
})

/** The address in the latest letter to somebody. */
async function lettersTo(
  recipient: string,
): Promise<readonly { readonly subject: string; readonly address: string; readonly body: string }[]> {
  const rows = await database.ownerDb
    .selectFrom('mailMessage')
    .select(['subject', 'body'])
    .where('recipient', '=', recipient)
    .orderBy('createdAt')
    .execute()
  return rows.map(({ subject, body }) => ({
    subject,
    body,
    address: /\/kompetensbehov\/\S+/.exec(body)?.[0] ?? '',
  }))
}

const start = async (who: Actor | null, changed: Readonly<Record<string, string>> = {}) => {
  const units = await database.ownerDb
    .selectFrom('skillNeed')
    .select('companyId')
    .where('networkId', '=', network.id)
    .execute()
  const ticked = Object.fromEntries(
    units.map(({ companyId }) => [`need:${companyId} own:heta arbeten`, 'on']),
  )
  const fields = {
    skill: 'own:heta arbeten',
    place: '1440',
    title: 'Heta arbeten',
    'day-1': '2027-02-01',
    'day-2': '2027-02-08',
    ...ticked,
  }
  return page('/kompetensbehov/tillsammans', who, form({ ...fields, ...changed }))
}

describe('a course together', () => {
  let pool = ''
  const keys = new Map<string, string>()
  const look = async (name: string) => (await page(keys.get(name) ?? '', null)).text
  const press = async (fields: Readonly<Record<string, string>>) => page(pool, coordinator(), form(fields))

  test('is proposed with its reasons, to the coordinator alone', async () => {
    for (const who of ['partner', 'officer', 'leader', 'operator'])
      expect((await page('/kompetensbehov/tillsammans', people.get(who) ?? null)).status).toBe(403)
    const { text } = await page('/kompetensbehov/tillsammans', coordinator())
    expect(text).toContain('4 företag i 2 kommuner behöver samma sak: 12 platser')
  })

  test('is asked for, by letters that tell of no other', async () => {
    expect((await start(people.get('officer') ?? null)).status).toBe(403)
    const wrong = await start(coordinator(), { 'day-1': '', 'day-2': '', title: '' })
    expect([wrong.status, wrong.text.includes('Skriv minst en dag.')]).toEqual([422, true])
    expect((await start(coordinator(), { 'day-1': '2020-01-01' })).text).toContain(
      'Välj dagar som inte har varit.',
    )
    expect(await lettersTo('alfa@example.org')).toEqual([])
    const { to } = await start(coordinator())
    pool = to.split('?')[0] ?? ''
    for (const name of ['alfa', 'beta', 'gamma']) {
      const [letter] = await lettersTo(`${name}@example.org`)
      keys.set(name, letter?.address ?? '')
      expect(letter?.body.split('Svara med')[0]).not.toMatch(/Alfa|Beta|Gamma|Delta|4|fyra/)
    }
    expect((await page(pool, coordinator())).text).toContain('Adress att lämna över')
  })

  test('before it is open nobody sees anybody, whatever they answered, also not by a count', async () => {
    const before = await look('beta')
    expect((await page(keys.get('alfa') ?? '', null, form({ do: 'yes', seats: '0' }))).status).toBe(422)
    await page(
      keys.get('alfa') ?? '',
      null,
      form({ do: 'yes', seats: '2', 'day:2027-02-08': 'on', 'day:1999-01-01': 'on' }),
    )
    expect(await look('beta')).toBe(before)
    expect(await look('alfa')).not.toMatch(/Beta|Gamma|Delta/)
    expect((await press({ do: 'open' })).text).toContain('Minst två företag måste ha sagt ja')
    await page(keys.get('beta') ?? '', null, form({ do: 'yes', seats: '4', 'day:2027-02-08': 'on' }))
    await page(keys.get('gamma') ?? '', null, form({ do: 'no' }))
  })

  test('once open, those who said yes see each other; who said no or nothing sees and is seen by nobody', async () => {
    expect((await press({ do: 'open' })).status).toBe(303)
    expect(await look('alfa')).toContain('Beta (exempel)')
    expect(await look('alfa')).not.toMatch(/Gamma|Delta/)
    expect(await look('gamma')).not.toMatch(/Alfa|Beta|Delta/)
    expect(await lettersTo('gamma@example.org')).toHaveLength(1)
    expect((await press({ do: 'open' })).text).toContain('ett annat steg är redan taget')
  })

  test('a provider is told of seats and days, offers, and is chosen; what came of it is kept', async () => {
    expect((await press({ do: 'invite', provider: '', email: 'x' })).text).toContain(
      'Skriv anordnarens namn.',
    )
    await press({ do: 'invite', provider: 'Provskolan (exempel)', email: 'skola@example.org' })
    const [invited] = await lettersTo('skola@example.org')
    const own = (await page(invited?.address ?? '', null)).text
    expect(own).toContain('De behöver 6 platser.')
    expect(own).not.toMatch(/Alfa|Beta/)
    expect((await page(invited?.address ?? '', null, form({ words: '', price: '' }))).status).toBe(422)
    await page(
      invited?.address ?? '',
      null,
      form({ words: 'En dag i Ale', price: '2 000 kr, företaget', onDay: '2027-02-08' }),
    )
    const shown = await page(pool, coordinator())
    expect(shown.text).toContain('En dag i Ale')
    const offer = /name="offer" value="([^"]+)"/.exec(shown.text)?.[1] ?? ''
    expect((await press({ do: 'decide', offer: 'x', heldOn: '2027-02-08' })).text).toContain(
      'Välj ett av erbjudandena.',
    )
    await press({ do: 'decide', offer, heldOn: '2027-02-08' })
    expect((await page(keys.get('alfa') ?? '', null)).text).toContain('8 februari 2027')
    expect((await lettersTo('skola@example.org')).map(({ subject }) => subject)).toContain(
      'Ert erbjudande är valt: Heta arbeten',
    )
    expect((await press({ do: 'end', outcome: '', seatsFilled: 'x' })).text).toContain('Skriv vad det blev.')
    await press({ do: 'end', outcome: 'Alla gick', seatsFilled: '6' })
    expect((await page(pool, coordinator())).text).toContain('6 gick kursen')
    expect(await lettersTo('alfa@example.org')).toHaveLength(3)
  })
})
