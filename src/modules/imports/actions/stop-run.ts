import { inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { mayImport } from '../core/policy.ts'
import * as store from '../store.ts'

export type StopRunRefusal = 'not-allowed' | 'not-under-way'

/** The coordinator asks a run to stop. It does so after the answer that is on its way, and brings nothing. */
export async function stopRun(context: Context, id: string): Promise<Outcome<null, StopRunRefusal>> {
  const { actor, now } = context
  if (!actor || !mayImport(actor)) return refuse('not-allowed')
  return inTransaction(context, async (tx) =>
    (await store.askToStop(tx, id, now)) ? done(null) : refuse('not-under-way'),
  )
}
