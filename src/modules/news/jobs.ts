import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { tellReaders } from './actions/tell-readers.ts'
import { letterOfNews } from './pages/letter.ts'

/** Tells the readers, early on the first of each month, what is new in the figures. */
export function newsJobs(parts: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
  readonly secret: string
}) {
  const { origin, secret, ...rest } = parts
  const write = letterOfNews(origin, secret)
  return [
    defineJob('news.tell-readers', z.object({}), async () => tellReaders({ ...rest, write }), {
      at: '40 4 1 * *',
    }),
  ]
}
