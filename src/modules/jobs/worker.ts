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
  const taskList: TaskList = Object.fromEntries(jobs.map((job) => [job.kind, job.run]))
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCronItems(
      jobs.flatMap(({ kind, at }) => (at === undefined ? [] : [{ task: kind, match: at }])),
    ),
    concurrency: 5,
    noHandleSignals: true,
    pollInterval: 5000,
    logger: new QueueLogger(() => (level, message) => {
      if (['error', 'warning'].includes(level)) log.warn({ queue: level }, message.split('\n')[0] ?? '')
    }),
  })
  return { stop: () => runner.stop() }
}
