import type { VNode } from 'preact'
import type { Visit } from '#modules/accounts'
import type { GridEntry } from '../core/cell-grid.ts'

/** What other modules have to show on the programme's pages, of which the programme knows nothing; null is nothing. */
export interface Slots {
  /** What else somebody has to do, one after the other. */
  readonly elsewhere: readonly ((visit: Visit) => Promise<VNode | null>)[]
  /** What somebody may do that need not be done today. */
  readonly afterwards: (visit: Visit) => VNode | null
  /** What each municipality has decided for its own part. */
  readonly decided: (visit: Visit) => Promise<VNode | null>
  readonly besideCell: (visit: Visit, entry: GridEntry) => Promise<VNode | null>
  /** One after the other. */
  readonly besideIntervention: readonly ((visit: Visit, intervention: string) => Promise<VNode | null>)[]
}
