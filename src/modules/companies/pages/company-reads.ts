import type { Tx } from '#platform/database/connection.ts'
import { mattersOf } from '../history-store.ts'
import { promisesIn } from '../promise-store.ts'
import { visitsIn, wordsOf } from '../visit-store.ts'
import type { HistoryProps } from './company-history.tsx'

/** What has happened between a company and the town halls, as the database shows it to whoever asks. */
export async function historyOf(tx: Tx, company: string): Promise<Omit<HistoryProps, 'reader'>> {
  const visits = await visitsIn(tx, { company })
  return {
    visits,
    words: await wordsOf(
      tx,
      visits.map(({ id }) => id),
    ),
    promises: await promisesIn(tx, { company }),
    matters: await mattersOf(tx, company),
  }
}
