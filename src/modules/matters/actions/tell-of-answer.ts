import { ownAddress } from '#modules/accounts'
import * as mail from '#modules/mail'
import { inScope } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import { receiversOn } from '../core/ladder.ts'
import type { MatterPlace } from '../key.ts'
import { staffOf } from '../absence-store.ts'
import * as store from '../time-store.ts'
import type { Occasion, Written } from './behind-key.ts'
import type { WarnParts } from './warn-of-days.ts'

export interface TellParts extends Pick<WarnParts, 'db' | 'queueDb' | 'clock'> {
  readonly write: (occasion: Occasion, matter: { readonly year: number; readonly number: number }) => Written
}

/** Tells whoever has a matter, or stands in for them that day, what the company has done, by the page or by mail. */
export async function tellOfAnswer(
  { db, queueDb, clock, write }: TellParts,
  { networkId, matter: id, occasion }: MatterPlace & { readonly occasion: Occasion },
): Promise<void> {
  const now = clock()
  const today = dayOf(now)
  const matter = await store.watchedMatter(queueDb, networkId, id)
  if (!matter) return
  for (const personId of receiversOn(matter, await staffOf(queueDb, networkId, today), today)) {
    await inScope(db, { networkId, personId }, async (tx) => {
      const to = await ownAddress(tx)
      const letter = {
        networkId,
        ...write(occasion, matter),
        holdsSecret: false,
        matter: id,
        reader: personId,
      }
      if (to !== null) await mail.send(tx, { ...letter, to }, now)
    })
  }
}
