import * as mail from '#modules/mail'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { Ask } from '../core/ask.ts'
import { digestOf, keyOf } from '../key.ts'
import { answerHere, noteTold, recipientHere, recipientsToTell } from '../recipient-store.ts'
import { askWith, closePassed } from '../store.ts'

interface ReturnParts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly secret: string
  readonly write: (ask: Ask, key: string) => { readonly subject: string; readonly body: string }
}

/** Closes what has passed its last day, and returns the results to all who have answered, once each. */
export async function returnResults({ db, queueDb, clock, secret, write }: ReturnParts): Promise<void> {
  const now = clock()
  await closePassed(queueDb, dayOf(now), now)
  for (const place of await recipientsToTell(queueDb)) {
    const { networkId } = place
    const key = keyOf(secret, place)
    await inScope(db, { networkId, personId: null, key: digestOf(key) }, async (tx) => {
      const recipient = await recipientHere(tx)
      const ask = recipient && (await askWith(tx, recipient.ask))
      if (!ask || recipient.toldAt !== null) return
      await noteTold(tx, recipient.id, now)
      // Who has not answered is not written to again; they were asked once.
      if (!(await answerHere(tx))) return
      await mail.send(tx, { networkId, to: recipient.email, ...write(ask, key), holdsSecret: true }, now)
    })
  }
}
