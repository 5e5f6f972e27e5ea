import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Concepts } from '#modules/skills'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { keepFetched } from './actions/keep-fetched.ts'
import type { Susa } from './susa/fetch-susa.ts'

/** Fetches the courses on offer each night, where the operator has said from where. */
export function courseJobs(parts: {
  readonly queueDb: Database
  readonly clock: Clock
  readonly concepts: Concepts
  /** Null where nothing is fetched. */
  readonly susa: Susa | null
}) {
  const { susa, ...rest } = parts
  if (!susa) return []
  return [
    defineJob('courses.fetch', z.object({}), async () => keepFetched({ ...rest, susa }), {
      at: '50 3 * * *',
    }),
  ]
}
