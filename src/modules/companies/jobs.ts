import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { remindOfPromises } from './actions/remind-of-promises.ts'
import { letterOfPromises } from './pages/letter.ts'

/** Reminds, early each day, of the promises that are about to be due and of those that were. */
export function companyJobs(parts: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
}) {
  const { origin, ...rest } = parts
  const write = letterOfPromises(origin)
  return [
    defineJob(
      'companies.remind-of-promises',
      z.object({}),
      async () => remindOfPromises({ ...rest, write }),
      {
        at: '40 5 * * *',
      },
    ),
  ]
}
