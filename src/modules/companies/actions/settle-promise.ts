import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { SettleForm } from '../core/promise.ts'
import { visitsFor } from '../core/policy.ts'
import { promiseWith, settlePromise as store } from '../promise-store.ts'

/** Tells how a promise went. It can be told anew: what turned out otherwise is not left standing. */
export async function settlePromise(
  context: Context,
  id: string,
  form: SettleForm,
): Promise<Outcome<null, 'not-allowed' | 'promise-unknown'>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const promise = await promiseWith(tx, id)
    if (!promise) return refuse('promise-unknown')
    if (!visitsFor(actor).includes(promise.municipality)) return refuse('not-allowed')
    await store(tx, id, form, { at: now, by: actor.personId })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: `companies.promise-${form.outcome}`,
      on: { kind: 'promise', id },
    })
    return done(null)
  })
}
