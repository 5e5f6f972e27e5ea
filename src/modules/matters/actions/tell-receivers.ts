import * as mail from '#modules/mail'
import { municipalitiesOf } from '#modules/region'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import type { MatterPlace } from '../key.ts'
import { receiversOf } from '../part-store.ts'

/** That a matter has come to a municipality; to the coordinator where that is null. */
export interface Arrival extends MatterPlace {
  readonly municipality: string | null
  readonly number: string
  /** Who brought it there, and needs no letter of it; null when nobody did. */
  readonly by: string | null
}

interface TellParts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  /** `municipality` is its name. */
  readonly write: (arrival: { readonly number: string; readonly municipality: string | null }) => {
    readonly subject: string
    readonly body: string
  }
}

/**
 * One letter to each who receives a matter: whoever answers at its desk, else their deputy, else all officers there, else
 * the coordinator. Nothing of what it says stands in it.
 */
export async function tellReceivers(
  { db, queueDb, clock, write }: TellParts,
  arrival: Arrival,
): Promise<void> {
  const { networkId, municipality: code, number, by } = arrival
  const receivers = (await receiversOf(queueDb, arrival, code)).filter(({ personId }) => personId !== by)
  await inScope(db, { networkId, personId: null }, async (tx) => {
    const municipality = (await municipalitiesOf(tx)).find((one) => one.code === code)?.name ?? null
    for (const { email: to } of receivers)
      await mail.send(tx, { networkId, to, ...write({ number, municipality }), holdsSecret: false }, clock())
  })
}
