import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Tx } from '#platform/database/connection.ts'
import type { Round } from '../core/round.ts'
import * as store from '../store.ts'

/** A round that something is done to, held until the transaction ends: nobody freezes it meanwhile. */
export async function holdOpenRound(
  tx: Tx,
  place: store.RoundPlace,
): Promise<Outcome<Round, 'round-unknown' | 'round-frozen'>> {
  await store.holdRound(tx, place)
  const round = await store.roundWith(tx, place.round)
  if (!round) return refuse('round-unknown')
  return round.frozenAt === null ? done(round) : refuse('round-frozen')
}
