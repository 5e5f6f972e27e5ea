import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { sayAllCame } from '../../event-day/testing.ts'
import { plantTestEvent, secret, origin, type PlantedEvent } from '../../roundtable/testing.ts'
import { AnswerForm, EndingForm, SummaryForm } from '../core/forms.ts'
import { Returned } from '../core/returned.ts'
import { commitmentJobs } from '../jobs.ts'
import { pointsOf, returnsOf, summaryOf } from '../summary-store.ts'
import { aNote, noted, theDay } from '../testing.ts'
import { answerPromise, settlePromise } from './answer-promise.ts'
import { keepSent } from './keep-sent.ts'
import { draftSummary, saveSummary, sendSummary } from './sum-up.ts'

const database = useTestDatabase()
let planted: PlantedEvent
beforeAll(async () => {
  planted = await plantTestEvent(database)
  await keepSent(planted.contextOf('host 1', theDay), null, aNote({ text: 'Svetsare saknas' }))
  await keepSent(
    planted.contextOf('host 2', theDay),
    null,
    aNote({ text: 'Svetsare saknas.', writtenAt: '2026-12-01T09:41:00Z' }),
  )
})

const coordinator = (now = theDay) => planted.context('coordinator', now)
const points = async () => planted.as('coordinator', (tx) => pointsOf(tx, planted.event))
const version = async () =>
  (await planted.as('coordinator', (tx) => summaryOf(tx, planted.event)))?.version ?? 0

async function form(said: Readonly<Record<string, string>>): Promise<SummaryForm> {
  return SummaryForm.parse({ version: String(await version()), ...said })
}

async function run(day: string): Promise<void> {
  const now = new Date(`${day}T05:30:00Z`)
  const jobs = commitmentJobs({
    db: database.db,
    queueDb: database.queueDb,
    clock: () => now,
    origin,
    secret,
  })
  const job = jobs.find(({ kind }) => kind === 'commitments.return')
  for (let times = 0; times < 2; times += 1) await job?.run({})
}

async function letters(subject: string): Promise<number> {
  const rows = await database.ownerDb
    .selectFrom('mailMessage')
    .select('id')
    .where('subject', 'like', subject)
    .execute()
  return rows.length
}

async function bodyTo(recipient: string): Promise<string> {
  const letter = await database.ownerDb
    .selectFrom('mailMessage')
    .select('body')
    .where('recipient', '=', recipient)
    .executeTakeFirstOrThrow()
  return letter.body
}

describe('the summary', () => {
  test('is drafted, written and sent by the coordinator alone', async () => {
    for (const who of ['visitor', 'partner', 'officer', 'leader', 'operator'] as const) {
      const context = planted.context(who, theDay)
      expect(await draftSummary(context, planted.event)).toMatchObject({ refusal: 'not-allowed' })
      expect(await saveSummary(context, planted.event, await form({}))).toMatchObject({
        refusal: 'not-allowed',
      })
      expect(await sendSummary(context, planted.event, 1)).toMatchObject({ refusal: 'not-allowed' })
    }
    expect(await draftSummary(coordinator(new Date('2026-11-30T09:00:00Z')), planted.event)).toMatchObject({
      refusal: 'not-held',
    })
    expect(await version()).toBe(0)
  })

  test('reminds the coordinator after ten days, once', async () => {
    await run('2026-12-10')
    expect(await letters('Sammanfattningen är inte skickad%')).toBe(0)
    await run('2026-12-11')
    await run('2026-12-12')
    expect(await letters('Sammanfattningen är inte skickad%')).toBe(1)
  })

  test('is drafted from the notes as often as one likes, and overwrites nobody', async () => {
    for (let times = 0; times < 2; times += 1) await draftSummary(coordinator(), planted.event)
    expect(await points()).toMatchObject([{ text: 'Svetsare saknas', fate: 'open' }])
    const old = await form({ intro: 'Gammal' })
    await saveSummary(coordinator(), planted.event, await form({ intro: 'Tack', newText: 'En till' }))
    expect(await saveSummary(coordinator(), planted.event, old)).toMatchObject({
      refusal: 'changed-meanwhile',
    })
    expect(await planted.as('partner', (tx) => summaryOf(tx, planted.event))).toBeUndefined()
    expect(await planted.as('partner', (tx) => pointsOf(tx, planted.event))).toEqual([])
  })

  test('is not sent before every point has its fate, and then once to all who came', async () => {
    const [first, second] = await points()
    const missing = { unsaid: [first?.id, second?.id] }
    expect(await sendSummary(coordinator(), planted.event, await version())).toEqual({
      ok: false,
      refusal: missing,
    })
    const fates = {
      [`text-${first?.id}`]: 'Svetsare saknas',
      [`fate-${first?.id}`]: 'taken',
      [`fateText-${first?.id}`]: 'Kurs',
      [`text-${second?.id}`]: '',
    }
    await saveSummary(coordinator(), planted.event, await form({ intro: 'Tack', ...fates }))
    expect(await points()).toHaveLength(1)
    expect(await sendSummary(coordinator(), planted.event, await version())).toEqual({
      ok: false,
      refusal: 'attendance-unsaid',
    })
    // Who was not there is not thanked for it.
    await sayAllCame(planted, theDay, 'guest 2')
    expect(await sendSummary(coordinator(), planted.event, await version())).toEqual({
      ok: true,
      value: null,
    })
    expect(await sendSummary(coordinator(), planted.event, await version())).toMatchObject({
      refusal: 'sent-already',
    })
    await run('2026-12-12')
    expect(await letters('Sammanfattning: Kompetens%')).toBe(12)
    const absent = await bodyTo('guest.2@example.org')
    expect(absent).toContain('kunde inte komma')
    expect(absent).not.toContain('Era egna åtaganden')
    expect(await bodyTo('guest.1@example.org')).toContain('Tack för att ni var med')
    const occasions = await planted.as('partner', async (tx) =>
      tx.selectFrom('participantLetter').select('occasion').execute(),
    )
    expect(occasions).toHaveLength(12)
    expect(await planted.as('visitor', (tx) => pointsOf(tx, planted.event))).toHaveLength(1)
  })

  test('keeps its words when it is sent; a fate may become another', async () => {
    const [first] = await points()
    const said = { [`text-${first?.id}`]: 'Annat', [`fate-${first?.id}`]: 'passed' }
    expect(await saveSummary(coordinator(), planted.event, await form(said))).toMatchObject({ ok: false })
    const whole = await form({ ...said, [`fateText-${first?.id}`]: 'Yrkesvux' })
    expect(await saveSummary(coordinator(), planted.event, whole)).toEqual({ ok: true, value: null })
    expect(await points()).toMatchObject([{ text: 'Svetsare saknas', fate: 'passed', fateText: 'Yrkesvux' }])
  })
})

const confirm = (day: string) =>
  AnswerForm.parse({ do: 'confirm', what: 'Öppna en kurs', byDay: day, isPublic: 'on' })

describe('what came of it', () => {
  test('is told after 30, 90 and 180 days, hides nothing and is never changed', async () => {
    await database.ownerDb.updateTable('eventSummary').set({ sentAt: null }).execute()
    const late = await noted(planted)
    const inner = await noted(planted)
    await database.ownerDb.updateTable('eventSummary').set({ sentAt: theDay }).execute()
    await answerPromise(planted.contextOf('leader 1', theDay), late, confirm('2027-01-15'))
    const hidden = AnswerForm.parse({ do: 'confirm', what: 'Internt', byDay: '2027-01-15' })
    await answerPromise(planted.contextOf('leader 1', theDay), inner, hidden)
    await run('2026-12-31')
    await run('2027-03-01')
    const ending = EndingForm.parse({ ending: 'unkept', because: 'Ingen lärare' })
    await settlePromise(planted.contextOf('company 1', new Date('2027-03-10T09:00:00Z')), late, ending)
    await run('2027-05-30')
    const kept = await planted.as('visitor', (tx) => returnsOf(tx, planted.event))
    const told = kept.map(({ days, content }) => ({ days, ...Returned.parse(content) }))
    expect(
      told.map(({ days, commitments, inner: of }) => [days, commitments.map((one) => one.standing), of]),
    ).toEqual([
      [180, ['unkept'], [{ state: 'confirmed', count: 1 }]],
      [90, ['late'], [{ state: 'confirmed', count: 1 }]],
      [30, ['under-way'], [{ state: 'confirmed', count: 1 }]],
    ])
    expect(JSON.stringify(kept)).not.toContain('Internt')
    for (const days of [30, 90, 180]) expect(await letters(`Vad blev det?%efter ${days} dagar`)).toBe(11)
  })
})
