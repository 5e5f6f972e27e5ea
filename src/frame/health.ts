import { Hono } from 'hono'
import { isReachable, type Database } from '#platform/database/connection.ts'

const neverStored = { 'Cache-Control': 'no-store' }

/** For the operator's watch: `/healthz` says that the process lives, `/readyz` that it can answer from its database. */
export function healthRoutes(db: Database): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'alive' }, 200, neverStored))
    .get('/readyz', async (c) =>
      (await isReachable(db))
        ? c.json({ status: 'ready' }, 200, neverStored)
        : c.json({ status: 'no database' }, 503, neverStored),
    )
}
