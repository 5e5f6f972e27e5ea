import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { enqueue } from '#modules/jobs'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { asksAs } from '../core/policy.ts'
import { askWith, closeAsk as store } from '../store.ts'

/** Closes an ask before its last day; the results go to all who have answered. */
export async function closeAsk(
  context: Context,
  id: string,
): Promise<Outcome<null, 'not-allowed' | 'ask-unknown' | 'closed'>> {
  const { actor, networkId, now } = context
  if (!actor || asksAs(actor).length === 0) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const ask = await askWith(tx, id)
    if (!ask) return refuse('ask-unknown')
    if (!asksAs(actor).includes(ask.municipality)) return refuse('not-allowed')
    if (!(await store(tx, id, now))) return refuse('closed')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'asking.closed',
      on: { kind: 'ask', id },
      after: { title: ask.title },
    })
    await enqueue(tx, 'asking.return-results', {})
    return done(null)
  })
}
