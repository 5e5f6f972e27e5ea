import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { mayImport } from '../core/policy.ts'
import * as plans from '../plan-store.ts'
import { queueRun } from './queue-run.ts'

export type MakePlanRefusal = 'not-allowed' | 'planned-already'

/** The coordinator decides that a series is fetched, and when. The first fetching begins at once. */
export async function makePlan(
  context: Context,
  plan: plans.NewPlan,
): Promise<Outcome<{ readonly plan: string; readonly run: string }, MakePlanRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayImport(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const id = await plans.addPlan(tx, networkId, plan, { by: actor.personId, at: now })
    if (id === null) return refuse('planned-already')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'imports.plan-made',
      on: { kind: 'import-plan', id },
      after: { title: plan.title, series: plan.seriesKey, rhythm: plan.rhythm },
    })
    const run = await queueRun(tx, { ...context, actor }, { way: plan.way, planId: id })
    return done({ plan: id, run })
  })
}
