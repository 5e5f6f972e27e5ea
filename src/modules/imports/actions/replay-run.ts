import { inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { mayImport } from '../core/policy.ts'
import * as answers from '../answer-store.ts'
import * as store from '../store.ts'
import { queueRun } from './queue-run.ts'

export type ReplayRunRefusal = 'not-allowed' | 'run-unknown' | 'nothing-kept' | 'under-way'

/** The coordinator lets the answers that an earlier run kept be read again, without asking their source. */
export async function replayRun(context: Context, id: string): Promise<Outcome<string, ReplayRunRefusal>> {
  const { actor } = context
  if (!actor || !mayImport(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const run = await store.runWith(tx, id)
    if (!run) return refuse('run-unknown')
    // Answers that broke off are not all of what was asked for.
    const isWhole = run.cursor === null && run.planId !== null
    const kept = isWhole ? await answers.answersOf(tx, run.replayOf ?? id) : []
    if (kept.length === 0 || run.planId === null) return refuse('nothing-kept')
    if (await store.isUnderWay(tx, run.planId)) return refuse('under-way')
    const { way, planId, since } = run
    return done(
      await queueRun(tx, { ...context, actor }, { way, planId, since, replayOf: run.replayOf ?? id }),
    )
  })
}
