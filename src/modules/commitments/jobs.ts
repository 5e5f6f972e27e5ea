import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { chase, tellOfficers } from './actions/chase.ts'
import { returnToParticipants } from './actions/return-to-participants.ts'
import { letterOfCountdown, letterOfReturn, letterOfRung, letterToOfficers } from './pages/letters.ts'

/** The ladder of commitments and what is returned to those who were there, early each day and when something happens. */
export function commitmentJobs(parts: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
  readonly secret: string
}) {
  const { origin } = parts
  const Place = z.object({ networkId: z.uuid(), id: z.uuid() })
  const Told = Place.extend({ municipality: z.string(), rung: z.enum(['enter', 'follow']) })
  const chasing = { ...parts, write: letterOfRung(origin) }
  const returning = { ...parts, write: letterOfReturn(origin), writeCountdown: letterOfCountdown(origin) }
  return [
    defineJob(
      'commitments.chase',
      z.object({ one: Place.optional() }),
      async ({ one }) => chase(chasing, one),
      {
        at: '20 5 * * *',
      },
    ),
    defineJob('commitments.return', z.object({}), async () => returnToParticipants(returning), {
      at: '30 5 * * *',
    }),
    defineJob('commitments.tell-officers', Told, async (told) =>
      tellOfficers({ ...parts, write: letterToOfficers(origin) }, told),
    ),
  ]
}
