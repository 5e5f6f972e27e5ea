import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { historyOf } from '#modules/audit'
import { BasicsForm } from '../core/basics-form.ts'
import type { Criterion } from '../core/event.ts'
import { ParticipantForm } from '../core/participant-form.ts'
import { TablesForm } from '../core/tables-form.ts'
import { lettersOfEvents } from '../pages/letters.ts'
import { contactsOf, lettersOf } from '../participant-store.ts'
import { criteriaOf, eventsOf, itemsOf, participantsOf, questionsOf, roundsOf, tablesOf } from '../store.ts'
import { origin, plantTestEvent, secret, type PlantedEvent, type Who } from '../testing.ts'
import { answerFor, changeParticipant, setPresence, withdrawParticipant } from './change-participant.ts'
import { listPeople, type Wanted } from './list-people.ts'
import { changeEvent, planEvent } from './plan-event.ts'
import { saveCriteria, saveLinks, saveProgramme, saveTables } from './plan-parts.ts'
import { cancelEvent, copyEvent, publishEvent } from './publish-event.ts'
import { sendLetters } from './send-letters.ts'

/** What the coordinator does to an event and its list; everybody else is refused, and nothing is left behind. */

const database = useTestDatabase()
const desk = { secret, write: lettersOfEvents(origin) }
const others = ['visitor', 'partner', 'officer', 'neighbour', 'leader', 'operator'] as const
let planted: PlantedEvent
beforeAll(async () => {
  planted = await plantTestEvent(database)
})
beforeEach(async () => {
  await database.ownerDb.deleteFrom('mailMessage').execute()
})
const context = (who: Who = 'coordinator', now?: string) =>
  planted.context(who, now === undefined ? undefined : new Date(now))

const basics = BasicsForm.parse({
  title: 'Nästa samtal',
  theme: 'Elektriker',
  place: 'Ale',
  onDay: '2027-03-01',
  opensAt: '09:00',
  endsAt: '12:00',
  seats: '12',
  answerBy: '2027-02-20',
  needsDays: '14',
})
const person = (said: Readonly<Record<string, string>>) =>
  ParticipantForm.parse({ criterion: 'guest', organisation: 'Myndigheten', ...said })
const table = (id: string) => ({ [`table-${id}-id`]: id, [`table-${id}-min`]: '2', [`table-${id}-max`]: '6' })

async function counts(): Promise<unknown> {
  const { rows } = await sql`
    select (select json_agg(one order by id) from event one) as events,
           (select json_agg(one order by id) from participant one) as people,
           (select json_agg(one order by position) from event_table one) as tables,
           (select json_agg(one order by position) from event_criterion one) as criteria,
           (select json_agg(one) from event_link one) as links, (select json_agg(one) from event_item one) as items,
           (select count(*) from participant_letter) as letters, (select count(*) from mail_message) as mails,
           (select count(*) from audit_entry) as log`.execute(database.ownerDb)
  return rows[0]
}

async function leavesNothing(work: () => Promise<{ readonly ok: boolean }>): Promise<unknown> {
  const before = await counts()
  const outcome = await work()
  expect(await counts()).toEqual(before)
  return 'refusal' in outcome ? outcome.refusal : outcome
}

test.each(others)('the %s plans, lists, invites and changes nothing', async (who) => {
  const { event } = planted
  const listed = { event, participant: planted.idOf('guest 1') }
  const deeds = [
    async () => planEvent(context(who), basics),
    async () => changeEvent(context(who), event, basics, desk),
    async () => saveProgramme(context(who), event, { items: [], rounds: [] }),
    async () => saveTables(context(who), event, { tables: [], questions: [] }),
    async () => saveCriteria(context(who), event, []),
    async () => saveLinks(context(who), event, []),
    async () => publishEvent(context(who), event),
    async () => cancelEvent(context(who), event, 'x', desk),
    async () => copyEvent(context(who), event, { withPeople: true, secret }),
    async () => listPeople(context(who), event, [{ person: person({ name: 'X' }) }], secret),
    async () => sendLetters(context(who), event, new Set(planted.participants.values()), desk),
    async () => changeParticipant(context(who), listed, person({ name: 'X' })),
    async () => setPresence(context(who), listed, { fromRound: 1, untilRound: null }),
    async () => answerFor(context(who), listed, 'no'),
    async () => withdrawParticipant(context(who), listed, desk),
  ]
  for (const deed of deeds) expect(await leavesNothing(deed)).toBe('not-allowed')
})

describe('an event', () => {
  test('is planned unseen, is seen when it is published, and only then, with its criteria said', async () => {
    const made = await planEvent(context(), basics)
    const id = made.ok ? made.value : ''
    const seen = async (who: Who) => (await planted.as(who, eventsOf)).some((one) => one.id === id)
    expect([await seen('visitor'), await seen('partner')]).toEqual([false, true])
    expect(await leavesNothing(async () => publishEvent(context(), id))).toBe('criteria-none')
    const criterion: Criterion = { id: '', text: 'Företag i Ale', kind: 'company', seats: 12 }
    expect((await saveCriteria(context(), id, [criterion])).ok).toBe(true)
    expect((await planted.as('partner', (tx) => criteriaOf(tx, id)))[0]?.id).toBe('foretag-i-ale')
    expect((await publishEvent(context(), id)).ok).toBe(true)
    expect(await seen('visitor')).toBe(true)
    expect(await leavesNothing(async () => publishEvent(context(), id))).toBe('published')
    const history = await planted.as('partner', (tx) => historyOf(tx, 'event', id))
    expect(history.map(({ did, by }) => [did, by])).toEqual([
      ['roundtable.event-published', 'coordinator  (exempel)'],
      ['roundtable.criteria-edited', 'coordinator  (exempel)'],
      ['roundtable.event-planned', 'coordinator  (exempel)'],
    ])
  })

  test.each([
    ['day-passed', async () => planEvent(context(), { ...basics, onDay: '2026-11-23' })],
    ['seats-taken', async () => changeEvent(context(), planted.event, { ...basics, seats: 11 }, desk)],
    ['seats-promised', async () => changeEvent(context(), planted.event, { ...basics, seats: 19 }, desk)],
    ['event-unknown', async () => changeEvent(context(), planted.network.id, basics, desk)],
    ['in-use', async () => saveCriteria(context(), planted.event, [])],
    [
      { row: 'criterion', at: 0, field: 'seats', fault: 'criterion-taken' },
      async () =>
        saveCriteria(context(), planted.event, [{ id: 'company', text: 'x', kind: 'company', seats: 4 }]),
    ],
    [
      { row: 'round', at: 0, field: 'startsAt', fault: 'round-outside' },
      async () =>
        saveProgramme(context(), planted.event, {
          items: [],
          rounds: [{ number: 0, startsAt: '08:00', minutes: 30 }],
        }),
    ],
    [
      { row: 'table', at: 0, field: 'closed', fault: 'round-unknown' },
      async () =>
        saveTables(context(), planted.event, TablesForm.parse({ ...table('1'), 'table-1-closed': '9' })),
    ],
  ])('is refused %s, and nothing is left behind', async (refusal, work) => {
    expect(await leavesNothing(work)).toEqual(refusal)
  })

  test('keeps its tables and questions by their names when some go, and a question may move to a new table', async () => {
    const read = async () => ({
      tables: await planted.as('partner', (tx) => tablesOf(tx, planted.event)),
      questions: await planted.as('partner', (tx) => questionsOf(tx, planted.event)),
    })
    const [first] = (await read()).questions
    const form = TablesForm.parse({
      ...table('1'),
      ...table('4'),
      'table-1-host': planted.idOf('host 1'),
      'question-1-id': first?.id ?? '',
      'question-1-text': 'Vad hindrar er?',
      'question-1-table': '4',
      'question-2-text': 'Vem?',
    })
    expect(await saveTables(context(), planted.event, form)).toEqual({ ok: true, value: null })
    const after = await read()
    expect(after.tables.map(({ id, hostId }) => [id, hostId])).toEqual([
      ['1', planted.idOf('host 1')],
      ['4', null],
    ])
    expect(after.questions).toMatchObject([
      { id: first?.id, tableId: '4', text: 'Vad hindrar er?' },
      { tableId: null, text: 'Vem?' },
    ])
  })

  test('is planned anew as the last one was, a year later, without its people', async () => {
    await saveLinks(context(), planted.event, [{ kind: 'indicator', ref: 'folkmangd' }])
    const copied = await copyEvent(context(), planted.event, { withPeople: false, secret })
    const id = copied.ok ? copied.value.event : ''
    const [copy] = (await planted.as('partner', eventsOf)).filter((one) => one.id === id)
    expect(copy).toMatchObject({ onDay: '2027-11-30', publishedAt: null, title: 'Kompetens (exempel)' })
    expect(await planted.as('partner', (tx) => participantsOf(tx, id))).toEqual([])
    expect(
      (await planted.as('partner', (tx) => tablesOf(tx, id))).every(({ hostId }) => hostId === null),
    ).toBe(true)
    expect(await planted.as('partner', (tx) => criteriaOf(tx, id))).toHaveLength(4)
  })

  test('brings those who were invited along when it is asked to, as if they had just been listed', async () => {
    await planted.addParticipant({ name: 'taken back', kind: 'guest', state: 'withdrawn' })
    await planted.addParticipant({ name: 'said no', kind: 'company', state: 'no' })
    const before = await planted.as('coordinator', (tx) => contactsOf(tx, planted.event))
    const copied = await copyEvent(context(), planted.event, { withPeople: true, secret })
    const id = copied.ok ? copied.value.event : ''
    const people = await planted.as('coordinator', (tx) => participantsOf(tx, id))
    expect(copied).toMatchObject({ value: { people: people.length } })
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['leader 1', 'said no']))
    expect(people.map(({ name }) => name)).not.toContain('taken back')
    expect(people.every(({ state, answeredAt }) => state === 'listed' && answeredAt === null)).toBe(true)
    const emails = [...(await planted.as('coordinator', (tx) => contactsOf(tx, id))).values()]
    expect(emails.map(({ email }) => email)).toContain(before.get(planted.idOf('leader 1'))?.email)
  })
})

const list = async (...wanted: readonly Wanted[]) => listPeople(context(), planted.event, wanted, secret)
const named = async (name: string) =>
  (await planted.as('partner', (tx) => participantsOf(tx, planted.event))).filter((one) => one.name === name)
const clash = (likeness: string) => ({
  clashes: [{ at: 0, likeness, other: { name: 'Kim', organisation: 'Myndigheten' } }],
})

describe('the list', () => {
  test('takes each by a criterion, the same person once, and says in the log who and why', async () => {
    const one = { person: person({ name: 'Salma', email: 'salma@example.org' }) }
    expect(await list(one, one)).toEqual({ ok: true, value: { added: 1, kept: 1 } })
    expect(await list(one)).toEqual({ ok: true, value: { added: 0, kept: 1 } })
    const [listed] = await named('Salma')
    expect(listed).toMatchObject({ kind: 'guest', criterionId: 'guest', state: 'listed' })
    const history = await planted.as('partner', (tx) => historyOf(tx, 'participant', listed?.id ?? ''))
    expect(history).toMatchObject([
      { did: 'roundtable.participant-listed', after: { name: 'Salma', criterion: 'All of kind guest' } },
    ])
    expect(JSON.stringify(history)).not.toContain('salma@example.org')
  })

  test('asks who is who: two by one name, one person in two organisations', async () => {
    await list({ person: person({ name: 'Kim', email: 'kim@example.org' }) })
    const twin = person({ name: 'Kim', email: 'kim2@example.org' })
    const elsewhere = person({ name: 'Kim', email: 'kim@example.org', organisation: 'Skolan' })
    expect(await leavesNothing(async () => list({ person: twin }))).toEqual(clash('same-name'))
    expect(await leavesNothing(async () => list({ person: elsewhere }))).toEqual(clash('two-organisations'))
    expect(await list({ person: twin, same: 'keep' })).toMatchObject({ value: { added: 0, kept: 1 } })
    expect(await list({ person: elsewhere, same: 'this' })).toMatchObject({ ok: true })
    expect((await named('Kim')).map(({ organisation }) => organisation)).toEqual(['Skolan'])
    expect(await list({ person: twin, same: 'two' })).toMatchObject({ value: { added: 1 } })
    expect(await named('Kim')).toHaveLength(2)
  })

  test('refuses a criterion that is none', async () => {
    const wrong = { person: person({ name: 'X', criterion: 'vänner' }) }
    expect(await leavesNothing(async () => list(wrong))).toBe('criterion-unknown')
  })
})

describe('letters', () => {
  test('go to those who were chosen and may get one, each with a link of their own, and are noted', async () => {
    const { event } = planted
    const fresh = await planted.addParticipant({ name: 'fresh', kind: 'guest', state: 'listed' })
    const silent = await planted.addParticipant({ name: 'silent', kind: 'guest', state: 'invited' })
    const chosen = new Set([fresh, silent, planted.idOf('guest 1')])
    expect(await sendLetters(context(), event, chosen, desk)).toEqual({ ok: true, value: { sent: 2 } })
    const mails = await database.ownerDb
      .selectFrom('mailMessage')
      .select(['recipient', 'subject', 'body', 'holdsSecret'])
      .orderBy('recipient')
      .execute()
    expect(mails.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ['fresh@example.org', 'Inbjudan: Kompetens (exempel)'],
      ['silent@example.org', 'Inbjudan igen: Kompetens (exempel)'],
    ])
    expect(mails[0]?.body).toContain(`${origin}/bord/${planted.key('fresh')}`)
    expect(mails[0]?.body).toContain('All of kind guest')
    expect(mails.every(({ holdsSecret }) => holdsSecret)).toBe(true)
    const people = await planted.as('partner', (tx) => participantsOf(tx, event))
    expect(people.find(({ id }) => id === fresh)?.state).toBe('invited')
  })

  test.each([
    [
      'nobody-chosen',
      async () => sendLetters(context(), planted.event, new Set([planted.idOf('guest 1')]), desk),
    ],
    [
      'late',
      async () => sendLetters(context('coordinator', '2026-11-28T08:00:00Z'), planted.event, new Set(), desk),
    ],
  ])('are none when it is refused as %s', async (refusal, work) => {
    expect(await leavesNothing(work)).toBe(refusal)
  })
})

test('an answer by telephone takes no more seats than there are', async () => {
  const { event } = planted
  const participant = await planted.addParticipant({ name: 'caller', kind: 'company', state: 'invited' })
  expect(await answerFor(context(), { event, participant }, 'yes')).toEqual({ ok: true, value: 'waiting' })
  const held = { event, participant: planted.idOf('company 1') }
  const moved = person({ name: 'company 1', criterion: 'guest' })
  expect(await leavesNothing(async () => changeParticipant(context(), held, moved))).toBe('criterion-held')
  const after = context('coordinator', '2026-12-02T08:00:00Z')
  expect(await leavesNothing(async () => answerFor(after, held, 'no'))).toBe('closed')
  expect((await withdrawParticipant(context(), held, desk)).ok).toBe(true)
  expect(await leavesNothing(async () => withdrawParticipant(context(), held, desk))).toBe('withdrawn')
})

const mails = async () =>
  database.ownerDb.selectFrom('mailMessage').select(['recipient', 'subject', 'body']).execute()

describe('an event that is moved', () => {
  const stands = {
    title: 'Kompetens (exempel)',
    theme: 'Hur vi hittar folk',
    welcome: '',
    place: 'Stora salen',
    onDay: '2026-12-01',
    opensAt: '09:00',
    endsAt: '11:30',
    seats: 20,
    answerBy: '2026-11-27',
    needsDays: 14,
  }
  const change = async (said: Partial<BasicsForm>, id = planted.event) =>
    changeEvent(context(), id, { ...stands, ...said }, desk)

  test('writes once to each who has said yes or is silent, and their answers stand', async () => {
    planted = await plantTestEvent(database)
    await planted.addParticipant({ name: 'silent', kind: 'guest', state: 'invited' })
    await planted.addParticipant({ name: 'declined', kind: 'guest', state: 'no' })
    await planted.addParticipant({ name: 'unasked', kind: 'guest', state: 'listed' })
    expect(await change({ theme: 'Något annat' })).toEqual({ ok: true, value: { letters: 0, movedBy: 0 } })
    expect(await change({ onDay: '2026-12-03', place: 'Lilla salen' })).toEqual({
      ok: true,
      value: { letters: 13, movedBy: 0 },
    })
    expect(await change({ onDay: '2026-12-03', place: 'Lilla salen' })).toMatchObject({
      value: { letters: 0 },
    })
    const sent = await mails()
    expect(sent.map(({ recipient }) => recipient)).toHaveLength(13)
    expect(sent.some(({ recipient }) => /declined|unasked/.test(recipient))).toBe(false)
    const silent = sent.find(({ recipient }) => recipient === 'silent@example.org')
    expect(silent?.subject).toBe('Ny tid eller plats: Kompetens (exempel)')
    expect(silent?.body).toContain('3 december 2026')
    expect(silent?.body).toContain('Tidigare: 1 december 2026')
    expect(silent?.body).toContain('Svara senast')
    expect(silent?.body).toContain(`${origin}/bord/${planted.key('silent')}/kalender.ics`)
    const [moved] = await planted.as('partner', (tx) => eventsOf(tx))
    expect(moved).toMatchObject({ onDay: '2026-12-03', sequence: 1 })
    const letters = await planted.as('partner', (tx) => lettersOf(tx, planted.event))
    expect(letters.filter(({ occasion }) => occasion === 'moved')).toHaveLength(13)
  })

  test('writes to nobody before it is published or when it has been', async () => {
    const made = await planEvent(context(), basics)
    expect(await change({ onDay: '2027-03-05', answerBy: '2027-02-20' }, made.ok ? made.value : '')).toEqual({
      ok: true,
      value: { letters: 0, movedBy: 0 },
    })
    const after = context('coordinator', '2026-12-04T08:00:00Z')
    const late = await changeEvent(
      after,
      planted.event,
      { ...stands, place: 'Annan', onDay: '2026-12-03' },
      desk,
    )
    expect(late).toEqual({ ok: true, value: { letters: 0, movedBy: 0 } })
    expect(await mails()).toEqual([])
  })

  test('takes its programme along where the new hours would leave rounds outside, or stays as it is', async () => {
    planted = await plantTestEvent(database)
    const { event } = planted
    const items = [{ id: '', at: '09:05', text: 'Kaffe' }]
    const rounds = [
      { number: 0, startsAt: '09:30', minutes: 45 },
      { number: 1, startsAt: '10:30', minutes: 45 },
    ]
    expect((await saveProgramme(context(), event, { items, rounds })).ok).toBe(true)
    const times = async () =>
      planted.as('partner', async (tx) => [
        ...(await itemsOf(tx, event)).map(({ at }) => at),
        ...(await roundsOf(tx, event)).map(({ startsAt }) => startsAt),
      ])
    for (const hours of [{ endsAt: '11:00' }, { opensAt: '13:00', endsAt: '15:00' }])
      expect(await leavesNothing(async () => change(hours))).toBe('rounds-outside')
    expect(await change({ opensAt: '08:00', endsAt: '12:00' })).toMatchObject({ value: { movedBy: 0 } })
    expect(await times()).toEqual(['09:05', '09:30', '10:30'])
    expect(await change({ opensAt: '12:30', endsAt: '16:00' })).toMatchObject({ value: { movedBy: 270 } })
    expect(await times()).toEqual(['13:35', '14:00', '15:00'])
  })
})
