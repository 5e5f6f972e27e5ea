import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { warnOfDays } from './actions/warn-of-days.ts'
import { letterOfDays } from './pages/time/letters.ts'

/** Early each day those are told whose matters come near their last days. */
export function matterJobs({
  origin,
  ...parts
}: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
}) {
  const write = letterOfDays(origin)
  return [
    defineJob('matters.warn-of-days', z.object({}), async () => warnOfDays({ ...parts, write }), {
      at: '10 5 * * *',
    }),
  ]
}
