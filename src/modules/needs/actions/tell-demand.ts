import { nextRound } from '#modules/disclosure'
import type { Clock } from '#platform/clock.ts'
import type { Database, Tx } from '#platform/database/connection.ts'
import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import { demandRule, factsOf, roundedDown, unitsOf } from '../core/demand.ts'
import { oneEach } from '../core/one-each.ts'
import {
  addBatch,
  batchesWithMembers,
  beginSnapshot,
  endBatches,
  networksToTell,
  statementsToCount,
} from '../demand-store.ts'

/** Makes the quarter's snapshot of every network; as the worker, which alone knows who stands in which batch. */
export async function tellDemand(queueDb: Database, clock: Clock): Promise<void> {
  const today = dayOf(clock())
  for (const networkId of await networksToTell(queueDb)) await tellDemandOf(queueDb, networkId, today)
}

/** Makes one network's snapshot of a day; once, and never one before another. */
export async function tellDemandOf(queueDb: Database, networkId: string, onDay: IsoDay): Promise<void> {
  await queueDb.transaction().execute(async (tx) => tellDemandIn(tx, networkId, onDay))
}

/** The same within a transaction that may read all needs and write batches. */
export async function tellDemandIn(tx: Tx, networkId: string, onDay: IsoDay): Promise<void> {
  const needs = oneEach(await statementsToCount(tx, networkId, onDay))
  const answered = roundedDown(new Set(needs.map(({ first }) => first.company)).size)
  if (!(await beginSnapshot(tx, networkId, { onDay, answered }))) return
  const { shown, earlier } = await batchesWithMembers(tx, networkId)
  const { ended, begun } = nextRound(unitsOf(needs), shown, earlier, demandRule)
  const byUnit = new Map(needs.map((need) => [need.unit, need]))
  await endBatches(
    tx,
    networkId,
    ended.map(({ id }) => id),
    onDay,
  )
  for (const batch of begun)
    await addBatch(tx, networkId, batch, { ...factsOf(batch, byUnit), begunOn: onDay })
}
