import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { dayOf } from '#platform/values/dates.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { ReachedForm } from '../core/evidence-form.ts'
import { tellReached } from '../word-store.ts'
import { activityToTellOf } from './progress.ts'

export type TellMilestoneRefusal =
  | 'not-allowed'
  | 'activity-unknown'
  | 'milestone-unknown'
  | 'day-to-come'
  | 'changed-meanwhile'

/** An officer of one of those who do it tells that a milestone was reached, or that it was not after all. */
export async function tellMilestone(
  context: Context,
  id: string,
  form: ReachedForm,
): Promise<Outcome<null, TellMilestoneRefusal>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const activity = await activityToTellOf(tx, actor, id)
    if (!activity.ok) return activity
    const milestone = activity.value.milestones.find(({ number }) => number === form.milestone)
    if (!milestone) return refuse('milestone-unknown')
    if (form.reachedOn !== null && form.reachedOn > dayOf(now)) return refuse('day-to-come')
    if (!(await tellReached(tx, { networkId, id }, form, { by: actor.personId, at: now })))
      return refuse('changed-meanwhile')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: form.reachedOn === null ? 'activities.milestone-not-reached' : 'activities.milestone-reached',
      on: { kind: 'activity', id },
      before: { milestone: milestone.text, reachedOn: milestone.reachedOn },
      after: { milestone: milestone.text, reachedOn: form.reachedOn },
    })
    return done(null)
  })
}
