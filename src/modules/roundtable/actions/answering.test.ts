import { beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { useTestDatabase } from '../../../../tests/database.ts'
import { waitingJobs } from '../../../../tests/people.ts'
import type { Context } from '#modules/accounts'
import { noNeed } from '../core/participant.ts'
import { keyOf } from '../key.ts'
import { roundtableJobs } from '../jobs.ts'
import { lettersOfEvents } from '../pages/letters.ts'
import { needsOf } from '../participant-store.ts'
import { participantsOf } from '../store.ts'
import { origin, plantTestEvent, secret, type PlantedEvent } from '../testing.ts'
import { delegate, noteOpened, sayNo, sayYes } from './answer-invitation.ts'
import { withdrawParticipant } from './change-participant.ts'
import { cancelEvent } from './publish-event.ts'

/** What whoever holds a key does: answers, lets somebody else come, waits, is offered a seat; and what the jobs do. */

const database = useTestDatabase()
const desk = { secret, write: lettersOfEvents(origin) }
const coming = { need: noNeed, presence: { fromRound: null, untilRound: null } }
let planted: PlantedEvent
beforeEach(async () => {
  await database.ownerDb.deleteFrom('mailMessage').execute()
  planted = await plantTestEvent(database)
})

const visitor = (now?: string): Context =>
  planted.context('visitor', now === undefined ? undefined : new Date(now))
const say = {
  yes: async (name: string, now?: string) => sayYes(visitor(now), planted.key(name), coming),
  no: async (name: string, now?: string) => sayNo(visitor(now), planted.key(name)),
}
const typedDelegate = { delegateName: 'Vikarie', delegateTitle: '', delegateEmail: 'vikarie@example.org' }

async function states(): Promise<Readonly<Record<string, string>>> {
  const people = await planted.as('partner', (tx) => participantsOf(tx, planted.event))
  return Object.fromEntries(people.map(({ name, state }) => [name, state]))
}

async function letters(): Promise<readonly string[]> {
  const rows = await database.ownerDb
    .selectFrom('mailMessage')
    .select(['recipient', 'subject'])
    .orderBy('createdAt')
    .execute()
  return rows.map(({ recipient, subject }) => `${recipient}: ${subject.split(':')[0]}`)
}

async function counts(): Promise<unknown> {
  const { rows } = await sql`
    select (select json_agg(row_to_json(one) order by id) from participant one) as people,
           (select count(*) from participant_letter) as letters, (select count(*) from mail_message) as mails,
           (select count(*) from audit_entry) as log`.execute(database.ownerDb)
  return rows[0]
}

async function run(at: string): Promise<void> {
  const { db, queueDb } = database
  for (const job of roundtableJobs({ db, queueDb, clock: () => new Date(at), origin, secret }))
    await job.run({})
}

const invited = async (name: string, kind: 'company' | 'guest' = 'company') =>
  planted.addParticipant({ name, kind, state: 'invited' })

describe('an answer', () => {
  test('yes gives a seat while the criterion has one, and a place in the line when it has none', async () => {
    await invited('late company')
    await invited('late guest', 'guest')
    expect(await say.yes('late guest')).toEqual({ ok: true, value: 'yes' })
    expect(await say.yes('late company')).toEqual({ ok: true, value: 'waiting' })
    expect(await say.yes('late company')).toEqual({ ok: true, value: 'waiting' })
  })

  test('is given by the last seat to one of two who answer at once', async () => {
    await say.no('company 1')
    await invited('first')
    await invited('second')
    const both = await Promise.all([say.yes('first'), say.yes('second')])
    expect(new Set(both.map((outcome) => outcome.ok && outcome.value))).toEqual(new Set(['waiting', 'yes']))
    expect(Object.values(await states()).filter((state) => state === 'yes')).toHaveLength(12)
  })

  test.each([
    ['key-unknown', async () => sayYes(visitor(), 'made-up', coming)],
    ['over', async () => say.yes('company 1', '2026-12-02T08:00:00Z')],
    ['over', async () => say.no('company 1', '2026-12-02T08:00:00Z')],
    ['late', async () => say.yes('late', '2026-11-28T08:00:00Z')],
    ['late', async () => delegate(visitor('2026-11-28T08:00:00Z'), planted.key('late'), typedDelegate, desk)],
    [
      'delegate-is-self',
      async () =>
        delegate(
          visitor(),
          planted.key('late'),
          { ...typedDelegate, delegateEmail: 'LATE@example.org' },
          desk,
        ),
    ],
  ])('is refused as %s and leaves nothing behind', async (refusal, work) => {
    await invited('late')
    const before = await counts()
    expect(await work()).toEqual({ ok: false, refusal })
    expect(await counts()).toEqual(before)
  })

  test('is refused when the event is cancelled, and who is withdrawn sees nothing of it any more', async () => {
    await invited('late')
    await withdrawParticipant(
      planted.context('coordinator'),
      { event: planted.event, participant: planted.idOf('late') },
      desk,
    )
    expect(await say.yes('late')).toEqual({ ok: false, refusal: 'withdrawn' })
    const seen = await planted.asParticipant('late', (tx) => participantsOf(tx, planted.event))
    expect(seen.map(({ name }) => name)).toEqual(['late'])
    await cancelEvent(planted.context('coordinator'), planted.event, 'För få anmälda', desk)
    expect(await say.no('company 1')).toEqual({ ok: false, refusal: 'cancelled' })
    const written = await letters()
    expect(written.filter((letter) => letter.endsWith(': Inställt'))).toHaveLength(12)
    expect(written).toContain('late@example.org: Inbjudan är återtagen')
  })

  test('no after the last day is taken, and ends what was needed', async () => {
    await sayYes(visitor(), planted.key('guest 1'), { ...coming, need: { ...noNeed, food: 'Vegetariskt' } })
    expect((await planted.as('coordinator', (tx) => needsOf(tx, planted.event))).size).toBe(1)
    expect((await planted.as('leader', (tx) => needsOf(tx, planted.event))).size).toBe(0)
    expect((await planted.asParticipant('guest 2', (tx) => needsOf(tx, planted.event))).size).toBe(0)
    expect(await say.no('guest 1', '2026-11-30T08:00:00Z')).toEqual({ ok: true, value: 'no' })
    expect(await database.ownerDb.selectFrom('participantNeed').select('food').execute()).toEqual([])
  })

  test('is one’s own: nobody answers for another, and opening a link answers nothing', async () => {
    await noteOpened(visitor(), planted.key('guest 1'))
    await noteOpened(visitor(), 'made-up')
    const people = await planted.as('partner', (tx) => participantsOf(tx, planted.event))
    expect(people.filter(({ openedAt }) => openedAt !== null).map(({ name }) => name)).toEqual(['guest 1'])
    await planted.asParticipant('guest 1', (tx) =>
      tx.updateTable('participant').set({ state: 'no' }).where('name', '=', 'guest 2').execute(),
    )
    expect(await states()).toMatchObject({ 'guest 1': 'yes', 'guest 2': 'yes' })
  })
})

describe('somebody else', () => {
  test('comes with the seat, a link of their own, and no more than that', async () => {
    expect(await delegate(visitor(), planted.key('company 1'), typedDelegate, desk)).toEqual({
      ok: true,
      value: 'delegated',
    })
    expect(await states()).toMatchObject({ 'company 1': 'delegated', Vikarie: 'yes' })
    expect(await letters()).toEqual(['vikarie@example.org: Du kommer i någons ställe'])
    expect(await say.yes('company 1')).toEqual({ ok: false, refusal: 'delegated' })
    const people = await planted.as('partner', (tx) => participantsOf(tx, planted.event))
    const id = people.find(({ name }) => name === 'Vikarie')?.id ?? ''
    const key = keyOf(secret, { networkId: planted.network.id, participant: id })
    expect(await sayNo(visitor(), key)).toEqual({ ok: true, value: 'no' })
  })

  test('keeps the place in the line of whoever waits', async () => {
    await invited('first')
    await invited('second')
    await say.yes('first', '2026-11-24T13:10:00Z')
    await say.yes('second', '2026-11-24T13:11:00Z')
    await delegate(visitor('2026-11-24T13:20:00Z'), planted.key('first'), typedDelegate, desk)
    await say.no('company 1')
    await run('2026-11-25T09:00:00Z')
    expect(await letters()).toContain('vikarie@example.org: En plats är ledig')
    expect((await letters()).join()).not.toContain('second@example.org')
  })
})

const offers = async () => (await letters()).filter((letter) => letter.includes('En plats är ledig'))

describe('a seat that becomes free', () => {
  beforeEach(async () => {
    await invited('first')
    await invited('second')
    await planted.addParticipant({ name: 'waiting guest', kind: 'guest', state: 'waiting' })
    await say.yes('first', '2026-11-24T13:10:00Z')
    await say.yes('second', '2026-11-24T13:11:00Z')
    await say.no('company 1')
  })

  test('is kept for the first of the same criterion, with a letter, and for nobody else meanwhile', async () => {
    expect(await waitingJobs(database, 'roundtable.offer-seats')).toBeGreaterThan(0)
    await run('2026-11-25T09:00:00Z')
    await run('2026-11-25T10:00:00Z')
    const companies = (await offers()).filter((letter) => !letter.startsWith('waiting.guest'))
    expect(companies).toEqual(['first@example.org: En plats är ledig'])
    await invited('third')
    expect(await say.yes('third', '2026-11-25T10:30:00Z')).toEqual({ ok: true, value: 'waiting' })
    expect(await say.yes('company 1', '2026-11-25T10:30:00Z')).toEqual({ ok: true, value: 'waiting' })
    // Two working days are time enough; the last day to answer has been meanwhile, and they may still say yes.
    expect(await say.yes('first', '2026-11-27T23:30:00Z')).toEqual({ ok: false, refusal: 'late' })
    expect(await say.yes('first', '2026-11-27T20:00:00Z')).toEqual({ ok: true, value: 'yes' })
  })

  test('goes on to the next when it is not taken in time', async () => {
    await run('2026-11-25T09:00:00Z')
    await run('2026-11-27T23:10:00Z')
    expect(await states()).toMatchObject({ first: 'no', second: 'waiting' })
    expect(await letters()).toEqual(
      expect.arrayContaining([
        'first@example.org: Platsen gick vidare',
        'second@example.org: En plats är ledig',
      ]),
    )
  })
})

const kept = async () =>
  (await database.ownerDb.selectFrom('participantNeed').select('food').execute()).length

describe('the jobs', () => {
  test('remind the silent by working days, each once, and nobody who has answered', async () => {
    const id = await invited('silent')
    await database.ownerDb
      .insertInto('participantLetter')
      .values({
        networkId: planted.network.id,
        participantId: id,
        occasion: 'invitation',
        sentAt: new Date('2026-11-10T08:00:00Z'),
        sentBy: null,
      })
      .execute()
    const reminded = async (day: string) => {
      await database.ownerDb.deleteFrom('mailMessage').execute()
      await run(`${day}T05:00:00Z`)
      return letters()
    }
    // To be answered by Friday the 27th.
    expect(await reminded('2026-11-19')).toEqual([])
    expect(await reminded('2026-11-20')).toEqual(['silent@example.org: Påminnelse'])
    expect(await reminded('2026-11-22')).toEqual([])
    expect(await reminded('2026-11-24')).toEqual([])
    expect(await reminded('2026-11-26')).toEqual(['silent@example.org: Sista dagen att svara'])
    expect(await reminded('2026-11-27')).toEqual([])
  })

  test('forget what people needed so many days after the event as was said', async () => {
    await sayYes(visitor(), planted.key('guest 1'), { ...coming, need: { ...noNeed, wheelchair: true } })
    await run('2026-12-15T05:00:00Z')
    expect(await kept()).toBe(1)
    await run('2026-12-16T05:00:00Z')
    expect(await kept()).toBe(0)
  })
})
