import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { carryOut } from './actions/carry-out.ts'

/** Carries out what a person has confirmed, in their name. */
export function recordJobs(parts: { readonly db: Database; readonly clock: Clock }) {
  return [
    defineJob(
      'records.dispose',
      z.object({ networkId: z.uuid(), disposal: z.uuid(), by: z.uuid() }),
      async (payload) => carryOut(parts, payload),
    ),
  ]
}
