import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction, type Context } from '#modules/accounts'
import type { Tx } from '#platform/database/connection.ts'
import { useTestDatabase } from '../../../../tests/database.ts'
import type { NewMatter } from '../core/matter.ts'
import { digestOf } from '../key.ts'
import { aMatter, plantVoice, secret, type Planted, type Who } from '../testing.ts'
import { receiveMatter, type Receipt } from './receive-matter.ts'

const database = useTestDatabase()
let planted: Planted

beforeAll(async () => {
  planted = await plantVoice(database)
})

async function received(matter: Partial<NewMatter> = {}, who: Who = 'visitor'): Promise<Receipt> {
  const outcome = await receiveMatter(planted.context(who), { ...aMatter, ...matter }, { secret })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

const holderOf = ({ key }: Receipt): Context => ({ ...planted.context('visitor'), key: digestOf(key) })

/** What somebody reads of a matter: how many rows in each table. */
async function seen(context: Context, { id }: Receipt): Promise<Record<string, number>> {
  return inTransaction(context, async (tx) => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*)::int from matter where id = ${id}) as facts,
             (select count(*)::int from matter_text where matter_id = ${id}) as words,
             (select count(*)::int from matter_entry where matter_id = ${id}) as entries,
             (select count(*)::int from matter_sender where matter_id = ${id}) as sender,
             (select count(*)::int from audit_entry where subject_id = ${id}) as log`.execute(tx)
    return rows[0] ?? {}
  })
}

const all = { facts: 1, words: 1, entries: 1, sender: 1, log: 1 }
const none = { facts: 0, words: 0, entries: 0, sender: 0, log: 0 }

describe('a matter that a company sends', () => {
  test('goes to the desk where it belongs, and says by when it is answered', async () => {
    const receipt = await received()
    expect(receipt).toMatchObject({
      year: 2026,
      firstWordBy: '2026-11-25',
      planBy: '2026-12-01',
      route: { parts: [{ municipality: '1440', role: 'lead', desk: 'service' }], triage: null },
    })
    expect((await received()).number).toBe(receipt.number + 1)
  })

  test('is read by the town hall that has it, by the coordinator and by whoever holds its key', async () => {
    const receipt = await received()
    expect(await seen(planted.context('officer'), receipt)).toEqual(all)
    expect(await seen(planted.context('coordinator'), receipt)).toEqual(all)
    expect(await seen(holderOf(receipt), receipt)).toEqual({ ...all, log: 0 })
    expect(await seen(planted.context('leader'), receipt)).toEqual({ ...none, facts: 1 })
    for (const who of ['visitor', 'partner', 'neighbour', 'operator'] as const)
      expect(await seen(planted.context(who), receipt)).toEqual(none)
  })

  test('is opened by its own key and no other', async () => {
    const [one, other] = [await received(), await received()]
    expect(await seen(holderOf(other), one)).toEqual(none)
    expect(await seen({ ...holderOf(one), networkId: planted.network.otherId }, one)).toEqual(none)
  })

  test('keeps its sender from those who only contribute, if it asks for that', async () => {
    const sender = { ...aMatter.sender, nameFor: 'answerer' } as NewMatter['sender']
    const receipt = await received({ places: ['1440', '1441'], sender })
    expect(await seen(planted.context('officer'), receipt)).toEqual(all)
    expect(await seen(planted.context('neighbour'), receipt)).toEqual({ ...all, sender: 0 })
    expect(await seen(planted.context('coordinator'), receipt)).toEqual({ ...all, sender: 0 })
  })

  test('without a name goes to the coordinator alone', async () => {
    const receipt = await received({ sender: { kind: 'nameless', contact: { email: '' } } })
    expect(receipt.route).toEqual({ parts: [], triage: 'nameless' })
    expect(await seen(planted.context('coordinator'), receipt)).toEqual(all)
    expect(await seen(planted.context('officer'), receipt)).toEqual(none)
  })

  test('keeps the answers that the topic asks for, and no others', async () => {
    const { id } = await received({ answers: { skede: 'ide', annat: 'x' } })
    const row = await database.ownerDb
      .selectFrom('matter')
      .select('answers')
      .where('id', '=', id)
      .executeTakeFirst()
    expect(row?.answers).toEqual({ skede: 'ide' })
  })

  test('is one matter with all its parts in order when many come at once', async () => {
    const receipts = await Promise.all(Array.from({ length: 20 }, async () => received()))
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(20)
    const companies = await database.ownerDb
      .selectFrom('company')
      .select('id')
      .where('organisationNumber', '=', '5567037485')
      .execute()
    expect(companies).toHaveLength(1)
  })
})

function withCompany(said: object): Partial<NewMatter> {
  const { sender } = aMatter
  if (sender.kind !== 'company') throw new Error('no company sends it')
  return { sender: { ...sender, company: { ...sender.company, ...said } } }
}

describe('a company that is met again', () => {
  test('is not renamed by a stranger who writes its number', async () => {
    await received()
    await received(withCompany({ name: 'Någon annan' }))
    const { rows } = await sql<{
      name: string
    }>`select name from company where organisation_number = '5567037485'`.execute(database.ownerDb)
    expect(rows).toEqual([{ name: 'Plåt och Svets (exempel)' }])
  })

  test('is known by a digest where its number is a person’s, and the number is nowhere', async () => {
    const digits = '12'.repeat(5)
    const number = { digits, isSoleTrader: true }
    await received(withCompany({ name: 'Enskild (exempel)', number }))
    await received(withCompany({ name: 'Enskild (exempel)', number }))
    const { rows } = await sql<{
      text: string
    }>`select company::text as text from company where name like 'Enskild%'`.execute(database.ownerDb)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.text).not.toContain(digits)
  })
})

describe('a matter that an officer writes down', () => {
  const atAle: Partial<NewMatter> = { entrance: '1440', way: 'phone', places: ['1440', '1441'] }

  test('is their own town hall’s and nobody else’s', async () => {
    const receipt = await received(atAle, 'officer')
    expect(receipt.route.parts.map(({ municipality }) => municipality)).toEqual(['1440'])
    expect(await seen(planted.context('officer'), receipt)).toEqual(all)
    for (const who of ['coordinator', 'neighbour', 'visitor'] as const)
      expect(await seen(planted.context(who), receipt)).toEqual(none)
  })

  test.each(['visitor', 'partner', 'neighbour', 'leader', 'coordinator', 'operator'] as const)(
    'is not written down by the %s',
    async (who) => {
      const outcome = await receiveMatter(planted.context(who), { ...aMatter, ...atAle }, { secret })
      expect(outcome).toEqual({ ok: false, refusal: 'not-allowed' })
    },
  )
})

async function counts(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*)::int from matter) as matters, (select count(*)::int from company) as companies,
           (select max(last)::int from matter_count) as last`.execute(database.ownerDb)
  return rows[0]
}

async function breaks(tx: Tx): Promise<void> {
  await sql`select 1 / 0`.execute(tx)
}

describe('what is refused leaves nothing behind', () => {
  test.each([
    ['topic-unknown', { topic: 'ingenting' }],
    ['place-unknown', { places: ['1440', '1280'] }],
  ] as const)('%s', async (refusal, matter) => {
    await received()
    const before = await counts()
    const outcome = await receiveMatter(planted.context('visitor'), { ...aMatter, ...matter }, { secret })
    expect(outcome).toEqual({ ok: false, refusal })
    expect(await counts()).toEqual(before)
  })

  test('and what fails beside it takes it along', async () => {
    const before = await counts()
    const sending = receiveMatter(planted.context('visitor'), aMatter, { secret, besides: breaks })
    await expect(sending).rejects.toThrow('division by zero')
    expect(await counts()).toEqual(before)
  })
})
