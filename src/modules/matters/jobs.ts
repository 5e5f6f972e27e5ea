import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { occasions } from './actions/behind-key.ts'
import { tellOfAnswer } from './actions/tell-of-answer.ts'
import { warnOfDays } from './actions/warn-of-days.ts'
import { answererLetter } from './pages/company/letters.ts'
import { letterOfDays } from './pages/time/letters.ts'

/** Early each day those are told whose matters come near their last days; and at once, what a company has done. */
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
  const tell = { ...parts, write: answererLetter(origin) }
  const Deed = z.object({
    networkId: z.uuid(),
    matter: z.uuid(),
    occasion: z.enum(occasions).default('said'),
  })
  return [
    defineJob('matters.warn-of-days', z.object({}), async () => warnOfDays(warn), { at: '10 5 * * *' }),
    defineJob('matters.tell-of-answer', Deed, async (deed) => tellOfAnswer(tell, deed)),
  ]
}
