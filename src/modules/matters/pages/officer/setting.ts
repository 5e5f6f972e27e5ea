import type { MatterSection } from '../section.ts'

/** What the program tells the officer's pages of itself. */
export interface InboxSetting {
  /** Where the program is reached, for letters. */
  readonly origin: string
  /** The installation's, from which private addresses are derived. */
  readonly secret: string
  /** What other slices show beside a matter, one after the other. */
  readonly beside: readonly MatterSection[]
}
