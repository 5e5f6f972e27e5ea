import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addingWords, freeSlug } from '#platform/values/slug.ts'
import type { IndicatorDraft } from '../core/forms.ts'
import { mayEditIndicators } from '../core/policy.ts'
import { unsuitable, type Unsuitable } from '../core/suitability.ts'
import * as store from '../store.ts'

export type AddIndicatorRefusal = 'not-allowed' | Unsuitable

/** The coordinator adds an indicator to follow. It has no values until its series have been retrieved. */
export async function addIndicator(
  context: Context,
  draft: IndicatorDraft,
  series: readonly string[] = [],
): Promise<Outcome<string, AddIndicatorRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayEditIndicators(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    await store.holdIndicators(tx, networkId)
    const others = await store.choicesOf(tx)
    const problem = unsuitable(draft, others)
    if (problem) return refuse(problem)

    const taken = new Set(others.map((other) => other.id))
    const id = freeSlug(draft.name.sv, taken, 'indikator', addingWords)
    await store.addIndicator(tx, networkId, id, draft, series)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'indicators.indicator-added',
      on: { kind: 'indicator', id },
      after: series.length > 0 ? { ...draft, series } : draft,
    })
    return done(id)
  })
}
