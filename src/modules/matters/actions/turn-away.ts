import * as mail from '#modules/mail'
import { inScope, type Database } from '#platform/database/connection.ts'
import type { Written } from './behind-key.ts'

export interface TurnAwayParts {
  readonly db: Database
  readonly write: () => Written
}

/** Tells a company that its answer came to a matter that is over, and where to turn. The mail itself is the coordinator's. */
export async function turnAway(
  { db, write }: TurnAwayParts,
  { networkId, from }: Pick<mail.MailAnswer, 'networkId' | 'from'>,
  now: Date,
): Promise<void> {
  await inScope(db, { networkId, personId: null }, async (tx) =>
    mail.send(tx, { networkId, to: from, ...write(), holdsSecret: false }, now),
  )
}
