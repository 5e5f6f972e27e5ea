import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction, type Actor, type Context } from '#modules/accounts'
import { cubesOf, retrievalsOf, seriesWith } from '#modules/statistics'
import { useTestDatabase } from '../../../../tests/database.ts'
import {
  addTestActor,
  addTestNetwork,
  contextOf,
  testNow,
  waitingJobs,
  type TestNetwork,
} from '../../../../tests/people.ts'
import { EntryForm, type EntryDraft } from '../core/entry-form.ts'
import { doubtsAbout } from '../core/doubts.ts'
import { countToConfirm, settledEntriesOf, waitingEntries } from '../entry-store.ts'
import { newestRuns } from '../store.ts'
import { confirmFigure, type EntrySource } from './confirm-figure.ts'
import { enterFigure } from './enter-figure.ts'
import { returnFigure, type ReturnLetter } from './return-figure.ts'

const database = useTestDatabase()
let network: TestNetwork
const people: Record<string, Actor> = {}

beforeEach(async () => {
  network = await addTestNetwork(database)
  people['coordinator'] = await addTestActor(database, network.id, 'coordinator')
  people['officer'] = await addTestActor(database, network.id, 'officer', '1440')
  people['colleague'] = await addTestActor(database, network.id, 'officer', '1440')
  people['leader'] = await addTestActor(database, network.id, 'leader', '1440')
  people['neighbour'] = await addTestActor(database, network.id, 'officer', '1441')
  for (const [id, series] of [
    ['egen', ['own:egen']],
    ['hamtad', ['kolada:N00999']],
    ['utan', []],
  ] as const) {
    const text = JSON.stringify({ sv: id, en: id })
    await database.ownerDb
      .insertInto('indicator')
      .values({
        networkId: network.id,
        id,
        series: [...series],
        name: text,
        definition: text,
        method: text,
        howToRetrieve: text,
        unit: 'percent',
        decimals: 1,
        direction: 'higher',
        regionRule: JSON.stringify({ kind: 'sum' }),
      })
      .execute()
  }
})

const by = (who: string | null): Context =>
  contextOf(database.db, network.id, who === null ? null : (people[who] ?? null))
const draft = (more: Partial<EntryDraft['figure']> = {}, indicator = 'egen'): EntryDraft =>
  ({
    indicator,
    takenFrom: 'Årsredovisningen, sidan 4',
    figure: {
      place: '1440',
      gender: 'all',
      year: 2025,
      value: 12.4,
      missing: null,
      isPreliminary: false,
      note: null,
      ...more,
    },
  }) as EntryDraft
const source: EntrySource = (entry, municipality) => ({
  id: `hand-${entry.id}`,
  publisher: municipality,
  title: entry.takenFrom,
  url: null,
  licence: '',
  licenceUrl: null,
  vintage: '',
  retrievedOn: null,
  note: { sv: '', en: '' },
})

async function known() {
  return inTransaction(by('officer'), async (tx) => {
    const id = (await seriesWith(tx, ['own:egen'])).get('own:egen')?.id ?? 0
    const [cube] = await cubesOf(tx, [id])
    const figure = cube?.figureAt('1440', 2025)
    return figure && { ...figure, came: (await retrievalsOf(tx, [figure.retrieval])).get(figure.retrieval) }
  })
}
const waiting = async () => inTransaction(by('officer'), waitingEntries)
const entries = async () =>
  (
    await database.ownerDb
      .selectFrom('auditEntry')
      .select('did')
      .where('networkId', '=', network.id)
      .execute()
  ).map(({ did }) => did)

async function entered(who = 'officer'): Promise<string> {
  const done = await enterFigure(by(who), draft())
  if (!done.ok) throw new Error(done.refusal)
  return done.value
}

describe('entering a figure', () => {
  test('lets it wait, seen by nobody as a figure', async () => {
    await entered()
    expect(await waiting()).toMatchObject([{ indicator: 'egen', figure: { value: 12.4, year: 2025 } }])
    expect(await known()).toBeUndefined()
    expect(await entries()).toEqual(['imports.figure-entered'])
  })

  test.each([
    [null, {}, 'egen', 'not-allowed'],
    ['leader', {}, 'egen', 'not-allowed'],
    ['neighbour', {}, 'egen', 'not-allowed'],
    ['coordinator', { place: '9999' }, 'egen', 'municipality-unknown'],
    ['officer', {}, 'finns-inte', 'indicator-unknown'],
    ['officer', {}, 'hamtad', 'not-by-hand'],
    ['officer', {}, 'utan', 'not-by-hand'],
  ])('by %s of %j for %s is refused: %s', async (who, more, indicator, refusal) => {
    expect(await enterFigure(by(who), draft(more, indicator))).toEqual({ ok: false, refusal })
    expect(await waiting()).toEqual([])
    expect(await entries()).toEqual([])
  })

  test('is refused where one waits already, and where it is known', async () => {
    const id = await entered()
    expect(await enterFigure(by('colleague'), draft({ value: 13 }))).toEqual({
      ok: false,
      refusal: 'waiting-already',
    })
    expect(await confirmFigure(by('colleague'), id, source)).toMatchObject({ ok: true })
    expect(await enterFigure(by('officer'), draft())).toEqual({ ok: false, refusal: 'same-as-known' })
  })
})

describe('confirming', () => {
  test.each(['colleague', 'leader', 'coordinator'])(
    'by a %s makes it a figure, with both names',
    async (who) => {
      const id = await entered()
      expect(await confirmFigure(by(who), id, source)).toEqual({ ok: true, value: 'egen' })
      expect(await known()).toMatchObject({
        value: 12.4,
        came: { way: 'hand', byPerson: people['officer']?.personId, confirmedBy: people[who]?.personId },
      })
      expect(await waiting()).toEqual([])
      expect(await entries()).toEqual(['imports.figure-entered', 'imports.figure-confirmed'])
      const runs = await inTransaction(by('officer'), async (tx) => newestRuns(tx, 5))
      expect(runs).toMatchObject([{ way: 'hand', state: 'done', report: { added: 1 } }])
    },
  )

  test.each([
    ['officer', 'own-entry'],
    ['neighbour', 'entry-unknown'],
    [null, 'not-allowed'],
  ])('by %s is refused: %s', async (who, refusal) => {
    const id = await entered()
    expect(await confirmFigure(by(who), id, source)).toEqual({ ok: false, refusal })
    expect(await known()).toBeUndefined()
    expect(await waiting()).toHaveLength(1)
  })

  test('by two at once succeeds for one, and the other is told', async () => {
    const id = await entered()
    const both = await Promise.all(
      ['colleague', 'leader'].map(async (who) => confirmFigure(by(who), id, source)),
    )
    expect(both.map((one) => (one.ok ? 'ok' : one.refusal)).toSorted()).toEqual(['entry-unknown', 'ok'])
  })
})

const letter: ReturnLetter = ({ indicator, municipality, by: who, reason }) => ({
  subject: `${indicator} ${municipality}`,
  body: `${who}: ${reason}`,
})
const returned = async (who: string, id: string, reason = '') => returnFigure(by(who), id, reason, letter)
const letters = async () =>
  database.ownerDb
    .selectFrom('mailMessage')
    .innerJoin('person', 'person.email', 'mailMessage.recipient')
    .select(['person.id', 'subject', 'body'])
    .where('networkId', '=', network.id)
    .execute()
const settled = async (who: string) =>
  inTransaction(by(who), async (tx) => settledEntriesOf(tx, people[who]?.personId ?? '', testNow))

async function roleBecomes(role: 'partner' | null) {
  const personId = people['officer']?.personId ?? ''
  const change = role === null ? { revokedAt: testNow } : { role, municipality: null }
  await database.ownerDb.updateTable('roleGrant').set(change).where('personId', '=', personId).execute()
  people['officer'] = {
    personId,
    name: 'Någon',
    grants: role === null ? [] : [{ role, municipality: null }],
  }
}

const countFor = async (who: string, places: 'everywhere' | readonly string[]) =>
  inTransaction(by(who), async (tx) => countToConfirm(tx, people[who]?.personId ?? '', places))

describe('sending back and taking back', () => {
  test('needs a reason from a colleague, which the one who entered it is told', async () => {
    const id = await entered()
    const jobs = await waitingJobs(database, 'mail.deliver-message')
    expect(await returned('leader', id)).toEqual({ ok: false, refusal: 'reason-missing' })
    expect(await letters()).toEqual([])
    expect(await returned('leader', id, 'Fel år')).toMatchObject({ ok: true })
    expect(await waiting()).toEqual([])
    expect(await entries()).toContain('imports.figure-sent-back')
    expect(await letters()).toEqual([
      { id: people['officer']?.personId, subject: 'egen Ale', body: 'leader 1440 (exempel): Fel år' },
    ])
    expect(await waitingJobs(database, 'mail.deliver-message')).toBe(jobs + 1)
    expect(await settled('officer')).toMatchObject([
      { id, verdict: 'sent-back', reason: 'Fel år', settledBy: people['leader']?.personId },
    ])
    expect(await settled('colleague')).toEqual([])
  })

  test('is free for who entered it, and closed to others', async () => {
    const id = await entered()
    expect(await returned('neighbour', id, 'x')).toEqual({ ok: false, refusal: 'entry-unknown' })
    expect(await returned('officer', id)).toMatchObject({ ok: true })
    expect(await returned('officer', id)).toEqual({ ok: false, refusal: 'entry-unknown' })
    expect(await known()).toBeUndefined()
    expect([await letters(), await settled('officer')]).toEqual([[], []])
  })

  test('stays free for who entered it with another role in the network, and ends with the last one', async () => {
    const [first, last] = [await entered(), await enterFigure(by('officer'), draft({ year: 2024 }))]
    await roleBecomes('partner')
    expect(await returned('officer', first)).toMatchObject({ ok: true })
    await roleBecomes(null)
    expect(await returned('officer', last.ok ? last.value : '')).toEqual({
      ok: false,
      refusal: 'entry-unknown',
    })
    expect(await waiting()).toEqual([])
    expect(await inTransaction(by('leader'), waitingEntries)).toHaveLength(1)
    // Whoever has left is written to no more.
    expect(await returned('leader', last.ok ? last.value : '', 'Fel')).toMatchObject({ ok: true })
    expect(await letters()).toEqual([])
  })

  test('what waits for somebody is counted without their own', async () => {
    await entered()
    expect(await countFor('officer', ['1440'])).toBe(0)
    expect(await countFor('colleague', ['1440'])).toBe(1)
    expect(await countFor('neighbour', ['1441'])).toBe(0)
    expect(await countFor('neighbour', [])).toBe(0)
    expect(await countFor('coordinator', 'everywhere')).toBe(1)
  })
})

describe('the form', () => {
  const form = {
    indicator: 'egen',
    municipality: '1440',
    year: '2025',
    value: '1 250,5',
    takenFrom: 'Rapporten',
  }

  test('reads numbers as people write them', () => {
    expect(EntryForm.parse(form).figure).toMatchObject({ value: 1250.5, year: 2025, isPreliminary: false })
    expect(EntryForm.parse({ ...form, value: '–3' }).figure.value).toBe(-3)
    expect(EntryForm.parse({ ...form, value: '', missing: 'discontinued' }).figure).toMatchObject({
      value: null,
      missing: 'discontinued',
    })
  })

  test.each([
    [{ value: 'NaN' }, 'value', 'value-invalid'],
    [{ value: '=1+1' }, 'value', 'value-invalid'],
    [{ value: '' }, 'value', 'value-missing'],
    [{ missing: 'discontinued' }, 'value', 'value-and-reason'],
    [{ missing: 'x' }, 'missing', 'reason-invalid'],
    [{ year: '25' }, 'year', 'year-invalid'],
    [{ year: '2025-01-01' }, 'year', 'year-invalid'],
    [{ takenFrom: ' ' }, 'takenFrom', 'taken-from-missing'],
    [{ indicator: '' }, 'indicator', 'indicator-missing'],
    [{ gender: 'x' }, 'gender', 'gender-invalid'],
  ])('with %j answers at %s: %s', (said, field, problem) => {
    const parsed = EntryForm.safeParse({ ...form, ...said })
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([
      field,
      problem,
    ])
  })
})

test.each([
  [12, 'percent', { year: 2024, value: 11 }, []],
  [120, 'percent', null, ['unusual']],
  [-3, 'persons', null, ['impossible']],
  [2.5, 'persons', null, ['not-whole']],
  [1200, 'sek', { year: 2024, value: 11 }, ['far-from-before']],
  [0, 'sek', { year: 2024, value: 11 }, []],
])('%s in %s after %j: %j', (value, unit, before, kinds) => {
  expect(doubtsAbout(value, unit, before).map(({ kind }) => kind)).toEqual(kinds)
})
