import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { plantTestEvent, secret, type PlantedEvent } from '../../roundtable/testing.ts'
import { saidIn } from '../core/note.ts'
import { nextThemes, notesOf } from '../note-store.ts'
import { aNote, aPromise, noted, theDay } from '../testing.ts'
import { keepSent } from './keep-sent.ts'
import { noteMatter } from './note-matter.ts'

const database = useTestDatabase()
let planted: PlantedEvent
beforeAll(async () => {
  planted = await plantTestEvent(database)
  const { id: networkId } = planted.network
  const name = JSON.stringify({ sv: 'Lokal', en: 'Premises' })
  await database.ownerDb
    .insertInto('topic')
    .values({ networkId, id: 'lokal', position: 1, name, hint: name, questions: '[]' })
    .execute()
})

const host = (now = theDay) => planted.contextOf('host 1', now)

async function counts() {
  const { ownerDb } = database
  const count = async (
    table: 'tableNote' | 'noteText' | 'commitment' | 'commitmentAct' | 'nextTheme' | 'matter',
  ) => (await ownerDb.selectFrom(table).select('networkId').execute()).length
  return Promise.all(
    (['tableNote', 'noteText', 'commitment', 'commitmentAct', 'nextTheme', 'matter'] as const).map(count),
  )
}

describe('a note', () => {
  test('is there once, however often it is sent; the latest text of two devices holds, the earlier stay', async () => {
    const note = aNote()
    for (let times = 0; times < 3; times += 1) expect((await keepSent(host(), null, note)).ok).toBe(true)
    const late = aNote({ note: note.note, turn: '3', text: 'Den andra enheten, senare' })
    const early = aNote({ note: note.note, turn: '2', text: 'Den första' })
    await keepSent(host(), null, late)
    await keepSent(host(), null, early)
    const read = await planted.asParticipant('host 1', (tx) => notesOf(tx, planted.event, '1'))
    expect(read).toHaveLength(1)
    expect(read[0] && saidIn(read[0])?.text).toBe('Den andra enheten, senare')
    expect(read[0]?.texts).toHaveLength(3)
  })

  test('is written by the host at its own table and by the coordinator, and read by nobody else', async () => {
    const note = aNote({ text: 'Bara för bordet' })
    await keepSent(host(), null, note)
    const read = async (name: string) => planted.asParticipant(name, (tx) => notesOf(tx, planted.event))
    expect((await read('host 1')).some(({ id }) => id === note.note)).toBe(true)
    for (const name of ['host 2', 'leader 1', 'company 1']) expect(await read(name)).toEqual([])
    for (const who of ['visitor', 'partner', 'officer', 'leader', 'operator'] as const)
      expect(await planted.as(who, (tx) => notesOf(tx, planted.event))).toEqual([])
    expect(await planted.as('coordinator', (tx) => notesOf(tx, planted.event))).not.toEqual([])
    const before = await counts()
    const over = aNote({ note: note.note, turn: '2', text: 'Annans' })
    expect(await keepSent(planted.contextOf('host 2', theDay), null, over)).toMatchObject({
      refusal: 'note-unknown',
    })
    for (const name of ['leader 1', 'company 1', 'guest 1'])
      expect(await keepSent(planted.contextOf(name, theDay), null, aNote())).toMatchObject({
        refusal: 'not-allowed',
      })
    const at = { event: planted.event, table: '1' }
    for (const who of ['visitor', 'partner', 'officer', 'leader', 'operator'] as const)
      expect(await keepSent(planted.context(who, theDay), at, aNote())).toMatchObject({
        refusal: 'not-allowed',
      })
    expect(await counts()).toEqual(before)
    expect((await keepSent(planted.context('coordinator', theDay), at, aNote())).ok).toBe(true)
  })

  test('is not taken before the day, long after it, or empty; what is taken away stays in the history', async () => {
    const before = await counts()
    for (const day of ['2026-11-30', '2026-12-16'])
      expect(await keepSent(host(new Date(`${day}T09:00:00Z`)), null, aNote())).toMatchObject({
        refusal: 'not-open',
      })
    expect(await keepSent(host(), null, aNote({ text: '' }))).toMatchObject({ refusal: 'text-missing' })
    expect(await counts()).toEqual(before)
    const note = aNote({ text: 'Bort' })
    await keepSent(host(), null, note)
    await keepSent(host(), null, aNote({ note: note.note, turn: '2', text: '' }))
    const read = await planted.asParticipant('host 1', (tx) => notesOf(tx, planted.event, '1'))
    const found = read.find(({ id }) => id === note.note)
    expect(found && saidIn(found)).toBeUndefined()
    expect(found?.texts.map(({ text }) => text).toSorted()).toEqual(['', 'Bort'])
  })
})

describe('a promise at the table', () => {
  test('is noted once, and asks whoever made it', async () => {
    const promise = aPromise(planted)
    for (let times = 0; times < 3; times += 1) await keepSent(host(), null, promise)
    const rows = await database.ownerDb
      .selectFrom('commitment')
      .selectAll()
      .where('id', '=', promise.id)
      .execute()
    expect(rows).toMatchObject([
      { state: 'noted', municipality: '1440', promiserKind: 'leadership', shownName: '' },
    ])
  })

  test('names people who are there, a day that is to come, and a known intervention', async () => {
    const before = await counts()
    const refused = async (said: Readonly<Record<string, string>>) => {
      const outcome = await keepSent(host(), null, aPromise(planted, said))
      return outcome.ok ? null : outcome.refusal
    }
    expect(await refused({ promiser: randomUUID() })).toBe('promiser-unknown')
    expect(await refused({ receiver: randomUUID() })).toBe('receiver-unknown')
    expect(await refused({ receiver: planted.idOf('leader 1') })).toBe('same-person')
    expect(await refused({ byDay: '2026-11-30' })).toBe('day-before-event')
    expect(await refused({ intervention: 'okänd' })).toBe('intervention-unknown')
    expect(await refused({ note: randomUUID() })).toBe('note-unknown')
    expect(await counts()).toEqual(before)
  })
})

test('a theme is kept with where it came from', async () => {
  const theme = { kind: 'theme' as const, id: randomUUID(), note: null, theme: 'Validering' }
  for (let times = 0; times < 2; times += 1) await keepSent(host(), null, theme)
  const kept = await planted.as('partner', (tx) => nextThemes(tx))
  expect(kept).toMatchObject([{ text: 'Validering', table: '1', event: { id: planted.event } }])
  expect(await planted.as('visitor', (tx) => nextThemes(tx))).toEqual([])
})

const write = () => ({ subject: 'x', body: 'x' })
const matter = (note: string, said: object = {}) => ({
  kind: 'matter' as const,
  id: randomUUID(),
  note,
  company: planted.idOf('company 1'),
  topic: 'lokal',
  consent: 'on',
  ...said,
})

describe('a note that becomes a matter', () => {
  test('is one matter with the company’s contact and one letter, however often it is sent', async () => {
    const note = aNote({ text: 'Lokalen är för liten\noch kall' })
    await keepSent(host(), null, note)
    const sends = [1, 2, 3].map(() => noteMatter(host(), null, matter(note.note), { secret, write }))
    expect((await Promise.all(sends)).every(({ ok }) => ok)).toBe(true)
    const { ownerDb } = database
    const matters = await ownerDb
      .selectFrom('matter')
      .innerJoin('matterSender', 'matterSender.matterId', 'matter.id')
      .innerJoin('matterText', 'matterText.matterId', 'matter.id')
      .select(['way', 'topicId', 'matterSender.email', 'nameFor', 'subject'])
      .execute()
    expect(matters).toEqual([
      {
        way: 'round-table',
        topicId: 'lokal',
        email: 'company.1@example.org',
        nameFor: 'answerer',
        subject: 'Lokalen är för liten',
      },
    ])
    const letters = await ownerDb
      .selectFrom('mailMessage')
      .select('recipient')
      .where('subject', '=', 'x')
      .execute()
    expect(letters).toEqual([{ recipient: 'company.1@example.org' }])
  })

  test('is none without a note of the table, a company that is there and a topic', async () => {
    const note = aNote()
    await keepSent(host(), null, note)
    const before = await counts()
    const tried = async (sent: ReturnType<typeof matter>, name = 'host 1') => {
      const outcome = await noteMatter(planted.contextOf(name, theDay), null, sent, { secret, write })
      return outcome.ok ? null : outcome.refusal
    }
    expect(await tried(matter(randomUUID()))).toBe('note-unknown')
    expect(await tried(matter(note.note), 'host 2')).toBe('note-unknown')
    expect(await tried(matter(note.note), 'company 1')).toBe('not-allowed')
    expect(await tried(matter(note.note, { company: planted.idOf('leader 1') }))).toBe('company-unknown')
    expect(await tried(matter(note.note, { topic: 'okänt' }))).toBe('topic-missing')
    expect(await counts()).toEqual(before)
  })
})

test('nothing more is noted once the summary is sent', async () => {
  const { ownerDb } = database
  const { id: networkId } = planted.network
  const sent = { networkId, eventId: planted.event, version: 1, savedAt: theDay, sentAt: theDay }
  await ownerDb.insertInto('eventSummary').values(sent).execute()
  expect(await keepSent(host(), null, aNote())).toMatchObject({ refusal: 'summed-up' })
  await expect(noted(planted)).rejects.toThrow('summed-up')
})
