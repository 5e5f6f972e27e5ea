import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction, type Context } from '#modules/accounts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { testNow } from '../../../../tests/people.ts'
import type { NewMatter } from '../core/matter.ts'
import { digestOf } from '../key.ts'
import { notesOf } from '../note-store.ts'
import { serviceFigures } from '../rating-store.ts'
import { mattersLike } from '../similar-store.ts'
import { aMatter, plantVoice, secret, type Planted, type Who } from '../testing.ts'
import { entriesOf } from '../entry-store.ts'
import { matterWith } from '../thread-store.ts'
import { addNote } from './add-note.ts'
import { closeMatter } from './close-matter.ts'
import { joinMatter, unjoinMatter } from './join-matters.ts'
import { keepEntry } from './keep-entry.ts'
import { markSecret } from './mark-secret.ts'
import { openMatter } from './open-matter.ts'
import { rateService } from './rate-service.ts'
import { receiveMatter, type Receipt } from './receive-matter.ts'
import { saveTemplate } from './save-template.ts'
import { sendEntry } from './send-entry.ts'
import type { ToCompany } from './speak.ts'

const database = useTestDatabase()
let planted: Planted
let receipt: Receipt

beforeAll(async () => {
  planted = await plantVoice(database)
})
beforeEach(async () => {
  receipt = await received()
})

const as = (who: Who, now?: Date) => planted.context(who, now)
const both: Partial<NewMatter> = { places: ['1440', '1441'] }

async function received(matter: Partial<NewMatter> = {}): Promise<Receipt> {
  const outcome = await receiveMatter(as('visitor'), { ...aMatter, ...matter }, { secret })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

const toCompany: ToCompany = {
  secret,
  write: ({ text, key, matter, from }) => ({
    subject: `[${matter.year}-${matter.number}]`,
    body: `${text} ${key} ${from.person} ${from.desk} ${from.municipality}`,
  }),
}

async function lastOf(id: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select max(id)::int as last from matter_entry where matter_id = ${id} and state = 'sent'`.execute(
    database.ownerDb,
  )
  return rows[0]?.last ?? 0
}

type Asked = Partial<{ text: string; asks: boolean; way: 'page' | 'phone'; last: number; draft: number }>

async function say(context: Context, { id }: Receipt, asked: Asked = {}) {
  const { text = 'Vi ringer i dag.', asks = false, way = 'page', draft = 0 } = asked
  const seen = { draft, last: asked.last ?? (await lastOf(id)) }
  return sendEntry(context, id, { kind: 'message', text, asks, way, seen }, toCompany)
}

async function close(context: Context, { id }: Receipt) {
  const seen = { draft: 0, last: await lastOf(id) }
  return closeMatter(context, id, { outcome: 'partly', law: null, text: 'Så blev det.', seen }, toCompany)
}

const matterOf = async ({ id }: Receipt) => inTransaction(as('officer'), (tx) => matterWith(tx, { id }))
const threadOf = async ({ id }: Receipt) => inTransaction(as('officer'), (tx) => entriesOf(tx, id))

async function letters(): Promise<readonly { readonly subject: string; readonly body: string }[]> {
  return database.ownerDb.selectFrom('mailMessage').select(['subject', 'body']).orderBy('createdAt').execute()
}

async function counts(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*)::int from matter_entry) as entries, (select count(*)::int from mail_message) as letters,
           (select count(*)::int from matter_note) as notes, (select count(*)::int from audit_entry) as log`.execute(
    database.ownerDb,
  )
  return rows[0]
}

describe('an answer', () => {
  test('is the first word, stands in the thread and goes to the company with its private address', async () => {
    expect(await say(as('officer'), receipt, { text: 'Hej {företag}, {ärende}.' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await matterOf(receipt)).toMatchObject({ firstWordAt: testNow, state: 'open' })
    const text = `Hej Plåt och Svets (exempel), 2026-${receipt.number}.`
    expect((await threadOf(receipt)).at(-1)).toMatchObject({
      text,
      side: 'town-hall',
      municipality: '1440',
      state: 'sent',
      sentAt: testNow,
    })
    const letter = (await letters()).find(({ subject }) => subject === `[2026-${receipt.number}]`)
    expect(letter?.body).toBe(`${text} ${receipt.key} officer 1440 (exempel) Näringslivsservice Ale`)
  })

  test('that asks the company has the matter wait; the first word stays the first', async () => {
    const later = new Date('2026-11-25T09:00:00Z')
    await say(as('officer'), receipt)
    await say(as('officer', later), receipt, { asks: true })
    expect(await matterOf(receipt)).toMatchObject({
      state: 'waiting',
      waitingSince: later,
      firstWordAt: testNow,
    })
  })

  test('goes on with the draft that a town hall has begun, and takes it out of the drafts', async () => {
    const seen = { draft: 0, last: 0 }
    const draft = { kind: 'message', text: 'Utkast', steps: null, seen } as const
    expect(await keepEntry(as('officer'), receipt.id, { ...draft, state: 'draft' })).toEqual({
      ok: true,
      value: 1,
    })
    expect(await keepEntry(as('officer'), receipt.id, { ...draft, state: 'finished' })).toEqual({
      ok: true,
      value: 2,
    })
    expect((await threadOf(receipt)).at(-1)).toMatchObject({ state: 'finished', finishedAt: testNow })
    await say(as('officer'), receipt, { draft: 2 })
    expect((await threadOf(receipt)).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  test('is not sent unread of what was said meanwhile', async () => {
    await say(as('officer'), receipt)
    const before = await counts()
    expect(await say(as('officer'), receipt, { last: 1 })).toEqual({ ok: false, refusal: 'thread-moved' })
    expect(await counts()).toEqual(before)
  })

  test.each(['visitor', 'partner', 'neighbour', 'leader', 'operator'] as const)(
    'of the %s is none',
    async (who) => {
      const before = await counts()
      expect((await say(as(who), receipt)).ok).toBe(false)
      expect((await close(as(who), receipt)).ok).toBe(false)
      expect((await addNote(as(who), receipt.id, { text: 'x', audience: 'own' })).ok).toBe(false)
      expect(await counts()).toEqual(before)
    },
  )

  test('is the coordinator’s while nobody leads', async () => {
    const unsure = await received({ placeKind: 'unsure', places: [] })
    expect((await say(as('coordinator'), receipt)).ok).toBe(false)
    expect((await say(as('officer'), unsure)).ok).toBe(false)
    expect((await say(as('coordinator'), unsure)).ok).toBe(true)
  })

  test('of two who write at once the second is told', async () => {
    const last = await lastOf(receipt.id)
    const outcomes = await Promise.all([
      say(as('officer'), receipt, { last }),
      say(as('officer'), receipt, { last }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

test('a plan has days, and the next one is waited for until something is said of it', async () => {
  const steps = [
    { on: '2026-12-10', text: 'Möte' },
    { on: '2026-12-01', text: 'Besked' },
  ]
  const seen = { draft: 0, last: await lastOf(receipt.id) }
  await sendEntry(as('officer'), receipt.id, { kind: 'plan', text: 'Så här:', steps, seen }, toCompany)
  expect(await matterOf(receipt)).toMatchObject({ plannedAt: testNow, stepBy: '2026-12-01' })
  expect((await threadOf(receipt)).at(-1)?.text).toBe(
    'Så här:\n\n– 1 december 2026: Besked\n– 10 december 2026: Möte',
  )
  await say(as('officer', new Date('2026-12-01T09:00:00Z')), receipt)
  expect(await matterOf(receipt)).toMatchObject({ stepBy: '2026-12-10' })
})

describe('a closed matter', () => {
  test('has an outcome, and takes no second one', async () => {
    await close(as('officer'), receipt)
    expect(await matterOf(receipt)).toMatchObject({ state: 'closed', outcome: 'partly', closedAt: testNow })
    const before = await counts()
    expect(await close(as('officer'), receipt)).toEqual({ ok: false, refusal: 'matter-closed' })
    expect(await counts()).toEqual(before)
  })

  test('is rated by the company, and few answers are shown to nobody', async () => {
    const meanOf = async () =>
      (await inTransaction(as('officer'), serviceFigures)).find(({ factor }) => factor === 'treatment')
    for (let rated = 1; rated <= 5; rated += 1) {
      const one = await received()
      const holder = { ...as('visitor'), key: digestOf(one.key) }
      expect(await rateService(holder, { treatment: 4 })).toEqual({ ok: false, refusal: 'not-closed' })
      await close(as('officer'), one)
      // Whoever presses again has changed their mind.
      for (const treatment of [1, rated === 5 ? 5 : 4])
        expect(await rateService(holder, { treatment })).toEqual({ ok: true, value: null })
      expect((await meanOf())?.mean ?? 0).toBeCloseTo(rated < 5 ? 0 : 4.2)
    }
    expect(await inTransaction(as('neighbour'), serviceFigures)).toEqual([])
    expect(await rateService(as('visitor'), { treatment: 4 })).toEqual({
      ok: false,
      refusal: 'matter-unknown',
    })
  })
})

test('a note is its own town hall’s, or shared with all who have a part', async () => {
  const shared = await received(both)
  await addNote(as('neighbour'), shared.id, { text: 'eget', audience: 'own' })
  await addNote(as('neighbour'), shared.id, { text: 'delat', audience: 'parts' })
  const readBy = async (context: Context) =>
    (await inTransaction(context, (tx) => notesOf(tx, shared.id))).map(({ text }) => text)
  expect(await readBy(as('neighbour'))).toEqual(['delat', 'eget'])
  expect(await readBy(as('officer'))).toEqual(['delat'])
  expect(await readBy({ ...as('visitor'), key: digestOf(shared.key) })).toEqual([])
})

test('a matter is marked as secret and unmarked, with a trace', async () => {
  await markSecret(as('officer'), receipt.id, 'OSL 31 kap. 16 §')
  expect(await matterOf(receipt)).toMatchObject({ secrecy: 'OSL 31 kap. 16 §' })
  await markSecret(as('officer'), receipt.id, null)
  expect(await matterOf(receipt)).toMatchObject({ secrecy: null })
  expect(await markSecret(as('neighbour'), receipt.id, 'x')).toEqual({ ok: false, refusal: 'matter-unknown' })
})

describe('two matters that are answered together', () => {
  test('have each their own thread, and each company its own letter', async () => {
    const other = await received({ subject: 'Samma sak' })
    expect(await joinMatter(as('officer'), other.id, receipt)).toEqual({ ok: true, value: null })
    await say(as('officer'), receipt, { text: 'Till {ärende}.' })
    for (const one of [receipt, other])
      expect((await threadOf(one)).at(-1)?.text).toBe(`Till 2026-${one.number}.`)
    const before = await counts()
    expect(await say(as('officer'), receipt, { text: 'Till Plåt och svets (exempel).' })).toEqual({
      ok: false,
      refusal: 'names-company',
    })
    expect(await counts()).toEqual(before)
    await unjoinMatter(as('officer'), other.id)
    await say(as('officer'), receipt)
    expect(await threadOf(other)).toHaveLength(2)
  })

  test('are spoken in by the same town hall, and joined in one step', async () => {
    const [other, third] = [await received(), await received()]
    const elsewhere = await received({
      places: ['1441'],
      sender: { ...aMatter.sender, kind: 'not-started' } as NewMatter['sender'],
    })
    const join = async (one: Receipt, to: { year: number; number: number }) => {
      const done = await joinMatter(as('officer'), one.id, to)
      return done.ok ? 'done' : done.refusal
    }
    expect(await join(receipt, receipt)).toBe('same-matter')
    expect(await join(receipt, elsewhere)).toBe('other-unknown')
    expect(await join(receipt, { year: 2026, number: 99_999 })).toBe('other-unknown')
    expect(await join(receipt, other)).toBe('done')
    expect(await join(third, receipt)).toBe('other-joined')
    expect(await join(other, third)).toBe('others-joined')
    await close(as('officer'), third)
    expect(await join(await received(), third)).toBe('other-closed')
    expect(await joinMatter(as('coordinator'), receipt.id, third)).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
  })
})

test('that somebody reads a matter is noted once a day', async () => {
  const read = async (now: Date) => openMatter(as('officer', now), receipt, async () => 'read')
  for (const time of ['2026-11-24T08:00:00Z', '2026-11-24T22:30:00Z', '2026-11-24T23:30:00Z'])
    expect(await read(new Date(time))).toBe('read')
  const noted = await database.ownerDb
    .selectFrom('matterAccess')
    .select('at')
    .where('matterId', '=', receipt.id)
    .execute()
  expect(noted).toHaveLength(2)
  expect(await openMatter(as('neighbour'), receipt, async () => 'read')).toBeNull()
})

test('templates are a municipality’s own', async () => {
  const template = { name: 'Hej', text: 'Hej {företag}' }
  expect(await saveTemplate(as('neighbour'), '1440', null, template)).toEqual({
    ok: false,
    refusal: 'not-allowed',
  })
  expect((await saveTemplate(as('officer'), '1440', null, template)).ok).toBe(true)
  const seen = async (who: Who) =>
    inTransaction(as(who), (tx) => tx.selectFrom('answerTemplate').select(['id', 'name']).execute())
  const [kept] = await seen('officer')
  expect(await seen('neighbour')).toEqual([])
  await saveTemplate(as('officer'), '1440', kept?.id ?? '', { ...template, name: 'Annat' })
  expect((await seen('officer')).map(({ name }) => name)).toEqual(['Annat'])
})

test('matters that speak of the same thing are found, among those that one reads', async () => {
  const asked = { subject: 'Lagerhallens byggnadslov', text: 'När kommer beslutet om lagerhallar?' }
  const like = async (who: Who) => inTransaction(as(who), (tx) => mattersLike(tx, asked, 50))
  expect(await like('officer')).toContain(receipt.id)
  for (const who of ['neighbour', 'leader', 'partner', 'visitor'] as const)
    expect(await like(who)).not.toContain(receipt.id)
})
