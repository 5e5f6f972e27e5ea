import { ownAddress } from '#modules/accounts'
import * as mail from '#modules/mail'
import { municipalitiesOf } from '#modules/region'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import { staffOf } from '../absence-store.ts'
import { receiversOn } from '../core/ladder.ts'
import type { MatterPlace } from '../key.ts'
import { answeringAt } from '../time-store.ts'

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

/** One letter to each who receives a matter that day. Nothing of what it says stands in it. */
export async function tellReceivers(
  { db, queueDb, clock, write }: TellParts,
  arrival: Arrival,
): Promise<void> {
  const { networkId, municipality: code, number, by } = arrival
  const now = clock()
  const today = dayOf(now)
  const part = await answeringAt(queueDb, arrival, code)
  const receivers = receiversOn(part, await staffOf(queueDb, networkId, today), today)
  for (const personId of receivers.filter((one) => one !== by))
    await inScope(db, { networkId, personId }, async (tx) => {
      const municipality = (await municipalitiesOf(tx)).find((one) => one.code === code)?.name ?? null
      const to = await ownAddress(tx)
      if (to === null) return
      await mail.send(tx, { networkId, to, ...write({ number, municipality }), holdsSecret: false }, now)
    })
}
