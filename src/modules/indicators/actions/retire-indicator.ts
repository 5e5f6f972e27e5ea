import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { mayEditIndicators } from '../core/policy.ts'
import { isLeanedOn } from '../core/suitability.ts'
import * as store from '../store.ts'

export type RetireIndicatorRefusal = 'not-allowed' | 'indicator-unknown' | 'retired-already' | 'leaned-on'

/** The coordinator retires an indicator: the network no longer follows it, its page and values stay where they are. */
export async function retireIndicator(
  context: Context,
  id: string,
): Promise<Outcome<string, RetireIndicatorRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayEditIndicators(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    await store.holdIndicators(tx, networkId)
    const before = await store.indicatorToChange(tx, id)
    if (!before) return refuse('indicator-unknown')
    if (before.retiredAt) return refuse('retired-already')
    if (isLeanedOn(id, await store.choicesOf(tx))) return refuse('leaned-on')

    await store.setRetired(tx, id, now)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'indicators.indicator-retired',
      on: { kind: 'indicator', id },
      before: { retiredAt: null, headline: before.headline },
      after: { retiredAt: now.toISOString(), headline: null },
    })
    return done(id)
  })
}
