import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { addDays, dayOf, endOfDay } from '#platform/values/dates.ts'
import { allNetworks } from '../store.ts'
import * as uploads from '../upload-store.ts'

/** So many days a table waits for whoever sent it, as the page where it is sent says. */
export const daysKept = 30

/** Removes what was sent and forgotten, in every network. */
export async function forgetTables({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const before = endOfDay(addDays(dayOf(clock()), -daysKept - 1))
  const networks = await inScope(db, { networkId: null, personId: null }, allNetworks)
  for (const networkId of networks)
    await inScope(db, { networkId, personId: null }, async (tx) => uploads.forgetTables(tx, before))
}
