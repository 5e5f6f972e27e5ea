import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { waitingJobs } from '../../../../tests/people.ts'
import { askJobs } from '../jobs.ts'
import { numbersOf, textsOf, turnoutOf } from '../store.ts'
import { anAsk, origin, plantAsking, secret, sentAsk, type Planted, type Who } from '../testing.ts'
import { answerAsk } from './answer-ask.ts'
import { closeAsk } from './close-ask.ts'
import { previewAsk, sendAsk } from './send-ask.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantAsking(database)
})

const everybody = ['visitor', 'partner', 'officer', 'neighbour', 'leader', 'coordinator', 'operator'] as const
const write = () => ({ subject: 'x', body: 'x' })
const visitor = () => planted.context('visitor')

beforeEach(async () => {
  const { ownerDb } = database
  for (const table of [
    'askText',
    'askAnswer',
    'askRecipient',
    'ask',
    'companyContact',
    'mailMessage',
  ] as const)
    await ownerDb.deleteFrom(table).execute()
})

async function counts(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*) from ask) as asks, (select count(*) from ask_recipient) as recipients,
           (select count(*) from mail_message) as letters, (select count(*) from audit_entry) as log`.execute(
    database.ownerDb,
  )
  return rows[0]
}

describe('who is asked', () => {
  test('are companies whose contact has agreed and may be known by whoever asks', async () => {
    await planted.addCompany('ale@example.org')
    await planted.addCompany('lerum@example.org', '1441')
    await planted.addCompany()
    await database.ownerDb
      .updateTable('companyContact')
      .set({ agreedAt: null })
      .where('companyId', '=', await planted.addCompany('aldrig@example.org'))
      .execute()
    const asked = async (who: Who, by: string) => {
      const preview = await previewAsk(planted.context(who), anAsk({ by }))
      return preview.ok ? preview.value.chosen.map(({ email }) => email) : preview.refusal
    }
    expect(await asked('officer', '1440')).toEqual(['ale@example.org'])
    expect(await asked('neighbour', '1441')).toEqual(['lerum@example.org'])
    expect(await asked('coordinator', '')).toEqual([])
    await database.ownerDb.updateTable('companyContact').set({ isShared: true }).execute()
    expect(await asked('coordinator', '')).toHaveLength(2)
  })

  test('are those that fit the stated criteria', async () => {
    await planted.addCompany('ale@example.org')
    const asked = async (typed: Readonly<Record<string, string>>) => {
      const preview = await previewAsk(planted.context('officer'), anAsk(typed))
      return preview.ok && preview.value.chosen.length
    }
    expect(await asked({ 'municipality-1440': 'on', 'branch-C': 'on', 'size-10-49': 'on' })).toBe(1)
    for (const typed of [
      { 'municipality-1441': 'on' },
      { 'branch-A': 'on' },
      { 'size-250': 'on' },
      { 'size-x': 'on' },
    ])
      expect(await asked(typed)).toBe(0)
  })

  test('get one letter each, in the same transaction', async () => {
    await planted.addCompany('a@example.org')
    await planted.addCompany('b@example.org')
    const { id, keys } = await sentAsk(planted)
    expect(keys.size).toBe(2)
    const letters = await database.ownerDb
      .selectFrom('mailMessage')
      .select(['recipient', 'holdsSecret'])
      .execute()
    expect(letters.map(({ recipient }) => recipient).toSorted()).toEqual(['a@example.org', 'b@example.org'])
    expect(letters.every(({ holdsSecret }) => holdsSecret)).toBe(true)
    for (const who of everybody)
      expect(await planted.as(who, (tx) => turnoutOf(tx, id))).toEqual({
        asked: who === 'visitor' ? 0 : 2,
        answered: 0,
      })
  })

  test.each([
    ['not-allowed', { by: '1441' }],
    ['not-allowed', { by: '' }],
    ['day-passed', { closesOn: '2026-11-23' }],
    ['nobody-to-ask', { 'branch-A': 'on' }],
  ])('are nobody when it is refused as %s', async (refusal, typed) => {
    await planted.addCompany('a@example.org')
    const before = await counts()
    const outcome = await sendAsk(planted.context('officer'), anAsk(typed), { secret, write })
    expect(outcome).toEqual({ ok: false, refusal })
    expect(await counts()).toEqual(before)
  })

  test.each(everybody.filter((who) => who !== 'officer'))(
    'are nobody when the %s asks for Ale',
    async (who) => {
      await planted.addCompany('a@example.org')
      const before = await counts()
      expect((await sendAsk(planted.context(who), anAsk(), { secret, write })).ok).toBe(false)
      expect(await counts()).toEqual(before)
    },
  )
})

async function answered(count: number): Promise<{ readonly id: string; readonly keys: readonly string[] }> {
  for (let at = 0; at < count; at += 1) await planted.addCompany(`${at}@example.org`)
  const { id, keys } = await sentAsk(planted)
  for (const [at, key] of [...keys.values()].entries())
    await answerAsk(visitor(), key, {
      'answer-1': '4',
      'answer-2': at === 0 ? '' : '1',
      'answer-3': at === 0 ? 'Ring.' : '',
    })
  return { id, keys: [...keys.values()] }
}

describe('an answer', () => {
  test('is kept, changed until the last day, and never after it', async () => {
    const { keys } = await answered(1)
    const [key = ''] = keys
    expect((await answerAsk(planted.context('officer'), key, { 'answer-1': '5' })).ok).toBe(true)
    const rows = await database.ownerDb.selectFrom('askAnswer').select('choices').execute()
    expect(rows).toEqual([{ choices: [5, null, null] }])
    const late = planted.context('visitor', new Date('2026-12-08T23:30:00Z'))
    expect(await answerAsk(late, key, { 'answer-1': '1' })).toEqual({ ok: false, refusal: 'closed' })
    expect(await answerAsk(visitor(), key, { 'answer-1': '9' })).toEqual({
      ok: false,
      refusal: 'nothing-said',
    })
    expect(await answerAsk(visitor(), 'made-up', { 'answer-1': '1' })).toEqual({
      ok: false,
      refusal: 'key-unknown',
    })
  })

  test('is one’s own: another key changes and sees nothing of it', async () => {
    const { keys } = await answered(2)
    await answerAsk(visitor(), keys[0] ?? '', { 'answer-1': '1' })
    const rows = await database.ownerDb.selectFrom('askAnswer').select('choices').execute()
    expect(rows.map(({ choices }) => choices[0])).toEqual(expect.arrayContaining([1, 4]))
  })
})

async function seen(who: Who, id: string) {
  return planted.as(who, async (tx) => ({ numbers: await numbersOf(tx, id), texts: await textsOf(tx, id) }))
}

describe('the numbers', () => {
  test('are seen when it is closed, without any question that fewer than five answered; own words by whoever asks', async () => {
    const { id } = await answered(5)
    expect((await seen('officer', id)).numbers).toEqual([])
    for (const who of ['visitor', 'partner', 'neighbour', 'leader', 'coordinator', 'operator'] as const)
      expect((await closeAsk(planted.context(who), id)).ok).toBe(false)
    expect((await closeAsk(planted.context('officer'), id)).ok).toBe(true)
    expect(await waitingJobs(database, 'asking.return-results')).toBeGreaterThan(0)
    expect(await closeAsk(planted.context('officer'), id)).toEqual({ ok: false, refusal: 'closed' })
    // Five answered the first question and four the second.
    const numbers = [{ question: 1, choice: 4, answers: 5 }]
    expect(await seen('officer', id)).toEqual({ numbers, texts: [{ question: 3, text: 'Ring.' }] })
    for (const who of ['partner', 'neighbour', 'leader', 'coordinator'] as const)
      expect(await seen(who, id)).toEqual({ numbers, texts: [] })
    expect(await seen('visitor', id)).toEqual({ numbers: [], texts: [] })
  })

  test('are none where four have answered', async () => {
    const { id } = await answered(4)
    await closeAsk(planted.context('officer'), id)
    expect((await seen('officer', id)).numbers).toEqual([])
  })
})

async function run(at: string) {
  const { db, queueDb } = database
  for (const job of askJobs({ db, queueDb, clock: () => new Date(at), origin, secret })) await job.run({})
  const letters = await database.ownerDb
    .selectFrom('mailMessage')
    .select(['recipient', 'body'])
    .where('body', '<>', 'x')
    .execute()
  return letters.map(({ recipient }) => recipient)
}

describe('when the last day has passed', () => {
  test('it is closed, and the results go once to those who answered', async () => {
    await planted.addCompany('tyst@example.org')
    const { id, keys } = await answered(1)
    const silent = await database.ownerDb
      .selectFrom('askRecipient')
      .select('id')
      .where('email', '=', 'tyst@example.org')
      .executeTakeFirstOrThrow()
    await database.ownerDb.deleteFrom('askText').where('recipientId', '=', silent.id).execute()
    await database.ownerDb.deleteFrom('askAnswer').where('recipientId', '=', silent.id).execute()
    expect(await run('2026-12-08T04:10:00Z')).toEqual([])
    expect(await run('2026-12-09T04:10:00Z')).toEqual(['0@example.org'])
    expect(await run('2026-12-10T04:10:00Z')).toEqual(['0@example.org'])
    const refused = await answerAsk(visitor(), keys[0] ?? '', { 'answer-1': '1' })
    expect(refused).toEqual({ ok: false, refusal: 'closed' })
    expect((await closeAsk(planted.context('officer'), id)).ok).toBe(false)
  })
})
