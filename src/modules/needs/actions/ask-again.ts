import * as mail from '#modules/mail'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { daysOfNotice } from '../core/need.ts'
import { digestOf, keyOf, letterCode } from '../key.ts'
import { noteAsked, statementsToAsk } from '../store.ts'
import type { Letter } from './say-need.ts'

export interface AskingAgain {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly secret: string
  readonly write: (said: {
    readonly words: string
    readonly key: string
    readonly code: string
    readonly standsUntil: string
  }) => Letter
}

/** Asks, two weeks before a need lapses, whether it stands still; once each time. */
export async function askAgain({ db, queueDb, clock, secret, write }: AskingAgain): Promise<void> {
  const now = clock()
  const today = dayOf(now)
  for (const { networkId, id, email, ...said } of await statementsToAsk(
    queueDb,
    addDays(today, daysOfNotice),
  )) {
    // What lapsed while nothing was sent is not asked for any more.
    if (said.standsUntil < today) continue
    const key = keyOf(secret, { networkId, kind: 'need', id })
    await inScope(db, { networkId, personId: null, key: digestOf(key) }, async (tx) => {
      if (!(await noteAsked(tx, id, today))) return
      await mail.send(
        tx,
        {
          networkId,
          to: email,
          ...write({ ...said, key, code: letterCode(secret, { networkId, id }) }),
          holdsSecret: true,
        },
        now,
      )
    })
  }
}
