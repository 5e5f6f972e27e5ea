import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { plantTestEvent, secret, origin, type PlantedEvent } from '../../roundtable/testing.ts'
import { actsOf, commitmentWith } from '../commitment-store.ts'
import { AnswerForm, EndingForm } from '../core/forms.ts'
import { commitmentJobs } from '../jobs.ts'
import { noted, plantIntervention, theDay } from '../testing.ts'
import { answerPromise, settlePromise } from './answer-promise.ts'
import { enterProgramme, followCommitment } from './enter-programme.ts'

const database = useTestDatabase()
let planted: PlantedEvent
beforeAll(async () => {
  planted = await plantTestEvent(database)
  await plantIntervention(database, planted.network.id)
})

const yes = (said: Readonly<Record<string, string>> = {}) =>
  AnswerForm.parse({ do: 'confirm', what: 'Öppna en kurs', byDay: '2027-01-07', isPublic: 'on', ...said })
const no = AnswerForm.parse({ do: 'deny' })
const move = (newDay: string) => AnswerForm.parse({ do: 'move', newDay, why: 'Lärare saknas' })
const ended = (ending: string, because = '') => EndingForm.parse({ ending, because })
const by = (name: string, now = theDay) => planted.contextOf(name, now)

async function stateOf(id: string): Promise<string | undefined> {
  return (await planted.as('coordinator', (tx) => commitmentWith(tx, id)))?.state
}

async function deeds(id: string): Promise<readonly string[]> {
  return (await planted.as('coordinator', (tx) => actsOf(tx, id))).map(({ did, side }) => `${did} ${side}`)
}

/** Runs a job as the worker does, twice: what runs twice does its work once. */
async function runTwice(kind: string, now: Date, payload: unknown = {}): Promise<void> {
  const jobs = commitmentJobs({
    ...database,
    db: database.db,
    queueDb: database.queueDb,
    clock: () => now,
    origin,
    secret,
  })
  const job = jobs.find((one) => one.kind === kind)
  for (let times = 0; times < 2; times += 1) await job?.run(payload)
}

async function lettersTo(recipient: string): Promise<readonly string[]> {
  const rows = await database.ownerDb
    .selectFrom('mailMessage')
    .select('subject')
    .where('recipient', '=', recipient)
    .orderBy('createdAt')
    .execute()
  return rows.map(({ subject }) => subject)
}

/** The name that everybody sees of a company that has confirmed. */
async function shown(said: Readonly<Record<string, string>>): Promise<string | undefined> {
  const id = await noted(planted, {
    promiser: planted.idOf('company 2'),
    receiver: planted.idOf('leader 1'),
  })
  await answerPromise(by('company 2'), id, yes(said))
  return (await planted.as('visitor', (tx) => commitmentWith(tx, id)))?.shownName
}

describe('a commitment', () => {
  test('is confirmed by who made it, and by nobody else; what they change is kept beside what was noted', async () => {
    const id = await noted(planted)
    for (const name of ['company 1', 'leader 2', 'host 1'])
      expect(await answerPromise(by(name), id, yes())).toMatchObject({ ok: false })
    for (const who of ['visitor', 'officer', 'leader', 'coordinator'] as const)
      expect(await answerPromise(planted.context(who, theDay), id, yes())).toMatchObject({ ok: false })
    expect(await deeds(id)).toEqual(['noted host'])
    expect(await settlePromise(by('company 1'), id, ended('kept'))).toMatchObject({
      refusal: 'not-confirmed',
    })
    expect((await answerPromise(by('leader 1'), id, yes({ what: 'Öppna två kurser' }))).ok).toBe(true)
    expect(await deeds(id)).toEqual(['noted host', 'changed promiser', 'confirmed promiser'])
    expect(await answerPromise(by('leader 1'), id, yes())).toMatchObject({ refusal: 'answered-already' })
    const seen = await planted.as('visitor', (tx) => commitmentWith(tx, id))
    expect(seen).toMatchObject({ what: 'Öppna två kurser', shownName: 'leader 1 AB (exempel)' })
  })

  test('is not shown to everybody before it is confirmed, when it is not to be, or when it is denied', async () => {
    const seen = async (id: string) => planted.as('visitor', (tx) => commitmentWith(tx, id))
    const inner = await noted(planted)
    expect(await seen(inner)).toBeUndefined()
    await answerPromise(by('leader 1'), inner, yes({ isPublic: '' }))
    expect(await seen(inner)).toBeUndefined()
    expect(await planted.as('partner', (tx) => commitmentWith(tx, inner))).toBeDefined()
    const denied = await noted(planted)
    await answerPromise(by('leader 1'), denied, no)
    expect([await stateOf(denied), await seen(denied)]).toEqual(['denied', undefined])
    expect(await answerPromise(by('leader 1'), denied, yes())).toMatchObject({ refusal: 'answered-already' })
  })

  test('of a company shows its name only when the company says so', async () => {
    expect([await shown({}), await shown({ showsName: 'on' })]).toEqual(['', 'company 2 AB (exempel)'])
  })

  test('is moved with a reason by who made it, and closed by whom it was promised to', async () => {
    const id = await noted(planted)
    expect(await answerPromise(by('leader 1'), id, move('2027-02-01'))).toMatchObject({
      refusal: 'not-confirmed',
    })
    await answerPromise(by('leader 1'), id, yes())
    expect(await answerPromise(by('leader 1'), id, move('2026-11-30'))).toMatchObject({
      refusal: 'day-passed',
    })
    expect(await answerPromise(by('leader 1'), id, move('2027-01-07'))).toMatchObject({ refusal: 'same-day' })
    expect((await answerPromise(by('leader 1'), id, move('2027-02-01'))).ok).toBe(true)
    for (const name of ['leader 1', 'company 2', 'host 1'])
      expect(await settlePromise(by(name), id, ended('kept'))).toMatchObject({ ok: false })
    for (const who of ['officer', 'coordinator'] as const)
      expect(await settlePromise(planted.context(who), id, ended('kept'))).toMatchObject({
        refusal: 'not-allowed',
      })
    expect(await stateOf(id)).toBe('confirmed')
    expect((await settlePromise(by('company 1'), id, ended('unkept', 'Ingen kurs'))).ok).toBe(true)
    expect((await settlePromise(by('company 1'), id, ended('kept'))).ok).toBe(true)
    expect((await deeds(id)).slice(2)).toEqual(['moved promiser', 'unkept receiver', 'kept receiver'])
  })

  test('to everybody is closed by the coordinator', async () => {
    const id = await noted(planted, { receiver: '' })
    await answerPromise(by('leader 1'), id, yes())
    expect(await settlePromise(planted.context('officer'), id, ended('kept'))).toMatchObject({
      refusal: 'not-allowed',
    })
    expect((await settlePromise(planted.context('coordinator'), id, ended('kept'))).ok).toBe(true)
  })

  test('is guarded by the database itself', async () => {
    const id = await noted(planted)
    await answerPromise(by('leader 1'), id, yes())
    const update = async (name: string, set: object) =>
      planted.asParticipant(name, (tx) =>
        tx.updateTable('commitment').set(set).where('id', '=', id).execute(),
      )
    const kept = { state: 'kept', settledAt: theDay } as const
    await expect(update('leader 1', kept)).rejects.toThrow('closed by whom it was promised to')
    await expect(update('company 1', { what: 'Annat' })).rejects.toThrow('said by who made it')
    await expect(update('company 1', { shownName: 'X' })).rejects.toThrow('confirmed by who made it')
    await update('company 3', kept)
    expect(await stateOf(id)).toBe('confirmed')
  })
})

test('the ladder writes to both sides, each letter once, and anew when the day is moved', async () => {
  const id = await noted(planted, { promiser: planted.idOf('leader 2'), receiver: planted.idOf('company 5') })
  await runTwice('commitments.chase', theDay)
  await runTwice('commitments.chase', new Date('2026-12-09T05:20:00Z'))
  expect(await lettersTo('leader.2@example.org')).toEqual([
    'Stämmer det här åtagandet?',
    'Påminnelse: stämmer åtagandet?',
  ])
  await answerPromise(by('leader 2'), id, yes())
  for (const day of ['2026-12-29', '2026-12-30', '2027-01-07', '2027-01-08', '2027-01-11'])
    await runTwice('commitments.chase', new Date(`${day}T05:20:00Z`))
  expect((await lettersTo('leader.2@example.org')).slice(2)).toEqual([
    'Ert åtagande ska vara klart 7 januari 2027',
    'Ert åtagande ska vara klart i dag',
    'Ert åtagande har passerat sin dag',
  ])
  expect(await lettersTo('company.5@example.org')).toEqual(['Blev det av?'])
  await answerPromise(by('leader 2', new Date('2027-01-11T09:00:00Z')), id, move('2027-01-28'))
  for (const day of ['2027-01-28', '2027-01-29'])
    await runTwice('commitments.chase', new Date(`${day}T05:20:00Z`))
  expect((await lettersTo('leader.2@example.org')).slice(5)).toHaveLength(2)
  expect(await lettersTo('company.5@example.org')).toHaveLength(2)
})

describe('a municipality’s commitment in the programme', () => {
  const words = {
    evidence: (event: string) => `Lovat vid ${event}`,
    address: (id: string) => `/ataganden/${id}`,
    reason: (because: string) => because,
    moved: 'Flyttad',
  }

  test('is an activity by the press of its own officer, once, and follows what becomes of it', async () => {
    const id = await noted(planted, { intervention: 'it' })
    const officer = planted.context('officer', theDay)
    expect(await enterProgramme(officer, id, words)).toMatchObject({ refusal: 'not-fit' })
    await answerPromise(by('leader 1'), id, yes())
    await runTwice('commitments.tell-officers', theDay, {
      networkId: planted.network.id,
      id,
      municipality: '1440',
      rung: 'enter',
    })
    // The officer and a colleague, once each.
    const subject = 'Ett bekräftat åtagande kan föras in i programmet'
    const told = await database.ownerDb
      .selectFrom('mailMessage')
      .select('id')
      .where('subject', '=', subject)
      .execute()
    expect(told).toHaveLength(2)
    for (const who of ['visitor', 'neighbour', 'leader', 'coordinator'] as const)
      expect(await enterProgramme(planted.context(who, theDay), id, words)).toMatchObject({ ok: false })
    expect(await database.ownerDb.selectFrom('activity').select('id').execute()).toEqual([])
    const both = await Promise.all([enterProgramme(officer, id, words), enterProgramme(officer, id, words)])
    const [first] = both
    expect(both).toEqual([first, first])
    const activities = await database.ownerDb.selectFrom('activity').select('id').execute()
    expect(activities).toHaveLength(1)
    const evidence = await database.ownerDb.selectFrom('evidence').selectAll().execute()
    expect(evidence).toMatchObject([{ title: 'Lovat vid Kompetens (exempel)' }])
    await settlePromise(by('company 1'), id, ended('unkept', 'Ingen lärare'))
    expect(await followCommitment(planted.context('neighbour', theDay), id, words)).toMatchObject({
      ok: false,
    })
    for (let times = 0; times < 2; times += 1)
      expect((await followCommitment(officer, id, words)).ok).toBe(true)
    const said = await database.ownerDb
      .selectFrom('activityWord')
      .select('status')
      .orderBy('version')
      .execute()
    expect(said.map(({ status }) => status)).toEqual(['on-plan', 'stopped'])
  })

  test('is none when it is not for everybody, or belongs to no intervention', async () => {
    for (const said of [{ intervention: 'it', isPublic: '' }, { intervention: '' }]) {
      const id = await noted(planted, said)
      await answerPromise(by('leader 1'), id, yes({ isPublic: said.isPublic ?? 'on' }))
      expect(await enterProgramme(planted.context('officer', theDay), id, words)).toMatchObject({
        refusal: 'not-fit',
      })
    }
  })
})
