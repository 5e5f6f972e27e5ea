import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { clamav } from '#platform/files/virus-scanner.ts'
import { scanFile } from './actions/scan-file.ts'
import { forgetDraftsBefore } from './draft-store.ts'
import { oldestKept } from './core/draft-days.ts'

interface Parts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly secret: string
  /** Where ClamAV listens; left out where files are not looked through. */
  readonly clamavUrl: string | undefined
}

/** Looks through files that were sent, and forgets each night the drafts that nobody came back to. */
export function entranceJobs({ db, queueDb, clock, secret, clamavUrl }: Parts) {
  const forget = defineJob(
    'matters.forget-drafts',
    z.object({}),
    async () => forgetDraftsBefore(queueDb, oldestKept(clock())),
    { at: '10 3 * * *' },
  )
  if (clamavUrl === undefined) return [forget]
  const parts = { db, secret, scanner: clamav(clamavUrl) }
  const scan = defineJob(
    'matters.scan-file',
    z.object({ networkId: z.uuid(), matter: z.uuid(), file: z.uuid() }),
    async (payload) => scanFile(parts, payload),
  )
  return [forget, scan]
}
