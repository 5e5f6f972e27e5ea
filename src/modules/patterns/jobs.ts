import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { findEverywhere } from './actions/find-patterns.ts'
import { publishFigures } from './actions/publish-figures.ts'
import { tellCompany } from './actions/return-answer.ts'
import { answerWords } from './pages/letters.ts'

/** Looks for patterns each night, tells of quarters that have settled, and tells each company what came of one. */
export function patternJobs({
  origin,
  secret,
  ...parts
}: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
  readonly secret: string
}) {
  const Telling = z.object({ networkId: z.uuid(), pattern: z.uuid(), matter: z.uuid() })
  const { db, clock } = parts
  const tell = { db, clock, secret, words: answerWords(origin) }
  return [
    defineJob('patterns.find', z.object({}), async () => findEverywhere(parts), { at: '20 3 * * *' }),
    defineJob('patterns.tell-company', Telling, async (telling) => tellCompany(tell, telling)),
    defineJob('patterns.publish-figures', z.object({}), async () => publishFigures(parts), {
      at: '10 5 * * *',
    }),
  ]
}
