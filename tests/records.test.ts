import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#modules/accounts'
import { useTestDatabase } from './database.ts'
import { waitingJobs } from './people.ts'
import { askErasure } from '../src/modules/matters/actions/ask-erasure.ts'
import { receiveMatter } from '../src/modules/matters/actions/receive-matter.ts'
import { digestOf } from '../src/modules/matters/key.ts'
import { openErasures } from '../src/modules/matters/erasure-store.ts'
import { aMatter, plantVoice, secret, type Planted, type Who } from '../src/modules/matters/testing.ts'
import { answerRequest } from '../src/modules/records/actions/answer-request.ts'
import { carryOut } from '../src/modules/records/actions/carry-out.ts'
import { confirmDisposal } from '../src/modules/records/actions/confirm-disposal.ts'
import { eraseDetails } from '../src/modules/records/actions/erase-details.ts'
import { exportRegister } from '../src/modules/records/actions/export-register.ts'
import { findHeld } from '../src/modules/records/actions/find-held.ts'
import { hold } from '../src/modules/records/actions/hold.ts'
import { sayRetention } from '../src/modules/records/actions/say-retention.ts'
import { recordKinds, type KindId } from '../src/modules/records/kinds.ts'
import { letterOfErasure } from '../src/modules/records/pages/letters.ts'
import { disposalList, disposalWith, retentionsOf } from '../src/modules/records/store.ts'

const database = useTestDatabase()
const now = new Date('2026-12-02T09:00:00Z')
const ale = '1440'
let planted: Planted
let matter: Awaited<ReturnType<typeof received>>

const as = (who: Who, at = now) => planted.context(who, at)

async function received(said: Partial<typeof aMatter> = {}) {
  const outcome = await receiveMatter(
    as('visitor', new Date('2026-01-12T09:00:00Z')),
    { ...aMatter, ...said },
    { secret },
  )
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

async function closed(id: string, at = '2026-02-02T09:00:00Z'): Promise<void> {
  await database.ownerDb
    .updateTable('matter')
    .set({ state: 'closed', outcome: 'solved', closedAt: new Date(at) })
    .where('id', '=', id)
    .execute()
}

const decided = { months: 6, decision: 'KS 2026:12', decidedOn: '2026-01-01' }
const say = async (kind: KindId, form: Partial<typeof decided> = {}, who: Who = 'coordinator', of = ale) =>
  sayRetention(as(who), { kind, municipality: of }, { ...decided, ...form })

async function dryRun(kind: KindId, who: Who = 'officer', of = ale) {
  return inTransaction(as(who), async (tx) => {
    const rule = (await retentionsOf(tx, of, now)).get(kind)
    const list = rule?.until ? await disposalList(tx, kind, of, rule.until) : []
    const seen = {
      rule: rule?.id ?? 0,
      until: rule?.until ?? now,
      count: list.filter(({ kept }) => kept === null).length,
    }
    return { list, seen }
  })
}

async function confirmed(kind: KindId, who: Who = 'officer', of = ale) {
  const { seen } = await dryRun(kind, of === ale ? 'officer' : who, of)
  return confirmDisposal(as(who), { kind, municipality: of }, { ...seen, sure: 'on' })
}

async function carriedOut(disposal: string, who: Who = 'officer'): Promise<void> {
  const { db } = database
  const by = as(who).actor?.personId ?? ''
  await carryOut({ db, clock: () => now }, { networkId: planted.network.id, disposal, by })
}

const countOf = async (table: 'matter' | 'matterText' | 'matterEntry' | 'matterSender' | 'matterKey') =>
  (
    await database.ownerDb
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** What is counted of matters, whatever is disposed of. */
async function facts() {
  return database.ownerDb
    .selectFrom('matter')
    .select(['id', 'topicId', 'size', 'branch', 'outcome', 'readers', 'receivedAt', 'closedAt'])
    .orderBy('number')
    .execute()
}

beforeAll(async () => {
  planted = await plantVoice(database)
})

beforeEach(async () => {
  await sql`truncate matter, matter_count, retention_rule, mail_message cascade`.execute(database.ownerDb)
  matter = await received()
})

describe('how long records are kept', () => {
  test('is written down by the coordinator alone, and nothing goes without it', async () => {
    await closed(matter.id)
    expect((await dryRun('matter-answered')).list).toEqual([])
    for (const who of ['visitor', 'partner', 'officer', 'neighbour', 'leader', 'operator'] as const)
      expect(await say('matter-answered', {}, who)).toMatchObject({ refusal: 'not-allowed' })
    expect((await say('matter-answered')).ok).toBe(true)
    expect((await dryRun('matter-answered')).list).toMatchObject([{ number: '2026-1', kept: null }])
  })

  test('every kind has its way in the database', async () => {
    const { ownerDb } = database
    for (const { id } of recordKinds) {
      const name = id.replaceAll('-', '_')
      const tried = sql`select ${sql.ref(`to_dispose_${name}`)}(null, now()), ${sql.ref(`dispose_${name}`)}('{}', now())`
      await expect(tried.execute(ownerDb)).resolves.toBeDefined()
    }
  })
})

describe('a dry run', () => {
  test('says why it does not touch what is open, joined, held or asked about', async () => {
    const [open, held, asked] = [matter, await received(), await received()]
    const [whole, part] = [await received(), await received()]
    for (const { id } of [held, asked, whole, part]) await closed(id)
    await database.ownerDb
      .updateTable('matter')
      .set({ joinedTo: whole.id })
      .where('id', '=', part.id)
      .execute()
    await hold(as('officer'), { year: held.year, number: held.number, reason: 'Begärt ut.' })
    await askErasure({ ...as('visitor'), key: digestOf(asked.key) })
    await say('matter-answered')
    const { list } = await dryRun('matter-answered')
    const why = new Map(list.map(({ item, kept }) => [item, kept]))
    expect([open, held, asked, whole, part].map(({ id }) => why.get(id))).toEqual([
      'open',
      'held',
      'asked',
      'joined',
      'joined',
    ])
    expect(await confirmed('matter-answered')).toMatchObject({ refusal: 'nothing-to-dispose' })
  })

  test('is for whoever speaks for those records', async () => {
    await closed(matter.id)
    await say('matter-answered')
    for (const who of ['visitor', 'neighbour', 'leader', 'coordinator', 'operator'] as const) {
      expect((await dryRun('matter-answered', who)).list).toEqual([])
      expect(await confirmed('matter-answered', who)).toMatchObject({ refusal: 'not-allowed' })
    }
  })
})

describe('a disposal', () => {
  test('takes the words of what was confirmed, once; what is counted stays, and the protocol names nobody', async () => {
    await closed(matter.id)
    const young = await received()
    await closed(young.id, '2026-11-30T09:00:00Z')
    await say('matter-answered')
    const before = await facts()
    const disposal = await confirmed('matter-answered')
    if (!disposal.ok) throw new Error(disposal.refusal)
    expect(await waitingJobs(database, 'records.dispose')).toBe(1)
    // What has come of age since then was not confirmed.
    await closed(young.id)
    await carriedOut(disposal.value)
    await carriedOut(disposal.value)
    expect(await facts()).toMatchObject(before.map(({ id }) => ({ id })))
    expect((await facts())[0]).toEqual(before[0])
    for (const table of ['matterText', 'matterEntry', 'matterSender', 'matterKey'] as const)
      expect(await countOf(table)).toBe(1)
    const protocol = await inTransaction(as('officer'), async (tx) => disposalWith(tx, disposal.value))
    expect(protocol).toMatchObject({ numbers: ['2026-1'], asked: 1, decision: 'KS 2026:12', doneAt: now })
    expect(JSON.stringify(protocol)).not.toMatch(/Plåt|agare|lagerhall/)
    const log = await database.ownerDb
      .selectFrom('auditEntry')
      .select('did')
      .where('subjectId', '=', disposal.value)
      .execute()
    expect(log.map(({ did }) => did)).toEqual(['records.disposal-confirmed', 'records.disposed'])
  })

  test('is refused when the list has changed, and can be made up by nobody', async () => {
    await closed(matter.id)
    await say('matter-answered')
    const { seen } = await dryRun('matter-answered')
    await closed((await received()).id)
    const stale = { kind: 'matter-answered', municipality: ale } as const
    expect(await confirmDisposal(as('officer'), stale, { ...seen, sure: 'on' })).toMatchObject({
      refusal: 'changed-meanwhile',
    })
    await say('matter-answered', { months: 24 })
    expect(await confirmDisposal(as('officer'), stale, { ...seen, sure: 'on' })).toMatchObject({
      refusal: 'changed-meanwhile',
    })
    const made = inTransaction(as('officer'), async (tx) =>
      sql`insert into disposal (network_id, kind, municipality, rule_id, until, items, confirmed_at, confirmed_by)
          values (${planted.network.id}, 'matter-answered', ${ale}, ${seen.rule}, now(), array[${matter.id}], now(), current_person())`.execute(
        tx,
      ),
    )
    await expect(made).rejects.toMatchObject({ code: '42501' })
    const direct = inTransaction(as('officer'), async (tx) =>
      sql`select dispose_matter_answered(array[${matter.id}], now())`.execute(tx),
    )
    await expect(direct).rejects.toMatchObject({ code: '42501' })
    expect(await countOf('matterText')).toBe(2)
  })
})

const disposedBy = async (who: Who, of: string) => {
  const disposal = await confirmed('matter-answered', who, of)
  if (!disposal.ok) throw new Error(disposal.refusal)
  await carriedOut(disposal.value, who)
}
const reads = async (who: Who) =>
  inTransaction(
    as(who),
    async (tx) => (await tx.selectFrom('matterText').select('matterId').execute()).length,
  )

describe('a matter of two municipalities', () => {
  const lerum = '1441'
  let shared: Awaited<ReturnType<typeof received>>

  beforeEach(async () => {
    for (const table of ['matterText', 'matterSender'] as const)
      await database.ownerDb.deleteFrom(table).where('matterId', '=', matter.id).execute()
    shared = await received({ places: ['1440', '1441'] })
    for (const municipality of [ale, lerum])
      await database.ownerDb
        .insertInto('matterPart')
        .values({
          networkId: planted.network.id,
          matterId: shared.id,
          municipality,
          role: 'informed',
          because: JSON.stringify({ by: 'person', reason: 'Rör båda' }),
          addedAt: now,
        })
        .onConflict((known) => known.doNothing())
        .execute()
    for (const [who, municipality] of [
      ['officer', ale],
      ['neighbour', lerum],
    ] as const)
      await database.ownerDb
        .insertInto('matterNote')
        .values({
          networkId: planted.network.id,
          matterId: shared.id,
          municipality,
          audience: 'parts',
          text: `Anteckning ${municipality}`,
          writtenAt: now,
          writtenBy: as(who).actor?.personId ?? '',
        })
        .execute()
    await closed(shared.id)
  })

  test('is let go by each for itself, and the whole with the last', async () => {
    await say('matter-answered')
    const before = await facts()
    await disposedBy('officer', ale)
    expect([await reads('officer'), await reads('neighbour')]).toEqual([0, 1])
    const notes = await database.ownerDb.selectFrom('matterNote').select('text').execute()
    expect(notes).toEqual([{ text: 'Anteckning 1441' }])
    expect((await dryRun('matter-answered')).list).toEqual([])
    // The other has decided nothing: it keeps all that was shared.
    expect((await dryRun('matter-answered', 'neighbour', lerum)).list).toEqual([])
    expect(await countOf('matterSender')).toBe(1)
    await say('matter-answered', {}, 'coordinator', lerum)
    await disposedBy('neighbour', lerum)
    expect([await countOf('matterText'), await countOf('matterSender')]).toEqual([0, 0])
    const counted = (all: typeof before) =>
      all.map(({ id, outcome, closedAt }) => ({ id, outcome, closedAt }))
    expect(counted(await facts())).toEqual(counted(before))
  })

  test('keeps its sender and files until both have decided', async () => {
    await say('sender-details')
    expect((await dryRun('sender-details')).list).toMatchObject([{ kept: 'shared' }])
    expect(await found('officer')).toContain('sender shared')
    await say('sender-details', { months: 24 }, 'coordinator', lerum)
    expect((await dryRun('sender-details')).list).toMatchObject([{ kept: 'shared' }])
    await say('sender-details', { months: 3 }, 'coordinator', lerum)
    expect((await dryRun('sender-details')).list).toMatchObject([{ kept: null }])
    expect(await found('officer')).toContain('sender may go')
  })

  test('that goes on again is read again by whoever had let go of it', async () => {
    await say('matter-answered')
    await disposedBy('officer', ale)
    expect(await reads('officer')).toBe(0)
    await database.ownerDb
      .updateTable('matter')
      .set({ state: 'open', outcome: null, closedAt: null })
      .where('id', '=', shared.id)
      .execute()
    expect(await reads('officer')).toBe(1)
  })
})

describe('a register', () => {
  const period = {
    municipality: ale,
    from: new Date('2026-01-01T00:00:00Z'),
    until: new Date('2027-01-01T00:00:00Z'),
  }

  test('has what came and went, no draft and no note, and keeps the name of who asked for it', async () => {
    const hidden = await received({
      sender: { ...aMatter.sender, nameFor: 'answerer' } as typeof aMatter.sender,
    })
    const entry = {
      networkId: planted.network.id,
      matterId: matter.id,
      side: 'town-hall',
      kind: 'message',
      way: 'page',
    } as const
    const own = {
      ...entry,
      municipality: ale,
      personId: as('officer').actor?.personId ?? null,
      writtenAt: now,
      finishedAt: now,
    }
    await database.ownerDb
      .insertInto('matterEntry')
      .values([
        { ...own, text: 'Skickat', state: 'sent', sentAt: now },
        { ...own, text: 'Utkast', kind: 'plan', state: 'draft', sentAt: null },
      ])
      .execute()
    await database.ownerDb
      .updateTable('matterText')
      .set({ secrecy: 'OSL 31:16', secrecyAt: now })
      .where('matterId', '=', hidden.id)
      .execute()
    const lines = await exportRegister(as('officer'), period)
    expect(lines.ok && lines.value).toMatchObject([
      {
        number: '2026-1/1',
        direction: 'in',
        rule: 'received',
        from: { kind: 'named', name: 'Plåt och Svets (exempel)' },
      },
      { number: '2026-2/1', direction: 'in', from: { kind: 'kept' }, secrecy: 'OSL 31:16' },
      { number: '2026-1/2', direction: 'out', rule: 'sent', from: { kind: 'municipality', code: ale } },
    ])
    const looks = await database.ownerDb.selectFrom('matterAccess').select('did').execute()
    expect(looks).toEqual([{ did: 'exported' }, { did: 'exported' }])
  })

  test('is an authority’s own', async () => {
    for (const who of ['visitor', 'neighbour', 'leader', 'coordinator', 'operator'] as const)
      expect(await exportRegister(as(who), period)).toMatchObject({ refusal: 'not-allowed' })
    const own = await exportRegister(as('coordinator'), { ...period, municipality: null })
    expect(own.ok && own.value).toMatchObject([{ direction: 'in', to: { kind: 'network' } }])
  })
})

const found = async (who: Who, sought = 'AGARE@example.org') => {
  const held = await findHeld(as(who), { sought, secret, isExtract: true })
  return held.ok ? held.value.map(({ kind, kept }) => `${kind} ${kept ?? 'may go'}`) : held.refusal
}

describe('what is held on a person', () => {
  test('is found by address, name and number, as far as whoever asks may read', async () => {
    expect(await found('officer')).toEqual(['sender open'])
    expect(await found('officer', '556703-7485')).toEqual(['sender open'])
    expect(await found('officer', 'tolv veckor')).toEqual(['mention words'])
    expect(await found('neighbour')).toEqual([])
    expect(await found('leader')).toBe('not-allowed')
    const log = await database.ownerDb
      .selectFrom('auditEntry')
      .select('after')
      .where('did', '=', 'records.extract-made')
      .execute()
    expect(JSON.stringify(log)).not.toContain('agare')
  })

  test('is kept where it is part of a record, and erased by a decision', async () => {
    const sender = { kind: 'sender', id: matter.id } as const
    await closed(matter.id)
    expect(await found('officer')).toEqual(['sender record'])
    expect(await eraseDetails(as('officer'), [sender])).toMatchObject({ value: { erased: 0, kept: 1 } })
    await say('sender-details')
    expect(await eraseDetails(as('neighbour'), [sender])).toMatchObject({ value: { erased: 0, kept: 1 } })
    const before = await facts()
    expect(await eraseDetails(as('officer'), [sender, sender])).toMatchObject({
      value: { erased: 1, kept: 1 },
    })
    expect(await found('officer')).toEqual([])
    expect(await facts()).toEqual(before)
    expect(await countOf('matterText')).toBe(1)
  })

  test('is a sole trader’s name too, once no record names them', async () => {
    // The tax agency’s own test number.
    const [born, last] = ['121212', '1212']
    const number = { digits: `${born}${last}`, isSoleTrader: true }
    const company = { name: 'Anna Exempel Bygg', number, municipality: ale, size: null, branch: null }
    const own = await received({ sender: { ...aMatter.sender, company } as typeof aMatter.sender })
    await closed(own.id)
    await say('sender-details')
    const seen = async () => found('officer', `${born}-${last}`)
    expect(await seen()).toEqual(['sender may go', 'trader record'])
    await eraseDetails(as('officer'), [{ kind: 'sender', id: own.id }])
    expect(await seen()).toEqual(['trader may go'])
    const row = await database.ownerDb
      .selectFrom('company')
      .select('id')
      .where('name', '=', company.name)
      .executeTakeFirstOrThrow()
    expect(await eraseDetails(as('officer'), [{ kind: 'trader', id: row.id }])).toMatchObject({
      value: { erased: 1 },
    })
    expect(await seen()).toEqual([])
  })

  test('is asked to be erased by whoever sent it, and answered by a person within a month', async () => {
    const holder = { ...as('visitor'), key: digestOf(matter.key) }
    expect((await askErasure(holder)).ok && (await askErasure(holder)).ok).toBe(true)
    const open = await inTransaction(as('officer'), async (tx) => openErasures(tx, now))
    expect(open).toMatchObject([{ dueOn: '2027-01-02', kept: 'open' }])
    const request = open[0]?.id ?? ''
    const answer = { request, wants: 'erase', write: letterOfErasure } as const
    for (const who of ['visitor', 'neighbour', 'leader', 'operator'] as const)
      expect(await answerRequest(as(who), answer)).toMatchObject({ refusal: 'not-allowed' })
    expect(await answerRequest(as('officer'), answer)).toEqual({ ok: true, value: 'kept' })
    const kept = await database.ownerDb.selectFrom('mailMessage').select('body').executeTakeFirstOrThrow()
    expect(kept.body).toContain('Ärendet pågår')

    await closed(matter.id)
    await say('sender-details')
    await askErasure(holder)
    const [again] = await inTransaction(as('officer'), async (tx) => openErasures(tx, now))
    expect(again).toMatchObject({ kept: null })
    expect(await answerRequest(as('officer'), { ...answer, request: again?.id ?? '' })).toEqual({
      ok: true,
      value: 'erased',
    })
    const row = await database.ownerDb
      .selectFrom('matterSender')
      .select(['email', 'companyId'])
      .executeTakeFirst()
    expect(row).toEqual({ email: '', companyId: null })
  })
})
