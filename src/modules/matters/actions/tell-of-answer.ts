import { ownAddress } from '#modules/accounts'
import * as mail from '#modules/mail'
import { inScope } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import { toldOn } from '../core/ladder.ts'
import type { MatterPlace } from '../key.ts'
import { staffOf } from '../absence-store.ts'
import * as store from '../time-store.ts'
import type { WarnParts } from './warn-of-days.ts'

export interface TellParts extends Pick<WarnParts, 'db' | 'queueDb' | 'clock'> {
  readonly write: (matter: { readonly year: number; readonly number: number }) => {
    readonly subject: string
    readonly body: string
  }
}

/** Tells whoever has a matter, or stands in for them, that the company has answered by mail. */
export async function tellOfAnswer(
  { db, queueDb, clock, write }: TellParts,
  { networkId, matter: id }: MatterPlace,
): Promise<void> {
  const now = clock()
  const today = dayOf(now)
  const matter = await store.watchedMatter(queueDb, networkId, id)
  if (!matter) return
  for (const personId of toldOn('before', matter, await staffOf(queueDb, networkId, today), today)) {
    await inScope(db, { networkId, personId }, async (tx) => {
      const to = await ownAddress(tx)
      const letter = { networkId, ...write(matter), holdsSecret: false, matter: id, reader: personId }
      if (to !== null) await mail.send(tx, { ...letter, to }, now)
    })
  }
}
