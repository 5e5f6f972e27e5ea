import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#modules/accounts'
import { cubesOf, seriesWith, type Cube } from '#modules/statistics'
import { inScope } from '#platform/database/connection.ts'
import { useTestDatabase } from '../../../../tests/database.ts'
import {
  addTestActor,
  addTestNetwork,
  contextOf,
  testNow,
  waitingJobs,
  type TestNetwork,
} from '../../../../tests/people.ts'
import { askForRun } from '../actions/ask-for-run.ts'
import { carryOutRun } from '../actions/carry-out-run.ts'
import { endPlan } from '../actions/end-plan.ts'
import { makePlan } from '../actions/make-plan.ts'
import { replayRun } from '../actions/replay-run.ts'
import type { SourceReader } from '../core/source-reader.ts'
import { seriesTitle } from './chosen.ts'
import type { Dataset } from './dataset.ts'
import { openOffices, type Offices } from './open-office.ts'
import { selectionFrom, withProposals, type Picked } from './picking.ts'
import type { PxWebQuestion } from './question.ts'
import { pxWebReader } from './reader.ts'
import { seriesKey, type Selection } from './selection.ts'
import { cutOut } from './testing/cube.ts'
import { employed, employedByYear } from './testing/employed.ts'
import { hastySettings, officeAt } from './testing/offices.ts'
import { startPxWeb, type PxWebServer } from './testing/server.ts'

const database = useTestDatabase()
let network: TestNetwork
let coordinator: Actor
let server: PxWebServer
let later: PxWebServer

/** Five places, six years, women and men: 60 cells, and 30 for the totals; asked for at most 25 at a time. */
const settings = { now: () => performance.now(), cells: 25, values: 40, calls: 1000, windowSeconds: 1 }
const path = 'ssd/AM/EMPLOYED'

beforeAll(async () => {
  network = await addTestNetwork(database)
  coordinator = await addTestActor(database, network.id, 'coordinator')
  server = await startPxWeb({ ...settings, cubes: { EMPLOYED: employedByYear(), [path]: employedByYear() } })
  const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025]
  later = await startPxWeb({ ...settings, cubes: { EMPLOYED: employedByYear(years) } })
})
afterAll(() => Promise.all([server.close(), later.close()]))

function officesAt({ base1, base2 }: PxWebServer): Offices {
  const known = [officeAt(base2, { id: 'scb' }), officeAt(base1, { id: 'old', api: 1 })]
  return openOffices(known, { ...hastySettings, retries: 0 }, () => 1)
}

async function questionAt(office: 'scb' | 'old', picked: Picked = {}): Promise<PxWebQuestion> {
  const known = officesAt(server).open(office)
  if (!known) throw new Error('no office')
  const { table } = await known.table(office === 'scb' ? 'EMPLOYED' : path)
  const said = { 'v.ContentsCode': 'is:ANTAL', ...picked }
  const chosen = selectionFrom(table, withProposals(table, said), 'SE')
  if (!chosen.ok) throw new Error(JSON.stringify(chosen.refusal))
  return { office, selection: chosen.value, title: seriesTitle(table, chosen.value), licence: null }
}

async function planned(question: PxWebQuestion) {
  const key = seriesKey({ id: question.office }, question.selection)
  const made = await makePlan(contextOf(database.db, network.id, coordinator), {
    seriesKey: key,
    title: question.title,
    way: 'pxweb',
    question,
    rhythm: 'calendar',
  })
  if (!made.ok) throw new Error(made.refusal)
  return { ...made.value, key }
}

const nobody: SourceReader = {
  answers: () => {
    throw new Error('not asked')
  },
  read: () => {
    throw new Error('not read')
  },
}

/** Carries a run out as the worker does. */
async function carryOut(run: string, at: PxWebServer = server, signal = new AbortController().signal) {
  await carryOutRun(
    {
      db: database.db,
      clock: () => testNow,
      readers: { kolada: nobody, pxweb: pxWebReader(officesAt(at)) },
      signal,
      letter: () => ({ subject: 'It failed', body: 'It failed' }),
    },
    { networkId: network.id, runId: run },
  )
  return database.ownerDb.selectFrom('importRun').selectAll().where('id', '=', run).executeTakeFirstOrThrow()
}

async function cubes(key: string): Promise<ReadonlyMap<string, Cube>> {
  return inScope(database.db, { networkId: network.id, personId: coordinator.personId }, async (tx) => {
    const series = (await seriesWith(tx, [key])).get(key)
    return new Map((await cubesOf(tx, series ? [series.id] : [])).map((cube) => [cube.gender, cube]))
  })
}

function dataCalls(at: PxWebServer = server): number {
  return at.calls.filter(({ asked }) => asked.startsWith('POST')).length
}

async function answersKept(run: string) {
  return database.ownerDb
    .selectFrom('rawAnswer')
    .selectAll()
    .where('runId', '=', run)
    .orderBy('number')
    .execute()
}

describe('a run against an office', () => {
  test.each(['scb', 'old'] as const)(
    '%s: asks in parts, keeps each, and joins them right',
    async (office) => {
      const { run, key } = await planned(await questionAt(office))
      const before = dataCalls()
      const done = await carryOut(run)
      expect(done).toMatchObject({ state: 'done', cursor: null, progress: { done: 90, of: 90 } })
      expect(done.report).toMatchObject({
        added: 90,
        changed: 0,
        same: 0,
        years: [2019, 2024],
        problems: [],
      })
      const parts = dataCalls() - before
      expect(parts).toBeGreaterThanOrEqual(90 / 25)
      expect(await answersKept(run)).toHaveLength(parts)

      const known = await cubes(key)
      for (const year of [2019, 2024])
        for (const place of ['1280', '1440', '1441', '1480']) {
          const [women, men] = [employed(place, '2', year), employed(place, '1', year)]
          expect(known.get('women')?.figureAt(place, year)?.value).toBe(women)
          expect(known.get('men')?.figureAt(place, year)?.value).toBe(men)
          expect(known.get('all')?.figureAt(place, year)).toMatchObject({
            value: women + men,
            isPreliminary: year === 2024,
          })
        }
      expect(known.get('all')?.figureAt('0000', 2020)?.value).toBe(
        employed('00', '1', 2020) + employed('00', '2', 2020),
      )
      expect(known.get('women')?.figureAt('1441', 2020)).toMatchObject({
        value: null,
        missing: 'suppressed',
        note: ':',
      })
    },
  )

  test('writes down whose table it is, under which licence, and as of when', async () => {
    const sources = await database.ownerDb
      .selectFrom('source')
      .selectAll()
      .where('networkId', '=', network.id)
      .execute()
    expect(sources).toContainEqual(
      expect.objectContaining({
        id: 'pxweb:scb:EMPLOYED:2026-03-05',
        publisher: 'SCB',
        title: 'Sysselsatta efter region, kön och år',
        url: `${server.base2}/tables/EMPLOYED`,
        vintage: '2026-03-05',
        retrievedOn: '2026-11-24',
      }),
    )
  })
})

describe('a run that is broken off', () => {
  test('goes on with what has not been asked, and brings the same', async () => {
    const { run, key } = await planned(
      await questionAt('scb', { 'v.ContentsCode': 'is:ANDEL', from: '2020' }),
    )
    const stop = new AbortController()
    const before = dataCalls()
    const watching = setInterval(() => {
      if (dataCalls() - before >= 3) stop.abort()
    }, 1)
    await expect(carryOut(run, server, stop.signal)).rejects.toMatchObject({ kind: 'stopped' })
    clearInterval(watching)
    const kept = (await answersKept(run)).length
    expect(kept).toBeGreaterThan(0)

    const done = await carryOut(run)
    expect(done).toMatchObject({ state: 'done', progress: { done: 75, of: 75 } })
    const questions = (await answersKept(run)).map(({ question }) => question)
    expect(new Set(questions).size).toBe(questions.length)
    expect(questions.length).toBeGreaterThan(kept)
    expect((await cubes(key)).get('men')?.figureAt('1480', 2024)?.value).toBe(52.4)
  })
})

describe('later', () => {
  test('an answer that was kept is read again, without the network', async () => {
    const { run } = await planned(await questionAt('scb', { from: '2021', gender: '', 'v.Kon': 'is:2' }))
    await carryOut(run)
    const before = server.calls.length
    const again = await replayRun(contextOf(database.db, network.id, coordinator), run)
    if (!again.ok) throw new Error(again.refusal)
    expect((await carryOut(again.value)).report).toMatchObject({ added: 0, changed: 0, same: 20 })
    expect(server.calls).toHaveLength(before)
  })

  test('a new year comes along, and what was known stays', async () => {
    const { plan, run, key } = await planned(await questionAt('scb', { gender: '', 'v.Kon': 'is:1' }))
    await carryOut(run)
    const asked = await askForRun(contextOf(database.db, network.id, coordinator), plan, 'all')
    if (!asked.ok) throw new Error(asked.refusal)
    expect((await carryOut(asked.value, later)).report).toMatchObject({ added: 5, changed: 0, same: 30 })
    expect((await cubes(key)).get('all')?.figureAt('1480', 2025)?.value).toBe(employed('1480', '1', 2025))
  })
})

test('letters that are none are taken in as what they are', async () => {
  const { run } = await planned(
    await questionAt('scb', { 'v.ContentsCode': 'is:ANDEL', gender: '', 'v.Kon': 'is:2' }),
  )
  server.trouble('/data', 'odd-letters')
  expect(await carryOut(run)).toMatchObject({ state: 'done' })
})

describe('a run that fails', () => {
  test.each([
    ['wrong-size', 'wrong-shape', 'value-count'],
    ['broken-json', 'wrong-shape', 'not JSON'],
    ['html', 'wrong-shape', 'not JSON'],
    ['error-500', 'refused', 'HTTP 500'],
    ['gone', 'gone', 'HTTP 410'],
  ] as const)(
    '%s: is told, nothing is stored, and the coordinator hears of it',
    async (trouble, kind, detail) => {
      const share = { 'v.ContentsCode': 'is:ANDEL', gender: '', 'v.Kon': 'out' }
      const { plan, run, key } = await planned(await questionAt('scb', share))
      const letters = await waitingJobs(database, 'mail.deliver-message')
      server.trouble('/data', trouble)
      const failed = await carryOut(run)
      expect(failed).toMatchObject({ state: 'failed', report: { failure: { kind } } })
      expect(JSON.stringify(failed.report)).toContain(detail)
      expect((await cubes(key)).size).toBe(0)
      expect(await waitingJobs(database, 'mail.deliver-message')).toBe(letters + 1)
      await endPlan(contextOf(database.db, network.id, coordinator), plan)
    },
  )

  test('a table that no longer has what was picked is told, with what', async () => {
    const question = await questionAt('scb')
    const fixed = { ContentsCode: 'AVSKAFFAD' }
    const { run } = await planned({ ...question, selection: { ...question.selection, fixed } })
    const failed = await carryOut(run)
    expect(failed).toMatchObject({ state: 'failed', report: { failure: { kind: 'gone' } } })
    expect(JSON.stringify(failed.report)).toContain('ContentsCode unknown-value AVSKAFFAD')
  })

  test('an office that is no longer on the list is told', async () => {
    const question = await questionAt('scb')
    const { run } = await planned({ ...question, office: 'elsewhere' })
    expect((await carryOut(run)).report).toMatchObject({ failure: { kind: 'gone', address: 'elsewhere' } })
  })
})

/** Reads a kept answer, with both measures, as if it were the answer to this. */
async function readAs(changes: Partial<Selection>) {
  const question = await questionAt('scb')
  const { dataset } = employedByYear()
  const answer = {
    address: 'kept',
    question: '{}',
    body: JSON.stringify(cutOut({ dataset, eliminable: [] }, wholeOf(dataset))),
  }
  const selection = { ...question.selection, ...changes }
  const asked = { question: { ...question, selection }, since: null, today: '2026-11-24' }
  return pxWebReader(officesAt(server)).read(asked, [answer], null)
}

describe('answers that are not the figures of the series', () => {
  test.each<[string, Partial<Selection>, object]>([
    ['several measures', {}, { problem: 'pxweb-several-series', at: 'ContentsCode', found: '' }],
    [
      'no such time',
      { time: { variable: 'Ar', part: null, fromYear: null } },
      { problem: 'pxweb-missing-variable', at: 'Ar', found: '' },
    ],
  ])('%s: the problem is told with where', async (_, changes, problem) => {
    expect(await readAs(changes)).toEqual({ ok: false, refusal: [problem] })
  })

  test('a table that the office has discontinued says so', async () => {
    const { dataset } = employedByYear([2024])
    const whole = new Map(
      [...wholeOf(dataset)].map(([code, values]) => [code, code === 'ContentsCode' ? ['ANTAL'] : values]),
    )
    const json = {
      ...(cutOut({ dataset, eliminable: [] }, whole) as object),
      extension: { discontinued: true },
    }
    const answer = { address: 'kept', question: '{}', body: JSON.stringify(json) }
    const asked = { question: await questionAt('scb'), since: null, today: '2026-11-24' }
    const read = pxWebReader(officesAt(server)).read(asked, [answer], null)
    expect(read).toMatchObject({
      ok: true,
      value: { ending: { words: 'discontinued: true', successors: [] } },
    })
  })

  test('none at all is a series without figures', async () => {
    const question = await questionAt('scb')
    const read = pxWebReader(officesAt(server)).read({ question, since: null, today: '2026-11-24' }, [], null)
    expect(read).toMatchObject({
      ok: true,
      value: { figures: [], source: { publisher: 'A test office', licence: 'Ej angiven' } },
    })
  })
})

function wholeOf({ dimensions }: Dataset): ReadonlyMap<string, readonly string[]> {
  return new Map(dimensions.map(({ code, categories }) => [code, categories.map((one) => one.code)]))
}
