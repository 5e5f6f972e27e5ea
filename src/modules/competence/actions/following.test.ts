import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { testNow } from '../../../../tests/people.ts'
import { supportJobs } from '../jobs.ts'
import { keyOf } from '../key.ts'
import { inTransaction } from '#modules/accounts'
import { outcomesOf } from '../store.ts'
import { origin, plantCompetence, secret, type Planted } from '../testing.ts'
import { beginFollowing, confirmFollowing, endFollowing } from './follow.ts'
import { sayOutcome } from './say-outcome.ts'

const database = useTestDatabase()
let planted: Planted
const dayLength = 86_400_000
const later = (days: number) => new Date(testNow.getTime() + days * dayLength)

beforeAll(async () => {
  planted = await plantCompetence(database)
})
beforeEach(async () => {
  for (const table of [
    'supportFollower',
    'supportOutcome',
    'mailMessage',
    'rateLimit',
    'supportLink',
  ] as const)
    await database.ownerDb.deleteFrom(table).execute()
  await sql`update support set reminded_at = null`.execute(database.ownerDb)
})

const visitor = (now = testNow) => planted.context('visitor', now)
const write = () => ({ subject: 'x', body: 'x' })
const jobs = (now: Date, reaches: ((url: string) => Promise<boolean>) | null = null) => {
  const { db, queueDb } = database
  return supportJobs({ db, queueDb, clock: () => now, origin, secret, reaches })
}
const run = async (kind: string, now: Date, reaches: ((url: string) => Promise<boolean>) | null = null) => {
  await jobs(now, reaches)
    .find((job) => job.kind === kind)
    ?.run({})
}
const subjects = async () => {
  const rows = await database.ownerDb
    .selectFrom('mailMessage')
    .select('subject')
    .orderBy('createdAt')
    .execute()
  return rows.map(({ subject }) => subject)
}

async function begun(email = 'hr@example.org', told: readonly string[] = []): Promise<string> {
  const follower = { email, locale: 'sv', answers: { purpose: 'person', eligible: true }, told } as const
  await beginFollowing(visitor(), follower, { ip: email, secret }, write)
  const row = await database.ownerDb
    .selectFrom('supportFollower')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return keyOf(secret, { networkId: planted.network.id, follower: row.id })
}

const told = async () => inTransaction(visitor(), outcomesOf)
const say = async (at: number) => {
  const key = await begun(`hr${at}@example.org`, ['yh-kurser'])
  await confirmFollowing(visitor(), key)
  return {
    key,
    said: await sayOutcome(visitor(), key, { 'came-yh-kurser': 'gave-up', 'stuck-yh-kurser': 'form' }),
  }
}

describe('a follower', () => {
  test('is told nothing before the address has said yes, and is forgotten after a week', async () => {
    await begun()
    await run('competence.tell-followers', later(1))
    expect(await subjects()).toEqual(['x'])
    await run('competence.tell-followers', later(8))
    expect(await database.ownerDb.selectFrom('supportFollower').selectAll().execute()).toEqual([])
  })

  test('is told once of what fits, however often the night comes', async () => {
    const key = await begun()
    expect(await confirmFollowing(visitor(), key)).toEqual({ ok: true, value: null })
    for (const day of [1, 1, 2]) await run('competence.tell-followers', later(day))
    expect(await subjects()).toEqual(['x', 'Ett nytt stöd ser ut att passa er'])
  })

  test('is asked once, after thirty days, what came of it', async () => {
    const key = await begun('hr@example.org', ['yh-kurser'])
    await confirmFollowing(visitor(), key)
    for (const day of [29, 30, 31]) await run('competence.tell-followers', later(day))
    expect(await subjects()).toEqual(['x', 'Hur gick det med stöden?'])
  })

  test('is erased when they stop, and a key opens nothing then', async () => {
    const key = await begun()
    await confirmFollowing(visitor(), key)
    expect(await endFollowing(visitor(), key)).toEqual({ ok: true, value: null })
    expect(await database.ownerDb.selectFrom('supportFollower').selectAll().execute()).toEqual([])
    expect(await confirmFollowing(visitor(), key)).toMatchObject({ refusal: 'key-unknown' })
  })

  test('of another network is not found by the key', async () => {
    const key = await begun()
    const other = { ...visitor(), networkId: planted.network.otherId }
    expect(await confirmFollowing(other, key)).toMatchObject({ refusal: 'key-unknown' })
  })

  test('may not be made of somebody else again and again', async () => {
    const follower = {
      email: 'a@example.org',
      locale: 'sv',
      answers: { purpose: 'person' },
      told: [],
    } as const
    const tries: boolean[] = []
    for (let at = 0; at < 4; at += 1)
      tries.push((await beginFollowing(visitor(), follower, { ip: 'x', secret }, write)).ok)
    expect(tries).toEqual([true, true, true, false])
  })
})

describe('what came of a support', () => {
  test('is told from five on, and never by whom', async () => {
    for (const at of [1, 2, 3, 4]) await say(at)
    expect(await told()).toEqual([])
    await say(5)
    expect(await told()).toEqual([{ supportId: 'yh-kurser', cameOf: 'gave-up', stuck: 'form', count: 5 }])
  })

  test('is said once, of supports that fitted, and by those who said that they follow', async () => {
    const { key, said } = await say(1)
    expect(said.ok).toBe(true)
    expect(await sayOutcome(visitor(), key, { 'came-yh-kurser': 'applied' })).toMatchObject({
      refusal: 'said-already',
    })
    const silent = await begun('tyst@example.org', ['yh-kurser'])
    expect(await sayOutcome(visitor(), silent, { 'came-yh-kurser': 'applied' })).toMatchObject({
      refusal: 'key-unknown',
    })
    await confirmFollowing(visitor(), silent)
    expect(await sayOutcome(visitor(), silent, { 'came-yh-flex': 'applied' })).toMatchObject({
      refusal: 'nothing-said',
    })
  })
})

describe('each night', () => {
  test('partners are reminded of what has passed and what nobody has looked up, once a month', async () => {
    for (const now of [later(1), later(2), later(40)]) await run('competence.remind-keepers', now)
    const letters = await database.ownerDb
      .selectFrom('mailMessage')
      .select('body')
      .orderBy('createdAt')
      .execute()
    // Two partners, twice: the last day passed in between.
    expect(letters.map(({ body }) => (body.includes('sista dagen har varit') ? 'passed' : 'stale'))).toEqual([
      'stale',
      'stale',
      'passed',
      'passed',
    ])
  })

  test('links are asked only where the operator wants it', async () => {
    expect(jobs(testNow).map(({ kind }) => kind)).not.toContain('competence.ask-links')
    await run('competence.ask-links', testNow, async (url) => !url.includes('csn.se'))
    const links = await database.ownerDb
      .selectFrom('supportLink')
      .select(['supportId', 'isReached'])
      .execute()
    expect(links).toHaveLength(25)
    expect(
      links
        .filter(({ isReached }) => !isReached)
        .map(({ supportId }) => supportId)
        .toSorted(),
    ).toEqual(['omstallningsstudiestod', 'yh-uppdragsutbildning'])
  })
})
