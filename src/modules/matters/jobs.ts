import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { tellOfAnswer } from './actions/tell-of-answer.ts'
import { warnOfDays } from './actions/warn-of-days.ts'
import { letterOfAnswer, letterOfDays } from './pages/time/letters.ts'

/** Early each day those are told whose matters come near their last days; and at once, that a company has answered. */
export function matterJobs({
  origin,
  ...parts
}: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
}) {
  const warn = { ...parts, write: letterOfDays(origin) }
  const tell = { ...parts, write: letterOfAnswer(origin) }
  const Place = z.object({ networkId: z.uuid(), matter: z.uuid() })
  return [
    defineJob('matters.warn-of-days', z.object({}), async () => warnOfDays(warn), { at: '10 5 * * *' }),
    defineJob('matters.tell-of-answer', Place, async (place) => tellOfAnswer(tell, place)),
  ]
}
