import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { addDays, dayOf, endOfDay } from '#platform/values/dates.ts'
import * as plans from '../plan-store.ts'
import * as store from '../store.ts'
import { giveToWorker, queueRun } from './queue-run.ts'

/** The worker tries a run again for two days; what is under way after that has been lost. */
const daysUntilLeftBehind = 3

/**
 * Starts what is due today in every network, and what was left behind, in the name of somebody who coordinates it. A network
 * without a coordinator has nobody to answer for its figures, and nothing is fetched for it.
 */
export async function startDueRuns({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const now = clock()
  const networks = await inScope(db, { networkId: null, personId: null }, store.allNetworks)
  for (const networkId of networks) {
    const personId = await inScope(db, { networkId, personId: null }, store.answeringPerson)
    if (personId === null) continue
    await inScope(db, { networkId, personId }, async (tx) => {
      for (const run of await store.runsLeftBehind(tx, endOfDay(addDays(dayOf(now), -daysUntilLeftBehind))))
        await giveToWorker(tx, networkId, run)
      for (const plan of await plans.duePlans(tx, dayOf(now))) {
        if (await store.isUnderWay(tx, plan.id)) continue
        const last = await store.lastDoneOn(tx, plan.id)
        const since = last && addDays(dayOf(last), -1)
        await queueRun(tx, { networkId, actor: { personId }, now }, { way: plan.way, planId: plan.id, since })
      }
    })
  }
}
