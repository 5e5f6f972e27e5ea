import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import * as mail from '#modules/mail'
import { done, refuse, type Outcome } from '#platform/outcome.ts'

export type AgainRefusal = 'no-letter' | 'not-failed'

/** Tries a letter once more that did not arrive. Whoever may see it in the ledger may; the database shows no other. */
export async function sendLetterAgain(context: Context, id: string): Promise<Outcome<null, AgainRefusal>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('no-letter')
  return inTransaction(context, async (tx) => {
    if (!(await mail.letterWith(tx, id))) return refuse('no-letter')
    if (!(await mail.tryAgain(tx, id))) return refuse('not-failed')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'mail.sent-again',
      on: { kind: 'letter', id },
    })
    return done(null)
  })
}

/** The coordinator has seen to a mail that no machine could place. */
export async function seeToMail(context: Context, id: string): Promise<Outcome<null, 'no-letter'>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('no-letter')
  return inTransaction(context, async (tx) => {
    if (!(await mail.handleUnplaced(tx, id, { by: actor.personId, at: now }))) return refuse('no-letter')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'mail.seen-to',
      on: { kind: 'mail', id },
    })
    return done(null)
  })
}
