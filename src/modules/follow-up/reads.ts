import type { Tx } from '#platform/database/connection.ts'
import { reportFrom, type FrozenReport } from './core/report.ts'
import type { Round } from './core/round.ts'
import { reportOf, roundsOf } from './store.ts'

/** A round that is frozen. */
type ClosedRound = Round & { readonly frozenAt: Date }

/** The rounds that are frozen, the latest first. */
export async function closedRounds(tx: Tx): Promise<readonly ClosedRound[]> {
  return (await roundsOf(tx)).filter((round): round is ClosedRound => round.frozenAt !== null)
}

/** A round as it was frozen; null for one that is not. */
export async function frozenRound(tx: Tx, id: string): Promise<FrozenReport | null> {
  const report = await reportOf(tx, id)
  return report ? reportFrom(report.bytes) : null
}
