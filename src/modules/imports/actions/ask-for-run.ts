import { inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { mayImport } from '../core/policy.ts'
import * as plans from '../plan-store.ts'
import * as store from '../store.ts'
import { queueRun } from './queue-run.ts'

export type AskForRunRefusal = 'not-allowed' | 'plan-unknown' | 'under-way'

/**
 * The coordinator asks for a plan to be carried out now: everything anew, or what has changed since the last time. What a
 * source changed on the day of the last run may have come after it, so that day is asked for again.
 */
export async function askForRun(
  context: Context,
  planId: string,
  extent: 'all' | 'changes',
): Promise<Outcome<string, AskForRunRefusal>> {
  const { actor } = context
  if (!actor || !mayImport(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const plan = await plans.planWith(tx, planId)
    if (!plan || plan.endedAt) return refuse('plan-unknown')
    if (await store.isUnderWay(tx, planId)) return refuse('under-way')
    const last = extent === 'changes' ? await store.lastDoneOn(tx, planId) : null
    const since = last && addDays(dayOf(last), -1)
    return done(await queueRun(tx, { ...context, actor }, { way: plan.way, planId, since }))
  })
}
