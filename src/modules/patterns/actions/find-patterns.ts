import { actorWith, inTransaction, type Context } from '#modules/accounts'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { mayDecide } from '../core/policy.ts'
import { proposalsIn, type Proposal } from '../core/proposals.ts'
import {
  candidatesSince,
  coordinators,
  fadeProposals,
  openProposals,
  putProposal,
} from '../proposal-store.ts'

/** How far back matters are looked at. */
const searchedDays = 365
const dayLength = 86_400_000
/** So many are enough to decide on; the next come when those are decided. */
const mostProposed = 20

/** Looks for patterns now, for the coordinator. */
export async function findPatterns(context: Context): Promise<Outcome<null, 'not-allowed'>> {
  if (!mayDecide(context.actor)) return refuse('not-allowed')
  await inTransaction(context, (tx) => findIn(tx, context.networkId, context.now))
  return done(null)
}

/** Looks for patterns in every network, in the name of its coordinator: the worker itself reads no words. */
export async function findEverywhere(parts: {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
}): Promise<void> {
  for (const scope of await coordinators(parts.queueDb))
    await inScope(parts.db, scope, async (tx) => {
      if (mayDecide((await actorWith(tx, scope.personId)) ?? null))
        await findIn(tx, scope.networkId, parts.clock())
    })
}

/** What there is now. A proposal that shares most matters with one that was there goes on with it, so that its address stays. */
export async function findIn(tx: Tx, networkId: string, now: Date): Promise<void> {
  const before = await openProposals(tx)
  const since = new Date(now.getTime() - searchedDays * dayLength)
  const proposals = proposalsIn(await candidatesSince(tx, since)).slice(0, mostProposed)
  const left = new Map(before.map(({ id, matters }) => [id, new Set(matters)]))
  for (const proposal of proposals) {
    const pattern = likest(left, proposal)
    if (pattern !== null) left.delete(pattern)
    await putProposal(tx, { networkId, pattern }, proposal, now)
  }
  await fadeProposals(tx, [...left.keys()])
}

function likest(left: ReadonlyMap<string, ReadonlySet<string>>, { matters }: Proposal): string | null {
  const shared = [...left].map(([id, own]) => ({ id, count: matters.filter((one) => own.has(one)).length }))
  const [best] = shared.toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
  return best && best.count > 0 ? best.id : null
}
