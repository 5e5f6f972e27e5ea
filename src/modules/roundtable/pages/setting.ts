import type { EventSection, ParticipantSection } from './section.ts'

/** What the pages are told when they are mounted. */
export interface RoundtableSetting {
  readonly secret: string
  readonly origin: string
  /** What other modules show beside. */
  readonly beside: {
    readonly event: readonly EventSection[]
    readonly participant: readonly ParticipantSection[]
  }
}
