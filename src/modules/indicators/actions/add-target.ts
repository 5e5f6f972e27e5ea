import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { mayDecideTarget } from '../core/policy.ts'
import type { TargetDraft } from '../core/target-form.ts'
import { choicesOf, holdIndicators } from '../store.ts'
import * as store from '../target-store.ts'

export type AddTargetRefusal =
  | 'not-allowed'
  | 'indicator-unknown'
  | 'indicator-retired'
  | 'place-unknown'
  | 'decided-later'
  /** There is a target in force for that place and year: it is withdrawn first, so that both can be read. */
  | 'target-there'

/** Writes down a target that somebody has decided, for the region or for one municipality. Answers its id. */
export async function addTarget(
  context: Context,
  indicatorId: string,
  draft: TargetDraft,
): Promise<Outcome<string, AddTargetRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayDecideTarget(actor, draft.place)) return refuse('not-allowed')
  if (draft.decidedOn > dayOf(now)) return refuse('decided-later')

  return inTransaction(context, async (tx) => {
    await holdIndicators(tx, networkId)
    const indicator = (await choicesOf(tx)).find((choice) => choice.id === indicatorId)
    if (!indicator) return refuse('indicator-unknown')
    if (indicator.retiredAt) return refuse('indicator-retired')
    const isKnown =
      draft.place === null || (await municipalitiesOf(tx)).some(({ code }) => code === draft.place)
    if (!isKnown) return refuse('place-unknown')
    const isThere = (await store.targetsOf(tx, indicatorId)).some(
      ({ place, year, withdrawnAt }) => place === draft.place && year === draft.year && withdrawnAt === null,
    )
    if (isThere) return refuse('target-there')

    const id = await store.addTarget(tx, { networkId, indicatorId }, draft, { at: now, by: actor.personId })
    const { place, ...decided } = draft
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'indicators.target-added',
      on: { kind: 'indicator', id: indicatorId },
      after: { municipality: place, ...decided },
    })
    return done(id)
  })
}
