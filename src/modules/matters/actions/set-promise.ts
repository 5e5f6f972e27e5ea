import { holds, inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { PromiseForm } from '../core/time-forms.ts'
import * as store from '../time-store.ts'

/** The coordinator says how soon the town halls answer. What has been promised already stands. */
export async function setPromise(
  context: Context,
  promise: PromiseForm,
): Promise<Outcome<null, 'not-allowed'>> {
  const { actor, networkId, now } = context
  if (!actor || !holds(actor, 'coordinator')) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const { firstWordDays, planDays } = await store.clockFor(tx, networkId, null)
    await store.setPromise(tx, networkId, promise)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'matters.promise-set',
      on: { kind: 'network', id: networkId },
      before: { firstWordDays, planDays },
      after: promise,
    })
    return done(null)
  })
}
