import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { noteReached, sourcesToAsk } from '../keeper-store.ts'

/** Whether a page on the web answers. */
export type ReachesPage = (url: string) => Promise<boolean>

/** Asks the page that each support's facts come from whether it is still there, one after the other. */
export async function askLinks({
  queueDb,
  clock,
  reaches,
}: {
  readonly queueDb: Database
  readonly clock: Clock
  readonly reaches: ReachesPage
}): Promise<void> {
  for (const { networkId, supportId, source } of await sourcesToAsk(queueDb))
    await noteReached(queueDb, { networkId, supportId, isReached: await reaches(source) }, clock())
}
