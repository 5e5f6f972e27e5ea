import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { decidedIn, type IndicatorDraft } from '../core/forms.ts'
import { mayEditIndicators } from '../core/policy.ts'
import { mayWeigh, unsuitable, weighsAnother, type Unsuitable } from '../core/suitability.ts'
import * as store from '../store.ts'

export type EditIndicatorRefusal =
  | 'not-allowed'
  | 'indicator-unknown'
  | 'changed-meanwhile'
  | 'unit-in-use'
  | 'unit-weighs'
  | Unsuitable

/**
 * The coordinator changes what an indicator is called, how it is read and how the region's value is made.
 * Nothing is overwritten that was saved since they read it.
 */
export async function editIndicator(
  context: Context,
  { id, version }: { readonly id: string; readonly version: number },
  draft: IndicatorDraft,
): Promise<Outcome<string, EditIndicatorRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayEditIndicators(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    await store.holdIndicators(tx, networkId)
    const before = await store.indicatorToChange(tx, id)
    if (!before) return refuse('indicator-unknown')
    if (before.version !== version) return refuse('changed-meanwhile')
    const choices = await store.choicesOf(tx)
    const others = choices.filter((choice) => choice.id !== id)
    // Values keep the meaning they were stored with: another unit is another indicator.
    const hasValues = choices.some((choice) => choice.id === id && choice.hasValues)
    if (draft.unit !== before.unit && hasValues) return refuse('unit-in-use')
    if (!mayWeigh(draft.unit) && weighsAnother(id, others)) return refuse('unit-weighs')
    const problem = unsuitable(draft, others)
    if (problem) return refuse(problem)

    await store.changeIndicator(tx, id, draft)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'indicators.indicator-edited',
      on: { kind: 'indicator', id },
      before: decidedIn(before),
      after: draft,
    })
    return done(id)
  })
}
