import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import * as store from '../evidence-store.ts'
import { activityToTellOf } from './progress.ts'

/** An officer of one of those who do it withdraws evidence. It stays to be seen, as withdrawn. */
export async function withdrawEvidence(
  context: Context,
  id: string,
  evidence: string,
): Promise<Outcome<null, 'not-allowed' | 'activity-unknown' | 'evidence-unknown'>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const activity = await activityToTellOf(tx, actor, id)
    if (!activity.ok) return activity
    const doing = { networkId, activity: id, by: actor.personId, at: now }
    const withdrawn = await store.withdrawEvidence(tx, doing, evidence)
    if (!withdrawn) return refuse('evidence-unknown')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'activities.evidence-withdrawn',
      on: { kind: 'activity', id },
      before: { title: withdrawn.title, url: withdrawn.address },
    })
    return done(null)
  })
}
