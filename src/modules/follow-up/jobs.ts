import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { remindOfRounds, tellOfRound } from './actions/tell-officers.ts'
import { lettersOfRounds } from './pages/letters.ts'

/** Writes to the officers when a round opens, and reminds early on each working day those who have not answered. */
export function followUpJobs(parts: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
}) {
  const { origin, ...rest } = parts
  const tell = { ...rest, write: lettersOfRounds(origin) }
  return [
    defineJob(
      'follow-up.tell-of-round',
      z.object({ networkId: z.uuid(), round: z.string() }),
      async (place) => tellOfRound(tell, place),
    ),
    defineJob('follow-up.remind', z.object({}), async () => remindOfRounds(tell), { at: '20 5 * * *' }),
  ]
}
