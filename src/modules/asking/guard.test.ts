import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/connection.ts'
import { useTestDatabase } from '../../../tests/database.ts'
import { answerAsk, stopAsks } from './actions/answer-ask.ts'
import { limitAsks } from './actions/limit-asks.ts'
import { previewAsk, sendAsk } from './actions/send-ask.ts'
import { anAsk, limitHere, plantAsking, secret, sentAsk, type Planted } from './testing.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantAsking(database)
})

const day = 86_400_000
const year = 366
const write = () => ({ subject: 'x', body: 'x' })

async function askedAt(company: string): Promise<readonly number[]> {
  const rows = await database.ownerDb
    .selectFrom('askRecipient')
    .select('askedAt')
    .where('companyId', '=', company)
    .orderBy('askedAt')
    .execute()
  return rows.map(({ askedAt: at }) => at.getTime() / day)
}

/** The most asks in any twelve months: those from each ask on. */
function mostInAYear(days: readonly number[]): number {
  return Math.max(0, ...days.map((from) => days.filter((at) => at >= from && at <= from + year).length))
}

/** An ask put into the database past the program's own choosing, as of a day; false when the database refuses. */
async function forced(company: string, at: number): Promise<boolean> {
  const { id: networkId } = planted.network
  const { ownerDb } = database
  const sentAt = new Date(at * day)
  const words = { title: 'x', why: 'x', questions: '[{}]', criteria: '{}', closesOn: '2030-01-01' }
  const { id: askId } = await ownerDb
    .insertInto('ask')
    .values({ ...words, networkId, municipality: '1440', sentAt, sentBy: null, closedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  try {
    await ownerDb
      .insertInto('askRecipient')
      .values({
        networkId,
        askId,
        companyId: company,
        email: `${askId}@example.org`,
        ground: 'agreed',
        digest: Buffer.from(askId),
        askedAt: sentAt,
        toldAt: null,
      })
      .execute()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '23514') return false
    throw error
  }
}

describe('the guard', () => {
  test('holds in any twelve months, whatever the order and whoever asks at once', async () => {
    const days = fc.array(fc.integer({ min: 20_000, max: 20_000 + 4 * year }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 3 }),
        fc.array(days, { minLength: 1, maxLength: 4 }),
        async (limit, waves) => {
          await limitAsks(planted.context('coordinator'), limit)
          const company = await planted.addCompany()
          const kept: number[] = []
          for (const wave of waves) {
            const outcomes = await Promise.all(wave.map(async (at) => forced(company, at)))
            kept.push(...wave.filter((_, index) => outcomes[index]))
          }
          const asked = await askedAt(company)
          expect([...asked]).toEqual(kept.toSorted((a, b) => a - b))
          expect(mostInAYear(asked)).toBeLessThanOrEqual(limit)
          // It refuses nothing that would fit either.
          for (const at of waves.flat().filter((one) => !kept.includes(one)))
            expect(mostInAYear([...asked, at].toSorted((a, b) => a - b))).toBeGreaterThan(limit)
        },
      ),
      { numRuns: 25 },
    )
  })

  test('counts the asks of all municipalities that are sent at the same moment', async () => {
    await limitAsks(planted.context('coordinator'), 2)
    const email = 'alla@example.org'
    const company = await planted.addCompany(email)
    await database.ownerDb
      .updateTable('companyContact')
      .set({ isShared: true })
      .where('email', '=', email)
      .execute()
    const whoAsks = ['officer', 'neighbour', 'coordinator'] as const
    const codes = { officer: '1440', neighbour: '1441', coordinator: '' }
    const outcomes = await Promise.all(
      [...whoAsks, ...whoAsks].map(async (who) =>
        sendAsk(planted.context(who), anAsk({ by: codes[who] }), { secret, write }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2)
    expect(await askedAt(company)).toHaveLength(2)
    const preview = await previewAsk(planted.context('officer'), anAsk())
    expect(preview).toMatchObject({ ok: true, value: { chosen: [], left: { askedEnough: 1 } } })
  })

  test('is set by the coordinator alone', async () => {
    for (const who of ['visitor', 'partner', 'officer', 'leader', 'operator'] as const)
      expect(await limitAsks(planted.context(who), 12)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await limitHere(planted)).toBe(2)
  })
})

const stopped = async () => (await database.ownerDb.selectFrom('askStop').select('address').execute()).length

describe('a no', () => {
  test('holds for every municipality, in whatever letters the address is written', async () => {
    const company = await planted.addCompany('Nej@Example.org')
    const { keys } = await sentAsk(planted)
    expect(await stopAsks(planted.context('visitor'), keys.get(company) ?? '')).toEqual({
      ok: true,
      value: null,
    })
    expect((await stopAsks(planted.context('officer'), 'made-up')).ok).toBe(false)
    const other = await planted.addCompany('nej@example.org', '1441')
    const preview = await previewAsk(planted.context('neighbour'), anAsk({ by: '1441' }))
    expect(preview).toMatchObject({ ok: true, value: { chosen: [], left: { stopped: 1 } } })
    const scope = { networkId: planted.network.id, personId: null, key: '00' }
    const known = inScope(database.db, scope, (tx) => tx.selectFrom('askStop').select('address').execute())
    expect(await known).toEqual([])
    expect(await askedAt(other)).toEqual([])
    // What was asked before can still be answered.
    expect(
      (await answerAsk(planted.context('visitor'), keys.get(company) ?? '', { 'answer-1': '3' })).ok,
    ).toBe(true)
  })

  test('is taken back by one’s own link and no other', async () => {
    const [company, other] = [
      await planted.addCompany('anger@example.org'),
      await planted.addCompany('x@example.org'),
    ]
    const { keys } = await sentAsk(planted)
    const [own = '', another = ''] = [keys.get(company), keys.get(other)]
    const visitor = planted.context('visitor')
    const before = await stopped()
    await stopAsks(visitor, own)
    await stopAsks(visitor, another, 'start')
    expect(await stopped()).toBe(before + 1)
    expect((await stopAsks(visitor, own, 'start')).ok).toBe(true)
    expect(await stopped()).toBe(before)
  })
})
