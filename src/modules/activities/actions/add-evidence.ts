import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { EvidenceForm } from '../core/evidence-form.ts'
import * as store from '../evidence-store.ts'
import { activityToTellOf } from './progress.ts'

/** An officer of one of those who do it adds something that shows that the activity happens. */
export async function addEvidence(
  context: Context,
  id: string,
  form: EvidenceForm,
): Promise<Outcome<null, 'not-allowed' | 'activity-unknown'>> {
  return inTransaction(context, async (tx) => addEvidenceIn(tx, context, id, form))
}

/** The same as a part of what an officer does elsewhere, in that transaction. */
export async function addEvidenceIn(
  tx: Tx,
  { actor, networkId, now }: Pick<Context, 'actor' | 'networkId' | 'now'>,
  id: string,
  form: EvidenceForm,
): Promise<Outcome<null, 'not-allowed' | 'activity-unknown'>> {
  if (!actor) return refuse('not-allowed')
  const activity = await activityToTellOf(tx, actor, id)
  if (!activity.ok) return activity
  const doing = { networkId, activity: id, by: actor.personId, at: now }
  await store.addEvidence(tx, doing, form)
  await audit.record(tx, {
    networkId,
    by: actor.personId,
    at: now,
    did: 'activities.evidence-added',
    on: { kind: 'activity', id },
    after: { title: form.title, url: form.address },
  })
  return done(null)
}
