import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { askLinks, type ReachesPage } from './actions/ask-links.ts'
import { remindKeepers } from './actions/remind-keepers.ts'
import { tellFollowers } from './actions/tell-followers.ts'
import { letterToFollower, letterToKeeper } from './pages/letters.ts'

/** What is done each night for the supports: followers are told, keepers reminded, and links asked where the operator wants it. */
export function supportJobs(parts: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly origin: string
  readonly secret: string
  /** How a support's own page is asked whether it is there; null where that is switched off. */
  readonly reaches: ReachesPage | null
}) {
  const { origin, reaches, ...rest } = parts
  const none = z.object({})
  return [
    defineJob(
      'competence.tell-followers',
      none,
      async () => tellFollowers({ ...rest, write: letterToFollower(origin) }),
      { at: '20 4 * * *' },
    ),
    defineJob(
      'competence.remind-keepers',
      none,
      async () => remindKeepers({ ...rest, write: letterToKeeper(origin) }),
      { at: '25 4 * * *' },
    ),
    ...(reaches
      ? [
          defineJob('competence.ask-links', none, async () => askLinks({ ...rest, reaches }), {
            at: '30 3 * * *',
          }),
        ]
      : []),
  ]
}
