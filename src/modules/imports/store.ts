import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import { Progress, Report, type RunState, type RunWay } from './core/run.ts'

/** One fetching, or one table or figure that was taken in. */
export interface Run {
  readonly id: string
  readonly way: RunWay
  readonly planId: string | null
  readonly replayOf: string | null
  readonly askedBy: string | null
  readonly askedAt: Date
  readonly since: string | null
  readonly state: RunState
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly stopAt: Date | null
  readonly progress: Progress
  readonly cursor: unknown
  readonly report: Report | null
}

const runColumns = [
  'id',
  'way',
  'planId',
  'replayOf',
  'askedBy',
  'askedAt',
  'since',
  'state',
  'startedAt',
  'endedAt',
  'stopAt',
  'progress',
  'cursor',
  'report',
] as const

interface RunRow extends Omit<Run, 'progress' | 'report'> {
  readonly progress: unknown
  readonly report: unknown
}

function runOf({ progress, report, ...row }: RunRow): Run {
  const known = Progress.safeParse(progress)
  return {
    ...row,
    progress: known.success ? known.data : { done: 0, of: 0 },
    report: report === null ? null : Report.parse(report),
  }
}

export async function runWith(tx: Tx, id: string): Promise<Run | undefined> {
  const row = await tx.selectFrom('importRun').select(runColumns).where('id', '=', id).executeTakeFirst()
  return row && runOf(row)
}

/** The newest runs; of one plan, if it is named. */
export async function newestRuns(tx: Tx, limit: number, planId?: string): Promise<readonly Run[]> {
  const query = tx.selectFrom('importRun').select(runColumns).orderBy('askedAt', 'desc').limit(limit)
  const rows = await (planId === undefined ? query : query.where('planId', '=', planId)).execute()
  return rows.map(runOf)
}

/** The newest run of each plan. */
export async function lastRunOfEach(tx: Tx): Promise<ReadonlyMap<string, Run>> {
  const rows = await tx
    .selectFrom('importRun')
    .select(runColumns)
    .distinctOn('planId')
    .where('planId', 'is not', null)
    .orderBy('planId')
    .orderBy('askedAt', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.planId ?? '', runOf(row)]))
}

/** Whether a run of the plan is under way; whoever asks holds the answer until the transaction ends. */
export async function isUnderWay(tx: Tx, planId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${planId}, 4))`.execute(tx)
  const row = await tx
    .selectFrom('importRun')
    .select('id')
    .where('planId', '=', planId)
    .where('state', 'in', ['queued', 'running'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Runs that were asked for before a moment and are still under way. */
export async function runsLeftBehind(tx: Tx, askedBefore: Date): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('importRun')
    .select('id')
    .where('state', 'in', ['queued', 'running'])
    .where('askedAt', '<', askedBefore)
    .orderBy('askedAt')
    .execute()
  return rows.map(({ id }) => id)
}

/** The day of the latest run of a plan that brought all there was to bring; null where there is none. */
export async function lastDoneOn(tx: Tx, planId: string): Promise<Date | null> {
  const row = await tx
    .selectFrom('importRun')
    .select('startedAt')
    .where('planId', '=', planId)
    .where('state', '=', 'done')
    .where('replayOf', 'is', null)
    .orderBy('startedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.startedAt ?? null
}

/** A run whose answers are to be read again, and those of its plan that were done after it, the oldest first. */
export async function runsToReplay(tx: Tx, id: string): Promise<readonly Run[]> {
  const first = await runWith(tx, id)
  if (!first) return []
  const later = await tx
    .selectFrom('importRun')
    .select(runColumns)
    .where('planId', '=', first.planId)
    .where('state', '=', 'done')
    .where('replayOf', 'is', null)
    .where('askedAt', '>', first.askedAt)
    .orderBy('askedAt')
    .execute()
  return [first, ...later.map(runOf)]
}

/** A run that waits for the worker. */
export async function queueRun(
  tx: Tx,
  networkId: string,
  run: Pick<Run, 'way' | 'planId' | 'replayOf' | 'askedBy' | 'askedAt' | 'since'>,
): Promise<string> {
  const { id } = await tx
    .insertInto('importRun')
    .values({ networkId, ...run, state: 'queued' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A run that was carried out where it was asked for: a table that was stored, a figure that was confirmed. */
export async function addDoneRun(
  tx: Tx,
  networkId: string,
  run: Pick<Run, 'way' | 'askedBy' | 'askedAt'> & { readonly report: Report },
): Promise<string> {
  const { report, ...rest } = run
  const { id } = await tx
    .insertInto('importRun')
    .values({
      networkId,
      ...rest,
      state: 'done',
      startedAt: run.askedAt,
      endedAt: run.askedAt,
      report: JSON.stringify(report),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes that a run has begun, or goes on. */
export async function startRun(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('importRun')
    .set({ state: 'running', startedAt: sql<Date>`coalesce(started_at, ${at})` })
    .where('id', '=', id)
    .execute()
}

/** Asks a run to stop; answers whether it was under way. */
export async function askToStop(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('importRun')
    .set({ stopAt: at })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends a run. */
export async function endRun(
  tx: Tx,
  id: string,
  ended: { readonly state: 'done' | 'failed' | 'stopped'; readonly at: Date; readonly report: Report },
): Promise<void> {
  await tx
    .updateTable('importRun')
    .set({ state: ended.state, endedAt: ended.at, report: JSON.stringify(ended.report) })
    .where('id', '=', id)
    .execute()
}

/** Who answers for what is fetched: the one who asked while they coordinate the network, else its first coordinator. */
export async function answeringPerson(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ person: string | null }>`
    select case when has_role('coordinator') then current_person() else answering_coordinator() end as person`.execute(
    tx,
  )
  return rows[0]?.person ?? null
}

/** Every network of the installation. */
export async function allNetworks(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom('network').select('id').orderBy('createdAt').execute()
  return rows.map(({ id }) => id)
}

/** The addresses of the network's coordinators. */
export async function coordinatorAddresses(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('person')
    .select('email')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('roleGrant')
        .select('personId')
        .where('role', '=', 'coordinator')
        .where('revokedAt', 'is', null),
    )
    .orderBy('email')
    .execute()
  return rows.map(({ email }) => email)
}

/** Where a person is written to; undefined where they hold no role in the network any more. */
export async function memberAddress(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('person')
    .select('email')
    .where('id', '=', id)
    .where('id', 'in', (eb) => eb.selectFrom('roleGrant').select('personId').where('revokedAt', 'is', null))
    .executeTakeFirst()
  return row?.email
}
