import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction, type Context } from '#modules/accounts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { testNow } from '../../../../tests/people.ts'
import type { NewMatter } from '../core/matter.ts'
import { keptMatters } from '../kept-matters.ts'
import { digestOf } from '../key.ts'
import { sayTaken, letterToReceiver } from '../pages/triage/letters.ts'
import { aMatter, plantVoice, secret, type Planted, type Who } from '../testing.ts'
import { assign } from './assign.ts'
import { chooseDesk } from './choose-desk.ts'
import { passOn } from './pass-on.ts'
import { receiveMatter, type Receipt } from './receive-matter.ts'
import { share } from './share.ts'
import { takeStance } from './take-stance.ts'
import { tellReceivers } from './tell-receivers.ts'

const database = useTestDatabase()
let planted: Planted
let receipt: Receipt
const telling = { secret, say: sayTaken('https://samsyn.example.org') }
const toLerum = { municipality: '1440', to: '1441', reason: 'Adressen ligger i Lerum.', stays: false }

beforeAll(async () => {
  planted = await plantVoice(database)
})
beforeEach(async () => {
  receipt = await received()
})

async function received(matter: Partial<NewMatter> = {}, who: Who = 'visitor'): Promise<Receipt> {
  const outcome = await receiveMatter(planted.context(who), { ...aMatter, ...matter }, { secret })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

/** Everything that stands of a matter's place, behind the rights. */
async function stored({ id }: Receipt = receipt) {
  const { ownerDb } = database
  const [matter, parts, moves, access, entries] = await Promise.all([
    ownerDb.selectFrom('matter').select(['triage', 'firstWordAt']).where('id', '=', id).executeTakeFirst(),
    ownerDb.selectFrom('matterPart').selectAll().where('matterId', '=', id).execute(),
    ownerDb.selectFrom('matterMove').selectAll().where('matterId', '=', id).orderBy('id').execute(),
    ownerDb.selectFrom('matterAccess').selectAll().where('matterId', '=', id).orderBy('id').execute(),
    ownerDb.selectFrom('matterEntry').selectAll().where('matterId', '=', id).orderBy('id').execute(),
  ])
  const partOf = (code: string) => parts.find(({ municipality }) => municipality === code)
  return { ...matter, parts, moves, access, entries, partOf }
}

async function letters(): Promise<readonly { recipient: string; subject: string; body: string }[]> {
  return database.queueDb.selectFrom('mailMessage').select(['recipient', 'subject', 'body']).execute()
}

describe('passing on', () => {
  test('gives the lead away with the matter, and the company reads who has taken over', async () => {
    const before = (await letters()).length
    expect(await passOn(planted.context('officer'), receipt, toLerum, telling)).toMatchObject({ ok: true })
    const { partOf, moves, access, entries, triage, firstWordAt } = await stored()
    expect(partOf('1440')).toMatchObject({ stance: 'not-mine', leftAt: testNow, leftBecause: toLerum.reason })
    expect(partOf('1441')).toMatchObject({
      role: 'lead',
      leftAt: null,
      deskId: 'service',
      because: { by: 'person', reason: toLerum.reason },
    })
    expect(triage).toBeNull()
    expect(moves).toMatchObject([{ did: 'passed-on', municipality: '1440', concerns: '1441' }])
    expect(access).toMatchObject([{ did: 'passed-on', municipality: '1440', letIn: '1441' }])
    expect(entries.at(-1)).toMatchObject({
      side: 'town-hall',
      text: 'Lerum har tagit över ert ärende och svarar er här.',
    })
    // What the program says by itself is no human's first word.
    expect(firstWordAt).toBeNull()
    const sent = (await letters()).slice(before)
    expect(sent).toMatchObject([{ recipient: 'agare@example.org' }])
    expect(sent[0]?.body).toContain(`/arende/${receipt.key}`)
  })

  test('leaves the one who passed it on their record, and the company nothing of why', async () => {
    await passOn(planted.context('officer'), receipt, toLerum, telling)
    const seenBy = (context: Context) =>
      inTransaction(context, async (tx) => ({
        words: await tx
          .selectFrom('matterText')
          .select('subject')
          .where('matterId', '=', receipt.id)
          .execute(),
        parts: await tx
          .selectFrom('matterPart')
          .select('municipality')
          .where('matterId', '=', receipt.id)
          .execute(),
        moves: await tx.selectFrom('matterMove').select('id').where('matterId', '=', receipt.id).execute(),
        access: await tx
          .selectFrom('matterAccess')
          .select('did')
          .where('matterId', '=', receipt.id)
          .execute(),
      }))
    const company = await seenBy({ ...planted.context('visitor'), key: digestOf(receipt.key) })
    expect(company).toMatchObject({
      parts: [{ municipality: '1441' }],
      moves: [],
      access: [{ did: 'passed-on' }],
    })
    for (const who of ['officer', 'neighbour', 'coordinator'] as const) {
      const seen = await seenBy(planted.context(who))
      expect([seen.words.length, seen.parts.length, seen.moves.length]).toEqual([1, 2, 1])
    }
  })

  test('to the coordinator asks the coordinator', async () => {
    const coordinator = { ...toLerum, to: null }
    expect(await passOn(planted.context('officer'), receipt, coordinator, telling)).toMatchObject({
      ok: true,
    })
    const { triage, parts, entries } = await stored()
    expect(triage).toBe('not-mine')
    expect(parts).toHaveLength(1)
    expect(entries).toHaveLength(1)
  })

  test('can go back and forth, and all of it is kept', async () => {
    await passOn(planted.context('officer'), receipt, toLerum, telling)
    const back = { municipality: '1441', to: '1440', reason: 'Fastigheten ligger i Ale.', stays: true }
    expect(await passOn(planted.context('neighbour'), receipt, back, telling)).toMatchObject({ ok: true })
    const { partOf, moves } = await stored()
    expect(partOf('1440')).toMatchObject({ role: 'lead', leftAt: null, leftBecause: null, stance: null })
    expect(partOf('1441')).toMatchObject({ role: 'contributor', stance: 'takes', leftAt: null })
    expect(moves.map(({ reason }) => reason)).toEqual([toLerum.reason, back.reason])
  })

  test('by who contributes lets in again one that had left', async () => {
    await passOn(planted.context('officer'), receipt, { ...toLerum, stays: true }, telling)
    await passOn(
      planted.context('neighbour'),
      receipt,
      { ...toLerum, municipality: '1441', to: null },
      telling,
    )
    expect(await passOn(planted.context('officer'), receipt, toLerum, telling)).toMatchObject({ ok: true })
    const { partOf, triage } = await stored()
    expect(partOf('1441')).toMatchObject({ role: 'contributor', leftAt: null })
    expect(triage).toBe('not-mine')
  })

  test.each([
    ['receiver-self', 'officer', { ...toLerum, to: '1440' }],
    ['receiver-unknown', 'officer', { ...toLerum, to: '1280' }],
    ['not-allowed', 'officer', { ...toLerum, municipality: '1441', to: '1440' }],
    ['not-allowed', 'coordinator', toLerum],
    ['matter-unknown', 'neighbour', toLerum],
    ['matter-unknown', 'leader', toLerum],
    ['matter-unknown', 'partner', toLerum],
    ['matter-unknown', 'operator', toLerum],
    ['not-allowed', 'visitor', toLerum],
  ] as const)('is refused (%s) to the %s and leaves nothing behind', async (refusal, who, form) => {
    const before = await stored()
    const outcome = await passOn(planted.context(who), receipt, form, telling)
    expect(outcome).toEqual({ ok: false, refusal })
    expect({ ...(await stored()), partOf: null }).toEqual({ ...before, partOf: null })
  })

  test('does not send what came through their own door to a coordinator who cannot read it', async () => {
    const own = await received({ entrance: '1440', way: 'phone' }, 'officer')
    const outcome = await passOn(planted.context('officer'), own, { ...toLerum, to: null }, telling)
    expect(outcome).toEqual({ ok: false, refusal: 'coordinator-reads-not' })
    expect(await passOn(planted.context('officer'), own, toLerum, telling)).toMatchObject({ ok: true })
  })

  test('of two at once by the same town hall is done once', async () => {
    const both = await Promise.all([
      passOn(planted.context('officer'), receipt, toLerum, telling),
      passOn(planted.context('officer'), receipt, { ...toLerum, to: null }, telling),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('a stance', () => {
  test('is each municipality’s own', async () => {
    const joint = await received({ places: ['1440', '1441'] })
    const say = (who: Who, municipality: string, stance: 'takes' | 'noted') =>
      takeStance(planted.context(who), joint, { municipality, stance })
    expect(await say('officer', '1440', 'takes')).toMatchObject({ ok: true })
    expect(await say('neighbour', '1441', 'noted')).toMatchObject({ ok: true })
    expect(await say('neighbour', '1440', 'takes')).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await say('coordinator', '1440', 'takes')).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await say('officer', '1440', 'noted')).toEqual({ ok: false, refusal: 'lead-cannot-note' })
    const { partOf } = await stored(joint)
    expect(partOf('1440')).toMatchObject({ stance: 'takes', role: 'lead' })
    expect(partOf('1441')).toMatchObject({ stance: 'noted', role: 'informed' })
  })
})

describe('sharing', () => {
  const asContributor = {
    municipality: '1440',
    to: '1441',
    role: 'contributor',
    reason: 'Vägen går dit.',
  } as const

  test('lets another municipality in, which the company’s log says', async () => {
    expect(await share(planted.context('officer'), receipt, asContributor)).toMatchObject({ ok: true })
    const { partOf, access } = await stored()
    expect(partOf('1441')).toMatchObject({ role: 'contributor', deskId: 'service' })
    expect(access).toMatchObject([{ did: 'shared', municipality: '1440', letIn: '1441' }])
    expect(await share(planted.context('officer'), receipt, asContributor)).toEqual({
      ok: false,
      refusal: 'receiver-there',
    })
  })

  test.each(['neighbour', 'leader', 'coordinator', 'partner', 'operator', 'visitor'] as const)(
    'is not the %s’s to do',
    async (who) => {
      expect(await share(planted.context(who), receipt, asContributor)).toMatchObject({ ok: false })
      expect((await stored()).parts).toHaveLength(1)
    },
  )
})

async function secondDesk(): Promise<void> {
  await database.ownerDb
    .insertInto('desk')
    .values({
      networkId: planted.network.id,
      municipality: '1440',
      id: 'bygg',
      name: 'Bygglov',
      ownerId: null,
      deputyId: null,
      closedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

describe('a matter that waits', () => {
  test('for a desk gets one from an officer of that town hall', async () => {
    await secondDesk()
    const waiting = await received()
    expect((await stored(waiting)).triage).toBe('no-desk')
    const choice = { municipality: '1440', desk: 'bygg', reason: 'Det är ett bygglov.' }
    expect(await chooseDesk(planted.context('neighbour'), waiting, choice)).toMatchObject({ ok: false })
    expect(await chooseDesk(planted.context('officer'), waiting, { ...choice, desk: 'x' })).toEqual({
      ok: false,
      refusal: 'desk-closed',
    })
    expect(await chooseDesk(planted.context('officer'), waiting, choice)).toMatchObject({ ok: true })
    expect(await stored(waiting)).toMatchObject({ triage: null, moves: [{ did: 'desk', deskId: 'bygg' }] })

    // A desk that is closed hands over what stands there.
    await inTransaction(planted.context('officer'), async (tx) => {
      expect(await keptMatters.standingAt(tx, '1440', 'bygg')).toBe(1)
      const { actor, networkId, now } = planted.context('officer')
      if (!actor) throw new Error('nobody')
      const move = { municipality: '1440', from: 'bygg', to: 'service', reason: 'Stängd.' }
      await keptMatters.moveAll(tx, { actor, networkId, now }, move)
    })
    expect((await stored(waiting)).partOf('1440')?.deskId).toBe('service')
    await database.ownerDb.updateTable('desk').set({ closedAt: testNow }).where('id', '=', 'bygg').execute()
  })

  test('for the coordinator is settled all at once, and not twice', async () => {
    const unsure = await received({ placeKind: 'unsure', places: [] })
    const settlement = {
      parts: [
        { municipality: '1440', role: 'lead', desk: 'service' },
        { municipality: '1441', role: 'informed', desk: null },
      ],
      reason: 'Bolaget har sin verkstad i Ale.',
      seen: 0,
    } as const
    for (const who of ['officer', 'neighbour', 'leader', 'partner', 'operator', 'visitor'] as const)
      expect(await assign(planted.context(who), unsure, settlement, telling)).toMatchObject({ ok: false })
    const closed = { ...settlement, parts: [{ municipality: '1440', role: 'lead', desk: 'bygg' }] } as const
    expect(await assign(planted.context('coordinator'), unsure, closed, telling)).toEqual({
      ok: false,
      refusal: { closedDesk: '1440' },
    })
    expect(await assign(planted.context('coordinator'), unsure, settlement, telling)).toMatchObject({
      ok: true,
    })
    const { partOf, triage, entries } = await stored(unsure)
    expect(triage).toBeNull()
    expect(partOf('1440')).toMatchObject({ role: 'lead', deskId: 'service' })
    expect(partOf('1441')).toMatchObject({ role: 'informed' })
    expect(entries.at(-1)?.text).toBe('Ale tar hand om ert ärende och svarar er här.')
    expect(await assign(planted.context('coordinator'), unsure, settlement, telling)).toEqual({
      ok: false,
      refusal: 'changed-meanwhile',
    })
  })

  test('after a town hall has passed it to the coordinator gets another lead', async () => {
    await passOn(planted.context('officer'), receipt, { ...toLerum, to: null }, telling)
    const { moves } = await stored()
    const parts = [{ municipality: '1441', role: 'lead', desk: null }] as const
    const settlement = { parts, reason: 'Lerum tar det.', seen: moves[0]?.id ?? 0 }
    expect(await assign(planted.context('coordinator'), receipt, settlement, telling)).toMatchObject({
      ok: true,
    })
    const after = await stored()
    expect(after.triage).toBeNull()
    expect(after.partOf('1441')).toMatchObject({ role: 'lead', deskId: 'service' })
  })
})

const addressOf = (who: Who) => `${planted.context(who).actor?.personId}@example.org`
const answering = (ownerId: string | null, deputyId: string | null) =>
  database.ownerDb.updateTable('desk').set({ ownerId, deputyId }).where('municipality', '=', '1440').execute()

describe('the letter', () => {
  const tell = { write: letterToReceiver('https://samsyn.example.org'), clock: () => testNow }

  async function told(municipality: string | null, by: string | null = null): Promise<readonly string[]> {
    const before = (await letters()).length
    const { networkId } = planted.context('visitor')
    const arrival = { networkId, matter: receipt.id, municipality, number: '2026-1', by }
    await tellReceivers({ ...tell, db: database.db, queueDb: database.queueDb }, arrival)
    return (await letters()).slice(before).map(({ recipient }) => recipient)
  }
  test('goes to whoever answers, else the deputy, else all officers there, else the coordinator', async () => {
    expect(await told('1440')).toEqual([addressOf('officer')])
    expect(await told('1440', planted.context('officer').actor?.personId)).toEqual([])
    expect(await told(null)).toEqual([addressOf('coordinator')])
    await database.ownerDb
      .updateTable('matterPart')
      .set({ ownerId: null })
      .where('matterId', '=', receipt.id)
      .execute()
    await answering(null, null)
    expect(await told('1440')).toEqual([addressOf('officer')])
    await database.ownerDb
      .updateTable('roleGrant')
      .set({ revokedAt: testNow })
      .where('municipality', '=', '1440')
      .execute()
    expect(await told('1440')).toEqual([addressOf('coordinator')])
    await database.ownerDb
      .updateTable('roleGrant')
      .set({ revokedAt: null })
      .where('municipality', '=', '1440')
      .execute()
  })
})
