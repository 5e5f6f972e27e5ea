import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { returnResults } from './actions/return-results.ts'
import { letterOfResults } from './pages/letters.ts'

/** Closes, early each day, what has passed its last day, and returns the results to all who have answered. */
export function askJobs(parts: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
  readonly secret: string
}) {
  const { origin, ...rest } = parts
  const write = letterOfResults(origin)
  return [
    defineJob('asking.return-results', z.object({}), async () => returnResults({ ...rest, write }), {
      at: '10 4 * * *',
    }),
  ]
}
