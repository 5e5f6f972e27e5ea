import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { tellReceivers } from './actions/tell-receivers.ts'
import { letterToReceiver } from './pages/triage/letters.ts'

/** Writes to whoever receives a matter, when it has come to their desk or to the coordinator. */
export function receiverJobs(parts: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
}) {
  const { origin, ...rest } = parts
  const tell = { ...rest, write: letterToReceiver(origin) }
  return [
    defineJob(
      'matters.tell-receiver',
      z.object({
        networkId: z.uuid(),
        matter: z.uuid(),
        municipality: z.string().nullable(),
        number: z.string(),
        by: z.uuid().nullable(),
      }),
      async (arrival) => tellReceivers(tell, arrival),
    ),
  ]
}
