import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { choicesOf, goOnWithSeries } from '#modules/indicators'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Bilingual } from '#platform/values/locale.ts'
import { mayImport } from '../core/policy.ts'
import { KoladaQuestion } from '../kolada/reader.ts'
import * as plans from '../plan-store.ts'
import * as store from '../store.ts'
import { queueRun } from './queue-run.ts'

export type GoOnRefusal =
  | 'not-allowed'
  | 'run-unknown'
  | 'plan-unknown'
  | 'indicator-unknown'
  | 'planned-already'

/**
 * The coordinator goes on with the series that a run proposed where its own has ended: the indicators read both from now
 * on, with a break where the new one begins; the old one is no longer fetched, and the new one is at once.
 */
export async function goOnWithSuccessor(
  context: Context,
  runId: string,
  chosen: { readonly key: string; readonly from: number; readonly text: Bilingual },
): Promise<Outcome<string, GoOnRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayImport(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const found = await proposedIn(tx, runId, chosen.key)
    if (!found.ok) return found
    const { old, plan } = found.value
    // First what may be refused: a refusal leaves nothing behind.
    const succession = {
      from: old.seriesKey,
      to: chosen.key,
      break: { from: chosen.from, text: chosen.text },
    }
    if (!(await isReadBySomething(tx, old.seriesKey))) return refuse('indicator-unknown')
    const id = await plans.addPlan(tx, networkId, plan, { by: actor.personId, at: now })
    if (id === null) return refuse('planned-already')
    await goOnWithSeries(tx, context, succession)
    await plans.endPlan(tx, old.id, now)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'imports.plan-succeeded',
      on: { kind: 'import-plan', id },
      before: { series: old.seriesKey, title: old.title },
      after: { series: plan.seriesKey, title: plan.title },
    })
    return done(await queueRun(tx, { ...context, actor }, { way: plan.way, planId: id }))
  })
}

/** The plan that has come to its end, and the one that a run proposes to go on with. */
async function proposedIn(
  tx: Tx,
  runId: string,
  key: string,
): Promise<Outcome<{ old: plans.Plan; plan: plans.NewPlan }, GoOnRefusal>> {
  const run = await store.runWith(tx, runId)
  const successor = run?.report?.ending?.successors.find((one) => one.key === key)
  if (!run?.planId || !successor) return refuse('run-unknown')
  const old = await plans.planWith(tx, run.planId)
  if (!old || old.endedAt || old.way !== 'kolada') return refuse('plan-unknown')
  const { groups } = KoladaQuestion.parse(old.question)
  const question = { kpi: key.replace(/^kolada:/, ''), groups }
  const { way, rhythm } = old
  return done({ old, plan: { seriesKey: key, title: successor.title, way, question, rhythm } })
}

async function isReadBySomething(tx: Tx, key: string): Promise<boolean> {
  return (await choicesOf(tx)).some(({ series }) => series.at(-1) === key)
}
