import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { askAgain } from './actions/ask-again.ts'
import { tellDemand } from './actions/tell-demand.ts'
import { letterOfRenewal } from './pages/letters.ts'

const Nothing = z.object({})

/** Asks whether needs stand still, and freezes the demand on the first day of each quarter. */
export function needJobs(parts: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
  readonly secret: string
}) {
  const { origin, ...rest } = parts
  return [
    defineJob('needs.ask-again', Nothing, async () => askAgain({ ...rest, write: letterOfRenewal(origin) }), {
      at: '20 4 * * *',
    }),
    defineJob('needs.tell-demand', Nothing, async () => tellDemand(rest.queueDb, rest.clock), {
      at: '40 4 1 1,4,7,10 *',
    }),
  ]
}
