import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { offerSeats } from './actions/offer-seats.ts'
import { forgetNeeds, remindSilent } from './actions/remind-silent.ts'
import { lettersOfEvents } from './pages/letters.ts'

/** Gives free seats to who waits, reminds who is silent early on working days, and forgets what people needed. */
export function roundtableJobs(parts: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
  readonly secret: string
}) {
  const { origin, ...rest } = parts
  const work = { ...rest, write: lettersOfEvents(origin) }
  const nothing = z.object({})
  return [
    defineJob('roundtable.offer-seats', nothing, async () => offerSeats(work), { at: '5 * * * *' }),
    defineJob('roundtable.remind', nothing, async () => remindSilent(work), { at: '50 5 * * *' }),
    defineJob('roundtable.forget-needs', nothing, async () => forgetNeeds(work), { at: '20 3 * * *' }),
  ]
}
