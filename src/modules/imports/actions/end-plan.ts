import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { mayImport } from '../core/policy.ts'
import * as plans from '../plan-store.ts'

export type EndPlanRefusal = 'not-allowed' | 'plan-unknown'

/** The coordinator ends a plan: its series is no longer fetched, what has been fetched remains. */
export async function endPlan(context: Context, id: string): Promise<Outcome<null, EndPlanRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayImport(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    if (!(await plans.endPlan(tx, id, now))) return refuse('plan-unknown')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'imports.plan-ended',
      on: { kind: 'import-plan', id },
    })
    return done(null)
  })
}
