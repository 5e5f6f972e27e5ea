import { inTransaction, type Actor, type Context } from '#modules/accounts'
import { eventWith, type Event } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { refuse, type Outcome } from '#platform/outcome.ts'
import { maySeat } from '../core/policy.ts'
import { lockEvent } from '../store.ts'

/** Whoever seats an event, once it is known that they may and that there is one. */
export interface Seating {
  readonly tx: Tx
  readonly event: Event
  readonly actor: Actor
}

/** One transaction of somebody who seats an event; whoever else changes the same event waits. */
export async function seatingEvent<Value, Refusal>(
  context: Context,
  event: string,
  work: (seating: Seating) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | 'not-allowed' | 'event-unknown'>> {
  const { actor } = context
  if (!actor || !maySeat(actor)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const known = await eventWith(tx, event)
    if (!known) return refuse('event-unknown')
    await lockEvent(tx, event)
    return work({ tx, event: known, actor })
  })
}
