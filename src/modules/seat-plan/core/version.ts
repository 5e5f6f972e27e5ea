import type { SeatRounds } from '#modules/roundtable'
import type { Made, Pin } from '#modules/seating'
import type { SeatChange } from './change.ts'

/** How a version came about; what is placed by hand is kept with it. */
export type PlanMade = (
  | ({ readonly by: 'engine' } & Made)
  /** After something has changed, with the fewest moved. */
  | ({ readonly by: 'replan'; readonly why: string } & Made)
  /** The best that a run had found when it was broken off; it cannot be made again. */
  | { readonly by: 'run'; readonly seed: number }
  | { readonly by: 'person'; readonly did: SeatChange }
  | { readonly by: 'restored'; readonly version: number }
) & { readonly pins?: readonly Pin[] }

/** A version of who sits where, with how it came about and by whom. */
export interface PlanVersion {
  readonly version: number
  readonly rounds: SeatRounds
  readonly made: PlanMade
  readonly savedAt: Date
  /** Null when the program did it. */
  readonly savedBy: string | null
  readonly toldAt: Date | null
}
