import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { isRefusedByDatabase } from '#platform/database/refusals.ts'
import { refuse, type Outcome } from '#platform/outcome.ts'
import type { Event } from '../core/event.ts'
import { mayPlanEvents } from '../core/policy.ts'
import { lockEvent } from '../participant-store.ts'
import type { EventPlace } from '../plan-store.ts'
import { eventWith } from '../store.ts'

/** Who plans what, and when. */
export interface Planning extends EventPlace {
  readonly by: string
  readonly at: Date
}

export type PlanRefusal = 'not-allowed' | 'event-unknown' | 'in-use'

/** One transaction of the coordinator's on an event; whoever gives or takes seats of it waits. */
export async function planning<Value, Refusal>(
  context: Context,
  id: string,
  work: (tx: Tx, planned: Planning, event: Event) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | PlanRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayPlanEvents(actor)) return refuse('not-allowed')
  try {
    return await inTransaction(context, async (tx) => {
      await lockEvent(tx, id)
      const event = await eventWith(tx, id)
      if (!event) return refuse('event-unknown')
      return work(tx, { networkId, event: id, by: actor.personId, at: now }, event)
    })
  } catch (error) {
    // Something was to be taken away that notes, seats or people refer to.
    if (isRefusedByDatabase(error, 'still-used')) return refuse('in-use')
    throw error
  }
}

/** Writes to the log what was done to an event. */
export async function note(
  tx: Tx,
  { networkId, event, by, at }: Planning,
  did: `roundtable.${string}`,
  told: { readonly before?: unknown; readonly after?: unknown },
): Promise<void> {
  await audit.record(tx, { networkId, by, at, did, on: { kind: 'event', id: event }, ...told })
}
