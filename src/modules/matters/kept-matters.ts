import type { KeptMatters } from '#modules/routing'
import { moveAll } from './actions/move-all.ts'
import { pastMattersOf, standingAt } from './past-store.ts'

/** What the pages of routing ask of the matters. */
export const keptMatters: KeptMatters = {
  past: pastMattersOf,
  standingAt: async (tx, municipality, desk) => (await standingAt(tx, municipality, desk)).length,
  moveAll,
}
