import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import { findIn } from './actions/find-patterns.ts'
import { publishExamples } from './actions/publish-figures.ts'

/** Lets the program find what is among the example matters, in the name of who coordinates the network, and count them. */
export async function plantPatterns(
  tx: Tx,
  networkId: string,
  now: Date,
  coordinator: string,
): Promise<void> {
  const speakAs = async (network: string, person: string) =>
    sql`select set_config('samsyn.network', ${network}, true), set_config('samsyn.person', ${person}, true)`.execute(
      tx,
    )
  await speakAs(networkId, coordinator)
  await findIn(tx, networkId, now)
  await speakAs('', '')
  await publishExamples(tx, networkId, now)
}
