import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { decidedIn } from '../core/forms.ts'
import { mayEditIndicators } from '../core/policy.ts'
import { unsuitable, type Unsuitable } from '../core/suitability.ts'
import * as store from '../store.ts'

export type RestoreIndicatorRefusal = 'not-allowed' | 'indicator-unknown' | 'not-retired' | Unsuitable

/** The coordinator takes a retirement back. The indicator returns among the supporting ones; its old place may be taken. */
export async function restoreIndicator(
  context: Context,
  id: string,
): Promise<Outcome<string, RestoreIndicatorRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayEditIndicators(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    await store.holdIndicators(tx, networkId)
    const before = await store.indicatorToChange(tx, id)
    if (!before) return refuse('indicator-unknown')
    if (!before.retiredAt) return refuse('not-retired')
    const others = (await store.choicesOf(tx)).filter((choice) => choice.id !== id)
    // What it leans on may have been retired since.
    const problem = unsuitable({ ...decidedIn(before), headline: null }, others)
    if (problem) return refuse(problem)

    await store.setRetired(tx, id, null)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'indicators.indicator-restored',
      on: { kind: 'indicator', id },
      before: { retiredAt: before.retiredAt.toISOString() },
      after: { retiredAt: null },
    })
    return done(id)
  })
}
