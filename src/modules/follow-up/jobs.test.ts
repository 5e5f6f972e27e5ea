import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/database.ts'
import { addTestActor } from '../../../tests/people.ts'
import { answerRound } from './actions/answer-round.ts'
import { freezeRound } from './actions/freeze-round.ts'
import { openRound } from './actions/open-round.ts'
import { followUpJobs } from './jobs.ts'
import { aWord, origin, plantRound, type Planted } from './testing.ts'

const database = useTestDatabase()
const openedAt = new Date('2026-11-16T09:00:00Z')
let planted: Planted
let round = ''

beforeAll(async () => {
  planted = await plantRound(database)
  // One who is an officer of both municipalities.
  const { personId } = planted.actors.colleague ?? { personId: '' }
  await database.ownerDb
    .insertInto('roleGrant')
    .values({
      networkId: planted.network.id,
      personId,
      role: 'officer',
      municipality: '1441',
      grantedAt: openedAt,
      grantedBy: null,
      revokedAt: null,
      revokedBy: null,
    })
    .execute()
  // A stranger's network has officers too, who are told nothing.
  await addTestActor(database, planted.network.otherId, 'officer', '1280')
})

beforeEach(async () => {
  await database.ownerDb.deleteFrom('mailMessage').execute()
  const form = { name: { sv: 'Hösten', en: '' }, closesOn: '2026-12-11', questions: [] }
  const opened = await openRound(planted.context('coordinator', openedAt), form)
  if (!opened.ok) throw new Error(opened.refusal)
  round = opened.value
})

async function run(kind: string, at: Date, payload: unknown = {}): Promise<void> {
  const { db, queueDb } = database
  const job = followUpJobs({ db, queueDb, clock: () => at, origin }).find((one) => one.kind === kind)
  await job?.run(payload)
}

const tell = async () => run('follow-up.tell-of-round', openedAt, { networkId: planted.network.id, round })
const remind = async (day: string) => run('follow-up.remind', new Date(`${day}T05:20:00Z`))

/** Who was written to of this round, as the roles they hold, and what. */
async function letters() {
  const rows = await database.ownerDb
    .selectFrom('mailMessage')
    .select(['recipient', 'subject', 'body'])
    .where('body', 'like', `%/${round}%`)
    .execute()
  const names = Object.entries(planted.actors)
  return rows
    .map(({ recipient, ...letter }) => ({
      to: names.find(([, actor]) => actor && recipient.startsWith(actor.personId))?.[0],
      ...letter,
    }))
    .toSorted((a, b) => String(a.to).localeCompare(String(b.to)))
}
const readers = async () => (await letters()).map(({ to }) => to)

async function aleAnswers(): Promise<void> {
  const sending = { kind: 'words', forms: new Map(), answers: ['Ja'] } as const
  const answered = await answerRound(planted.context('officer', openedAt), round, '1440', {
    sending,
    seen: 9,
  })
  expect(answered).toMatchObject({ ok: true })
}

describe('the letter when a round opens', () => {
  it('goes to each officer once, whatever number of municipalities, and says what is due and where to answer', async () => {
    await tell()
    expect(await readers()).toEqual(['colleague', 'neighbour', 'officer'])
    const [both, , one] = await letters()
    expect(one).toMatchObject({ subject: 'Hösten: svara senast 11 december 2026' })
    expect(one?.body).toContain('– 1. Insats A: Har aldrig rapporterats.')
    expect(one?.body).toContain(`${origin}/uppfoljning/${round}/svar/ale`)
    expect(one?.body).not.toContain('Lerum')
    expect(both?.body).toContain('/svar/ale')
    expect(both?.body).toContain('/svar/lerum')
  })

  it('is not written twice when the job runs twice', async () => {
    await tell()
    await tell()
    expect(await letters()).toHaveLength(3)
  })
})

describe('reminders', () => {
  it('go to those who have not answered, on the days that the rules say, once each', async () => {
    await aleAnswers()
    await remind('2026-12-03')
    expect(await readers()).toEqual([])
    await remind('2026-12-04')
    await remind('2026-12-07')
    // The colleague still owes Lerum's answer.
    expect(await readers()).toEqual(['colleague', 'neighbour'])
    expect((await letters())[0]?.body).not.toContain('/svar/ale')
    await remind('2026-12-10')
    expect(await letters()).toHaveLength(4)
  })

  it('tell the coordinator who is silent when the last day has passed', async () => {
    await aleAnswers()
    await remind('2026-12-14')
    await remind('2026-12-15')
    expect(await readers()).toEqual(['colleague', 'coordinator', 'neighbour'])
    const toCoordinator = (await letters()).find(({ to }) => to === 'coordinator')
    expect(toCoordinator?.body).toContain('– Lerum')
    expect(toCoordinator?.body).not.toContain('– Ale')
  })

  it('end when the round is frozen', async () => {
    await freezeRound(planted.context('coordinator', new Date('2026-12-01T09:00:00Z')), round)
    await remind('2026-12-04')
    await remind('2026-12-14')
    expect(await readers()).toEqual([])
  })

  it('are not written to somebody who has left', async () => {
    const gone = planted.actors.neighbour?.personId ?? ''
    const grants = (revokedAt: Date | null) =>
      database.ownerDb.updateTable('roleGrant').set({ revokedAt }).where('personId', '=', gone).execute()
    await grants(openedAt)
    await remind('2026-12-04')
    await grants(null)
    expect(await readers()).toEqual(['colleague', 'officer'])
  })
})

it('tells a municipality that has said all of it lately that one press is enough', async () => {
  const forms = new Map(
    ['a', 'b'].map((id) => [id, aWord({ owner: planted.actors.officer?.personId ?? null })]),
  )
  const first = await openRound(planted.context('coordinator', openedAt), {
    name: { sv: 'Våren', en: '' },
    closesOn: '2026-12-11',
    questions: [],
  })
  if (!first.ok) throw new Error(first.refusal)
  const sending = { kind: 'words', forms, answers: [] } as const
  expect(
    await answerRound(planted.context('officer', openedAt), first.value, '1440', { sending, seen: 9 }),
  ).toMatchObject({ ok: true })
  await tell()
  const toOfficer = (await letters()).find(({ to }) => to === 'officer')
  expect(toOfficer?.body).toContain('I Ale är alla insatser rapporterade och aktuella.')
})
