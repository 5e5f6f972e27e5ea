import { Logger as QueueLogger, parseCronItems, run, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from '#platform/log.ts'
import type { Job } from './job.ts'

export interface Worker {
  /** Lets running jobs finish, then stops. */
  readonly stop: () => Promise<void>
}

/**
 * Starts taking jobs. A failed job is tried again with growing pauses; its payload is never logged,
 * for it may name a person.
 */
export async function startWorker(options: {
  pool: pg.Pool
  jobs: readonly Job[]
  log: Logger
}): Promise<Worker> {
  const { pool, jobs, log } = options
  const presence = await appear(pool)
  const taskList: TaskList = Object.fromEntries(jobs.map((job) => [job.kind, job.run]))
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCronItems(
      jobs.flatMap(({ kind, at, isOnce }) =>
        at === undefined
          ? []
          : [{ task: kind, match: at, options: isOnce ? { jobKey: kind, maxAttempts: 1 } : {} }],
      ),
    ),
    concurrency: 5,
    noHandleSignals: true,
    pollInterval: 5000,
    logger: new QueueLogger(() => (level, message) => {
      if (['error', 'warning'].includes(level)) log.warn({ queue: level }, message.split('\n')[0] ?? '')
    }),
  })
  return {
    stop: async () => {
      await runner.stop()
      presence.release(true)
    },
  }
}

const aWorker = `hashtextextended('a worker takes jobs', 0)`

/**
 * Shows other workers that this one is there, for as long as the connection lives. What is held in the queue while nobody is there
 * was held by a worker that was killed; the queue itself would wait four hours for it.
 */
async function appear(pool: pg.Pool): Promise<pg.PoolClient> {
  const presence = await pool.connect()
  const { rows } = await presence.query<{ alone: boolean }>(
    `select pg_try_advisory_lock(${aWorker}) as alone`,
  )
  if (rows[0]?.alone) {
    await presence.query(`select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`)
  }
  await presence.query(`select pg_advisory_lock_shared(${aWorker})`)
  if (rows[0]?.alone) await presence.query(`select pg_advisory_unlock(${aWorker})`)
  return presence
}
