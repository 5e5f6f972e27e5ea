import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openPool } from '#platform/database/connection.ts'
import { createLog } from '#platform/log.ts'
import { useTestDatabase } from '../../../tests/database.ts'
import { defineJob } from './job.ts'
import { enqueue } from './store.ts'
import { startWorker } from './worker.ts'

const database = useTestDatabase()
const log = createLog('silent')

/** Starts a worker, and waits until it has done the job with this name. */
async function workUntilDone(name: string): Promise<() => Promise<void>> {
  const pool = openPool(database.urls.queue, () => undefined)
  const done = Promise.withResolvers<void>()
  const job = defineJob('test.be-done', z.object({ name: z.string() }), async (payload) => {
    if (payload.name === name) done.resolve()
  })
  const worker = await startWorker({ pool, jobs: [job], log })
  await done.promise
  return async () => {
    await worker.stop()
    await pool.end()
  }
}

async function lose(name: string): Promise<void> {
  await database.db.transaction().execute(async (tx) => enqueue(tx, 'test.be-done', { name }))
  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-killed'`.execute(
    database.ownerDb,
  )
}

test('a job that was held by a worker that is no more is taken up again', async () => {
  for (const name of ['first', 'second']) {
    await lose(name)
    const stop = await workUntilDone(name)
    await stop()
  }
  const { rows } = await sql`select from graphile_worker._private_jobs`.execute(database.ownerDb)
  expect(rows).toEqual([])
})
