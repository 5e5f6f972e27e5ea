import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { refuse, type Outcome } from '#platform/outcome.ts'
import type { Tx } from '#platform/database/connection.ts'
import type { VersionedFramework } from '../core/framework.ts'
import { mayEditFramework } from '../core/policy.ts'
import * as store from '../framework-store.ts'

/** A part as whoever changes it has seen it: nothing is overwritten that was saved since. */
export interface SeenPart {
  readonly id: string
  readonly version: number
}

/** What every change of the framework stands on. */
export interface FrameworkChange {
  readonly tx: Tx
  readonly networkId: string
  readonly now: Date
  /** As it is while the change is made: no other change gets in between. */
  readonly framework: VersionedFramework
  /** Tells the audit log, in the same transaction. */
  readonly record: (
    did: string,
    on: { kind: string; id: string },
    states: { before?: unknown; after?: unknown },
  ) => Promise<void>
}

/** Opens a transaction for the coordinator to change the framework in, one change at a time. */
export async function changeFramework<Value, Refusal extends string>(
  context: Context,
  change: (on: FrameworkChange) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | 'not-allowed'>> {
  const { actor, networkId, now } = context
  if (!actor || !mayEditFramework(actor).may) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    await store.holdFramework(tx, networkId)
    const framework = await store.frameworkOf(tx)
    return change({
      tx,
      networkId,
      now,
      framework,
      record: (did, on, states) =>
        audit.record(tx, { networkId, by: actor.personId, at: now, did, on, ...states }),
    })
  })
}
