import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#modules/accounts'
import { useTestDatabase } from './database.ts'
import { carryOut } from '../src/modules/records/actions/carry-out.ts'
import { confirmDisposal } from '../src/modules/records/actions/confirm-disposal.ts'
import { eraseDetails } from '../src/modules/records/actions/erase-details.ts'
import { exportRegister } from '../src/modules/records/actions/export-register.ts'
import { findHeld } from '../src/modules/records/actions/find-held.ts'
import { sayRetention } from '../src/modules/records/actions/say-retention.ts'
import type { KindId } from '../src/modules/records/kinds.ts'
import { disposalList, retentionsOf } from '../src/modules/records/store.ts'
import { plantTestEvent, secret, type PlantedEvent, type Who } from '../src/modules/roundtable/testing.ts'

const database = useTestDatabase()
/** Half a year after the planted round table. */
const now = new Date('2027-06-10T09:00:00Z')
let planted: PlantedEvent
let company: string
let ended: string
let standing: string
let pool: string

const as = (who: Who, at = now) => planted.context(who, at)
const found = async (who: Who, sought: string, at = now) => {
  const held = await findHeld(as(who, at), { sought, secret, isExtract: false })
  return held.ok ? held.value : []
}
const told = async (who: Who, sought: string, at = now) =>
  (await found(who, sought, at)).map(({ kind, kept }) => `${kind} ${kept ?? 'may go'}`).toSorted()
const say = async (kind: KindId) =>
  sayRetention(
    as('coordinator'),
    { kind, municipality: null },
    { months: 3, decision: 'GR 2027:1', decidedOn: '2027-01-01' },
  )

async function disposed(kind: KindId, who: Who = 'coordinator') {
  await say(kind)
  const seen = await inTransaction(as(who), async (tx) => {
    const rule = (await retentionsOf(tx, null, now)).get(kind)
    const until = rule?.until ?? now
    const list = await disposalList(tx, kind, null, until)
    return {
      list,
      form: {
        rule: rule?.id ?? 0,
        until,
        count: list.filter(({ kept }) => kept === null).length,
        sure: 'on',
      },
    }
  })
  const disposal = await confirmDisposal(as(who), { kind, municipality: null }, seen.form)
  if (!disposal.ok) return seen.list.map(({ kept }) => kept)
  const { db } = database
  const by = as(who).actor?.personId ?? ''
  await carryOut({ db, clock: () => now }, { networkId: planted.network.id, disposal: disposal.value, by })
  return 'done'
}

async function plantNeed(networkId: string, withdrawnAt: Date | null, standsUntil: string): Promise<string> {
  const { id } = await database.ownerDb
    .insertInto('skillNeed')
    .values({
      networkId,
      companyId: company,
      companyName: 'Svets Exempel AB (exempel)',
      concept: null,
      words: 'svetsning',
      field: 'industri',
      people: 2,
      neededBy: '2027-01-01',
      level: 'basic',
      places: ['1440'],
      holdsBack: 'yes',
      way: 'door',
      email: 'svets@example.org',
      digest: Buffer.from(standsUntil),
      saidAt: new Date('2026-12-03T09:00:00Z'),
      saidBy: null,
      standsUntil,
      askedOn: null,
      withdrawnAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

beforeAll(async () => {
  planted = await plantTestEvent(database)
  const { ownerDb } = database
  const networkId = planted.network.id
  const added = await ownerDb
    .insertInto('company')
    .values({
      networkId,
      name: 'Svets Exempel AB (exempel)',
      organisationNumber: null,
      soleTraderDigest: null,
      municipality: null,
      size: null,
      branch: null,
      addedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  company = added.id
  ended = await plantNeed(networkId, new Date('2026-12-20T09:00:00Z'), '2027-01-02')
  standing = await plantNeed(networkId, null, '2027-12-31')
  const made = await ownerDb
    .insertInto('skillPool')
    .values({
      networkId,
      title: 'Svets tillsammans',
      words: 'svetsning',
      field: 'industri',
      madeAt: new Date('2026-12-05T09:00:00Z'),
      endedAt: new Date('2027-01-20T09:00:00Z'),
      outcome: 'Kursen hölls',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  pool = made.id
  await ownerDb
    .insertInto('poolPlace')
    .values({
      networkId,
      poolId: pool,
      companyId: company,
      companyName: 'Svets Exempel AB (exempel)',
      email: 'svets@example.org',
      municipality: '1440',
      seats: 2,
      digest: Buffer.from('p'),
      askedAt: new Date('2026-12-05T09:00:00Z'),
    })
    .execute()
  await ownerDb
    .insertInto('supportFollower')
    .values({
      networkId,
      id: company,
      digest: Buffer.from('f'),
      email: 'svets@example.org',
      locale: 'sv',
      answers: '{}',
      begunAt: now,
    })
    .execute()
  const noteId = 'a0000000-0000-4000-8000-000000000001'
  await ownerDb
    .insertInto('tableNote')
    .values({
      networkId,
      eventId: planted.event,
      id: noteId,
      tableId: '1',
      round: 0,
      questionId: null,
      begunAt: now,
    })
    .execute()
  await ownerDb
    .insertInto('noteText')
    .values({
      networkId,
      noteId,
      id: noteId,
      turn: 1,
      voice: 'company',
      text: 'Company 1 väntar på svets@example.org',
      writtenAt: now,
      receivedAt: now,
    })
    .execute()
  await ownerDb
    .insertInto('auditEntry')
    .values({
      networkId,
      at: now,
      byPerson: null,
      did: 'roundtable.participant-listed',
      subjectKind: 'participant',
      subjectId: planted.idOf('company 1'),
      after: JSON.stringify({ name: 'company 1', criterion: 'x' }),
    })
    .execute()
})

describe('what is held on a person', () => {
  test('is found in round tables, needs, courses together, notes and among followers, by the coordinator', async () => {
    expect(await told('coordinator', 'svets@example.org')).toEqual([
      'follower may go',
      'mention words',
      'need record',
      'need under-way',
      'pooled record',
    ])
    expect(await told('coordinator', 'company.1@example.org')).toEqual(['participant record'])
    expect(await told('coordinator', 'company.1@example.org', new Date('2026-11-28T09:00:00Z'))).toEqual([
      'participant under-way',
    ])
    // Officers know who was invited, and answer for none of it.
    expect(await told('officer', 'company 1')).toEqual(['participant no-right'])
    expect(await told('officer', 'svets@example.org')).not.toContain('follower may go')
  })

  test('is erased where nothing keeps it, by nobody but the coordinator', async () => {
    const follower = (await found('coordinator', 'svets@example.org')).find(({ kind }) => kind === 'follower')
    const items = [
      { kind: 'follower' as const, id: follower?.id ?? '' },
      { kind: 'need' as const, id: standing },
      { kind: 'need' as const, id: ended },
      { kind: 'participant' as const, id: planted.idOf('guest 2') },
      { kind: 'pooled' as const, id: pool },
    ]
    expect(await eraseDetails(as('officer'), items)).toMatchObject({ value: { erased: 0, kept: 5 } })
    expect(await eraseDetails(as('coordinator'), items)).toMatchObject({ value: { erased: 1, kept: 4 } })
    await say('skill-needs')
    await say('event-people')
    expect(await eraseDetails(as('coordinator'), items)).toMatchObject({ value: { erased: 2, kept: 3 } })
    expect(await told('coordinator', 'guest.2@example.org')).toEqual([])
  })
})

test('the register of the network has what came, went and was drawn up; a municipality’s has none of it', async () => {
  const period = { from: new Date('2026-12-01T00:00:00Z'), until: new Date('2027-12-31T00:00:00Z') }
  const own = await exportRegister(as('coordinator'), { ...period, municipality: null })
  expect(own.ok && own.value.map(({ what, direction }) => `${what} ${direction}`)).toEqual([
    'need in',
    'pool out',
  ])
  const theirs = await exportRegister(as('officer'), { ...period, municipality: '1440' })
  expect(theirs.ok && theirs.value).toEqual([])
})

describe('a disposal', () => {
  test('of a round table waits for its promises, and leaves how many came and not who', async () => {
    const { ownerDb } = database
    const promise = {
      networkId: planted.network.id,
      id: 'b0000000-0000-4000-8000-000000000001',
      eventId: planted.event,
      promiserId: planted.idOf('company 1'),
      receiverId: planted.idOf('leader 1'),
      promiserKind: 'company' as const,
      receiverKind: 'leadership' as const,
      shownName: 'company 1',
      what: 'Ringa svets@example.org',
      byDay: '2027-01-10',
      isPublic: true,
      notedAt: now,
      confirmedAt: now,
    }
    await ownerDb
      .insertInto('commitment')
      .values({ ...promise, state: 'confirmed' })
      .execute()
    for (const kind of ['event-people', 'event-notes', 'event-words'] as const)
      expect(await disposed(kind)).toEqual(['promise'])
    await ownerDb.updateTable('commitment').set({ state: 'kept', settledAt: now }).execute()
    const count = async () =>
      (
        await sql<{ kind: string; count: number }>`
        select kind || state as kind, count(*)::int as count from participant group by 1 order by 1`.execute(
          ownerDb,
        )
      ).rows
    const before = await count()
    for (const kind of ['event-people', 'event-notes', 'event-words'] as const)
      expect(await disposed(kind)).toBe('done')
    expect(await count()).toEqual(before)
    const left = await sql<{ all: string }>`
      select concat((select string_agg(p::text, ' ') from participant p), (select string_agg(c::text, ' ') from participant_contact c),
        (select string_agg(n::text, ' ') from note_text n), (select string_agg(c::text, ' ') from commitment c),
        (select string_agg(a::text, ' ') from audit_entry a where subject_kind = 'participant')) as all`.execute(
      ownerDb,
    )
    expect(left.rows[0]?.all).not.toMatch(/company \d|leader \d|example\.org|exempel/)
    expect(await told('coordinator', 'company 1')).toEqual([])
  })

  test('takes needs that stand no more and who was asked about a course, and is nobody else’s', async () => {
    expect(await disposed('skill-needs', 'officer')).toEqual([])
    await disposed('skill-needs')
    expect(await disposed('skill-pools')).toBe('done')
    expect(await told('coordinator', 'svets@example.org')).toEqual(['need under-way'])
    const kept = await database.ownerDb.selectFrom('skillPool').select(['title', 'outcome']).execute()
    expect(kept).toEqual([{ title: 'Svets tillsammans', outcome: 'Kursen hölls' }])
  })
})

test('letters of two days and two occasions are lines of their own in the register', async () => {
  const { ownerDb } = database
  const participantId = planted.idOf('leader 1')
  const sent = (occasion: 'invitation' | 'cancelled' | 'summary', day: string) => ({
    networkId: planted.network.id,
    participantId,
    occasion,
    sentAt: new Date(`${day}T09:00:00Z`),
    sentBy: null,
  })
  await ownerDb
    .insertInto('participantLetter')
    .values([
      sent('invitation', '2028-01-03'),
      sent('invitation', '2028-01-04'),
      sent('cancelled', '2028-01-04'),
      sent('summary', '2028-01-05'),
    ])
    .execute()
  await ownerDb
    .insertInto('eventSummary')
    .values({
      networkId: planted.network.id,
      eventId: planted.event,
      version: 1,
      savedAt: now,
      sentAt: new Date('2028-01-05T09:00:00Z'),
    })
    .execute()
  const period = { from: new Date('2028-01-01T00:00:00Z'), until: new Date('2028-12-31T00:00:00Z') }
  const lines = await exportRegister(as('coordinator'), { ...period, municipality: null })
  const shown = lines.ok ? lines.value : []
  expect(new Set(shown.map(({ number }) => number)).size).toBe(5)
  expect(shown.map(({ what, to }) => [what, 'count' in to ? to.count : 0])).toEqual([
    ['invitation', 1],
    ['invitation', 1],
    ['invitation', 1],
    ['table-notes', 0],
    ['summary', 1],
  ])
})
