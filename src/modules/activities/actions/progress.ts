import type { Actor } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Tx } from '#platform/database/connection.ts'
import { doersOf, type Activity } from '../core/activity.ts'
import { mayShowProgress } from '../core/policy.ts'
import { activityWith } from '../store.ts'

/** An activity for somebody who may tell what happens in it. */
export async function activityToTellOf(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Outcome<Activity, 'activity-unknown' | 'not-allowed'>> {
  const activity = await activityWith(tx, id)
  if (!activity) return refuse('activity-unknown')
  return mayShowProgress(actor, doersOf(activity)) ? done(activity) : refuse('not-allowed')
}
