import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { mayDecideTarget } from '../core/policy.ts'
import { holdIndicators } from '../store.ts'
import * as store from '../target-store.ts'

export type WithdrawTargetRefusal = 'not-allowed' | 'target-unknown' | 'withdrawn-already'

/** Takes a target out of force. It stays readable among the earlier ones. */
export async function withdrawTarget(
  context: Context,
  indicatorId: string,
  id: string,
): Promise<Outcome<string, WithdrawTargetRefusal>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    await holdIndicators(tx, networkId)
    const target = (await store.targetsOf(tx, indicatorId)).find((one) => one.id === id)
    if (!target) return refuse('target-unknown')
    if (!mayDecideTarget(actor, target.place)) return refuse('not-allowed')
    if (target.withdrawnAt) return refuse('withdrawn-already')

    await store.withdrawTarget(tx, id, { at: now, by: actor.personId })
    const { place: municipality, year, value, decidedBy, decidedOn, url } = target
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'indicators.target-withdrawn',
      on: { kind: 'indicator', id: indicatorId },
      before: { municipality, year, value, decidedBy, decidedOn, url },
    })
    return done(id)
  })
}
