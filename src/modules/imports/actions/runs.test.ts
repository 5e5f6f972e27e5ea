import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction, type Actor, type Context } from '#modules/accounts'
import { cubesOf, replacedFigures, seriesWith } from '#modules/statistics'
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
import { koladaReader } from '../kolada/reader.ts'
import dataRecords from '../kolada/testing/data-records.json' with { type: 'json' }
import kpiRecords from '../kolada/testing/kpi-records.json' with { type: 'json' }
import { koladaServer, type DataRow, type KoladaServer } from '../kolada/testing/server.ts'
import { failureLetter } from '../pages/runs/failure-letter.ts'
import * as answers from '../answer-store.ts'
import * as plans from '../plan-store.ts'
import * as store from '../store.ts'
import { askForRun } from './ask-for-run.ts'
import { carryOutRun } from './carry-out-run.ts'
import { endPlan } from './end-plan.ts'
import { makePlan } from './make-plan.ts'
import { replayRun } from './replay-run.ts'
import { startDueRuns } from './start-due-runs.ts'
import { stopRun } from './stop-run.ts'

const kpis = kpiRecords.values
const figures: readonly DataRow[] = dataRecords

const database = useTestDatabase()
const served = { kpis: [...kpis], data: [...figures] }
let server: KoladaServer
let network: TestNetwork
let coordinator: Actor
let officer: Actor

beforeAll(async () => {
  server = await koladaServer(served)
})
afterAll(() => server.close())

beforeEach(async () => {
  network = await addTestNetwork(database)
  coordinator = await addTestActor(database, network.id, 'coordinator')
  officer = await addTestActor(database, network.id, 'officer', '1440')
  served.kpis = [...kpis]
  served.data = [...figures]
})

const context = (actor: Actor | null = coordinator): Context => contextOf(database.db, network.id, actor)
const population = { kpi: 'N01951', groups: [] }
const plan = {
  seriesKey: 'kolada:N01951',
  title: 'Invånare totalt, antal',
  way: 'kolada',
  question: population,
  rhythm: 'calendar',
} as const

function parts(now = testNow, signal = new AbortController().signal) {
  const kolada = koladaReader(
    {
      origin: server.origin,
      fetch,
      wait: () => Promise.resolve(),
      random: () => 0,
      now: () => now,
      patience: { tries: 2, answerWithin: 2000 },
      perPage: 40,
    },
    () => [],
  )
  return {
    db: database.db,
    clock: () => now,
    readers: { kolada, pxweb: kolada },
    signal,
    letter: failureLetter('http://localhost'),
  }
}

const carryOut = async (runId: string, now?: Date) =>
  carryOutRun(parts(now), { networkId: network.id, runId })
const runNow = async (id: string) => inTransaction(context(), async (tx) => store.runWith(tx, id))

function withLastOfAle(value: number): DataRow[] {
  return figures.map((row) =>
    row.kpi === 'N01951' && row.municipality === '1440' && row.period === 2024
      ? { ...row, values: [{ gender: 'T', value, count: 1, status: '', isdeleted: false }] }
      : row,
  )
}

async function planned(): Promise<{ plan: string; run: string }> {
  const made = await makePlan(context(), plan)
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}

async function knownOf(place: string, year: number) {
  return inTransaction(context(), async (tx) => {
    const id = (await seriesWith(tx, ['kolada:N01951'])).get('kolada:N01951')?.id ?? 0
    const [all] = await cubesOf(tx, [id])
    return all?.figureAt(place, year)
  })
}

async function lettersTo(email: string): Promise<readonly { subject: string; body: string }[]> {
  return database.ownerDb
    .selectFrom('mailMessage')
    .select(['subject', 'body'])
    .where('networkId', '=', network.id)
    .where('recipient', '=', email)
    .execute()
}

describe('a plan', () => {
  test('is made with its first run, which waits for the worker, and stands in the log', async () => {
    const before = await waitingJobs(database, 'imports.carry-out-run')
    const made = await planned()
    expect(await runNow(made.run)).toMatchObject({ state: 'queued', planId: made.plan, since: null })
    expect(await waitingJobs(database, 'imports.carry-out-run')).toBe(before + 1)
    const logged = await database.ownerDb
      .selectFrom('auditEntry')
      .select(['did', 'byPerson'])
      .where('networkId', '=', network.id)
      .execute()
    expect(logged).toEqual([{ did: 'imports.plan-made', byPerson: coordinator.personId }])
  })

  test('is made once for a series', async () => {
    await planned()
    expect(await makePlan(context(), plan)).toEqual({ ok: false, refusal: 'planned-already' })
  })

  test.each([
    ['a visitor', () => null],
    ['an officer', () => officer],
  ])('is refused to %s, and so is everything about it', async (_who, actor) => {
    const made = await planned()
    const other = context(actor())
    const jobs = await waitingJobs(database, 'imports.carry-out-run')
    const refused = { ok: false, refusal: 'not-allowed' }
    expect(await makePlan(other, { ...plan, seriesKey: 'kolada:N00999' })).toEqual(refused)
    expect(await endPlan(other, made.plan)).toEqual(refused)
    expect(await askForRun(other, made.plan, 'all')).toEqual(refused)
    expect(await stopRun(other, made.run)).toEqual(refused)
    expect(await replayRun(other, made.run)).toEqual(refused)
    expect(await waitingJobs(database, 'imports.carry-out-run')).toBe(jobs)
    expect(await runNow(made.run)).toMatchObject({ state: 'queued', stopAt: null })
  })

  test('that has ended is carried out no more', async () => {
    const made = await planned()
    expect(await endPlan(context(), made.plan)).toMatchObject({ ok: true })
    expect(await endPlan(context(), made.plan)).toEqual({ ok: false, refusal: 'plan-unknown' })
    expect(await askForRun(context(), made.plan, 'all')).toEqual({ ok: false, refusal: 'plan-unknown' })
  })
})

describe('a run', () => {
  test('brings all figures, keeps every answer and says what it brought', async () => {
    const { run, plan: planId } = await planned()
    await carryOut(run)
    const rows = figures.filter(({ kpi }) => kpi === 'N01951')
    const done = await runNow(run)
    expect(done).toMatchObject({
      state: 'done',
      report: { added: rows.length, changed: 0, same: 0, problems: [], failure: null, ending: null },
    })
    expect(done?.progress.done).toBe(done?.progress.of)
    expect(await knownOf('1440', 2024)).toMatchObject({ missing: null })
    const kept = await inTransaction(context(), async (tx) => answers.answersOf(tx, run))
    expect(kept.length).toBeGreaterThan(4)
    expect(kept[0]?.address).toContain('/v3/kpi/N01951')
    // The calendar tells when to come back.
    const after = await inTransaction(context(), async (tx) => plans.planWith(tx, planId))
    expect(after?.nextOn).not.toBeNull()
  })

  test('that is carried out twice brings nothing twice', async () => {
    const { run } = await planned()
    await carryOut(run)
    const first = await runNow(run)
    await carryOut(run)
    expect(await runNow(run)).toEqual(first)
  })

  test('finds what was changed, and keeps what it said before', async () => {
    const { run, plan: planId } = await planned()
    await carryOut(run)
    const was = await knownOf('1440', 2024)
    served.data = withLastOfAle(32_999)
    const later = new Date('2026-12-01T08:00:00Z')
    const again = await askForRun({ ...context(), now: later }, planId, 'all')
    if (!again.ok) throw new Error(again.refusal)
    await carryOut(again.value, later)
    expect(await runNow(again.value)).toMatchObject({
      state: 'done',
      report: { added: 0, changed: 1, changes: [{ place: '1440', year: 2024, after: { value: 32_999 } }] },
    })
    expect(await knownOf('1440', 2024)).toMatchObject({ value: 32_999 })
    const replaced = await inTransaction(context(), async (tx) => replacedFigures(tx, { limit: 10 }))
    expect(replaced).toMatchObject([{ before: { value: was?.value }, after: { value: 32_999 } }])
  })

  test('asks only for what has changed when that is wanted', async () => {
    const { run, plan: planId } = await planned()
    await carryOut(run)
    const again = await askForRun(context(), planId, 'changes')
    if (!again.ok) throw new Error(again.refusal)
    const before = server.asked.length
    await carryOut(again.value)
    const asked = server.asked.slice(before).filter((path) => path.includes('/data/'))
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.every((path) => path.includes('from_date=2026-11-23'))).toBe(true)
    expect(await runNow(again.value)).toMatchObject({ state: 'done', report: { added: 0, changed: 0 } })
  })

  test('is one at a time for a plan', async () => {
    const { plan: planId } = await planned()
    expect(await askForRun(context(), planId, 'all')).toEqual({ ok: false, refusal: 'under-way' })
  })

  test('goes on where it was when the program went down in the middle', async () => {
    const { run } = await planned()
    const down = new AbortController()
    const kolada = parts(testNow, down.signal)
    const asked = server.asked.length
    const reader = kolada.readers.kolada
    const breaking = {
      ...reader,
      async *answers(...args: Parameters<typeof reader.answers>) {
        let count = 0
        for await (const answer of reader.answers(...args)) {
          yield answer
          count += 1
          if (count === 3) {
            down.abort()
            throw new Error('the program goes down')
          }
        }
      },
    }
    await expect(
      carryOutRun(
        { ...kolada, readers: { kolada: breaking, pxweb: breaking } },
        { networkId: network.id, runId: run },
      ),
    ).rejects.toThrow('goes down')
    expect(await runNow(run)).toMatchObject({ state: 'running' })
    await carryOut(run)
    expect(await runNow(run)).toMatchObject({ state: 'done' })
    const paths = server.asked.slice(asked)
    expect(new Set(paths).size).toBe(paths.length)
  })

  test('stops when it is asked to, and brings nothing', async () => {
    const { run } = await planned()
    expect(await stopRun(context(), run)).toMatchObject({ ok: true })
    await carryOut(run)
    expect(await runNow(run)).toMatchObject({ state: 'stopped', report: { added: 0 } })
    expect(await knownOf('1440', 2024)).toBeUndefined()
    expect(await stopRun(context(), run)).toEqual({ ok: false, refusal: 'not-under-way' })
  })

  test('is read again from its kept answers, without asking the source', async () => {
    const { run } = await planned()
    await carryOut(run)
    const asked = server.asked.length
    const again = await replayRun(context(), run)
    if (!again.ok) throw new Error(again.refusal)
    await carryOut(again.value)
    expect(server.asked.length).toBe(asked)
    const first = await runNow(run)
    expect(await runNow(again.value)).toMatchObject({
      state: 'done',
      replayOf: run,
      report: { added: 0, changed: 0, same: first?.report?.added },
    })
  })

  test('is read again as on its own day, and what was revised since stays so', async () => {
    const { run, plan: planId } = await planned()
    await carryOut(run)
    served.data = withLastOfAle(32_999)
    const later = new Date('2026-12-01T08:00:00Z')
    const all = await askForRun({ ...context(), now: later }, planId, 'all')
    if (!all.ok) throw new Error(all.refusal)
    await carryOut(all.value, later)
    const muchLater = new Date('2028-01-01T08:00:00Z')
    const again = await replayRun({ ...context(), now: muchLater }, run)
    if (!again.ok) throw new Error(again.refusal)
    await carryOut(again.value, muchLater)
    expect(await runNow(again.value)).toMatchObject({ state: 'done', report: { added: 0, changed: 0 } })
    expect(await knownOf('1440', 2024)).toMatchObject({ value: 32_999 })
  })

  test.each([
    ['no JSON', '\u0000\u0000'],
    ['half a letter where it is cut for the report', `${'x'.repeat(159)}${'😀'.repeat(9)}`],
  ])('fails in words when its source answers %s', async (_what, body) => {
    const { run } = await planned()
    server.trouble({ kind: 'body', body })
    await carryOut(run)
    expect(await runNow(run)).toMatchObject({
      state: 'failed',
      report: { failure: { kind: 'wrong-shape', detail: expect.stringContaining('\uFFFD') } },
    })
  })

  test('takes in letters that are none as what they are', async () => {
    const { run } = await planned()
    served.kpis = kpis.map((kpi) => ({ ...kpi, title: `${kpi.title} \u0000\ud83d` }))
    served.data = figures.map((row) => ({
      ...row,
      values: [{ gender: 'T', value: null, count: 1, status: 'a\u0000b\ud83d', isdeleted: false }],
    }))
    await carryOut(run)
    expect(await runNow(run)).toMatchObject({ state: 'done' })
    expect(await knownOf('1440', 2024)).toMatchObject({ note: 'status: a\uFFFDb\uFFFD' })
  })

  test.each([
    [
      'answers with errors',
      [
        { kind: 'status', status: 500 },
        { kind: 'status', status: 503 },
      ],
      'refused',
    ],
    ['answers with no JSON', [{ kind: 'body', body: '<html>' }], 'wrong-shape'],
    ['breaks off', [{ kind: 'cut' }, { kind: 'cut' }], 'unreachable'],
    ['wants to be left alone', [{ kind: 'too-many', retryAfter: '9999' }], 'limit'],
  ] as const)(
    'whose source %s leaves the figures, and the coordinator is told',
    async (_what, troubles, kind) => {
      const { run, plan: planId } = await planned()
      await carryOut(run)
      const before = await knownOf('1440', 2024)
      const again = await askForRun(context(), planId, 'all')
      if (!again.ok) throw new Error(again.refusal)
      server.trouble(...troubles)
      await carryOut(again.value)
      expect(await runNow(again.value)).toMatchObject({ state: 'failed', report: { failure: { kind } } })
      expect(await knownOf('1440', 2024)).toEqual(before)
      const letters = await lettersTo(`${coordinator.personId}@example.org`)
      expect(letters).toHaveLength(1)
      expect(letters[0]?.subject).toContain('Invånare totalt')
      expect(letters[0]?.body).toContain(`/importer/korningar/${again.value}`)
      server.trouble()
    },
  )

  test('does not take in the figures of another measure under the old number', async () => {
    const { run, plan: planId } = await planned()
    await carryOut(run)
    served.kpis = kpis.map((kpi) =>
      kpi.id === 'N01951'
        ? { ...kpi, title: 'Elever i åk 9 som känner oro för bostadsinbrott, andel (%)' }
        : kpi,
    )
    const again = await askForRun(context(), planId, 'all')
    if (!again.ok) throw new Error(again.refusal)
    await carryOut(again.value)
    expect(await runNow(again.value)).toMatchObject({
      state: 'failed',
      report: { problems: [{ problem: 'id-reused' }] },
    })
  })
})

describe('the calendar', () => {
  test('starts what is due, in the name of a coordinator, and once', async () => {
    const { run, plan: planId } = await planned()
    await carryOut(run)
    await inScope(database.db, { networkId: network.id, personId: coordinator.personId }, async (tx) =>
      plans.setNextDue(tx, planId, '2026-11-24'),
    )
    await startDueRuns({ db: database.db, clock: () => testNow })
    await startDueRuns({ db: database.db, clock: () => testNow })
    const runs = await inTransaction(context(), async (tx) => store.newestRuns(tx, 10, planId))
    expect(runs).toHaveLength(2)
    expect(runs.find(({ id }) => id !== run)).toMatchObject({
      state: 'queued',
      askedBy: coordinator.personId,
      since: '2026-11-23',
    })
  })

  test('takes up a run that was left behind while nobody answered for it', async () => {
    const { run } = await planned()
    await sql`update role_grant set revoked_at = now() where network_id = ${network.id}`.execute(
      database.ownerDb,
    )
    await carryOut(run)
    const next = await addTestActor(database, network.id, 'coordinator')
    const waiting = async () =>
      (
        await sql`select from graphile_worker._private_jobs where payload ->> 'run' = ${run}`.execute(
          database.ownerDb,
        )
      ).rows.length
    const start = async (day: string) =>
      startDueRuns({ db: database.db, clock: () => new Date(`${day}T04:17:00Z`) })
    await start('2026-11-25')
    expect(await waiting()).toBe(1)
    await start('2026-11-28')
    expect(await waiting()).toBe(2)
    await carryOut(run)
    const done = await inTransaction(context(next), async (tx) => store.runWith(tx, run))
    expect(done).toMatchObject({ state: 'done' })
  })

  test('fetches nothing for a network that nobody answers for', async () => {
    const { run, plan: planId } = await planned()
    await carryOut(run)
    await sql`update role_grant set revoked_at = now() where network_id = ${network.id}`.execute(
      database.ownerDb,
    )
    await sql`update import_plan set next_on = '2026-11-24' where id = ${planId}`.execute(database.ownerDb)
    await startDueRuns({ db: database.db, clock: () => testNow })
    const runs = await database.ownerDb
      .selectFrom('importRun')
      .select('id')
      .where('planId', '=', planId)
      .execute()
    expect(runs).toHaveLength(1)
  })
})
