import type { CompanySize } from '#modules/companies'
import type { Kind } from './event.ts'

/** Somebody who is invited; how they are reached and what they need stands apart. */
export interface Participant {
  readonly id: string
  readonly kind: Kind
  readonly criterionId: string | null
  readonly name: string
  readonly title: string
  readonly organisation: string
  readonly companyId: string | null
  /** Whose leadership, or where the company is. */
  readonly municipality: string | null
  /** A section of SNI. */
  readonly branch: string | null
  readonly size: CompanySize | null
  readonly personId: string | null
  readonly state: ParticipantState
  /** In whose place they come. */
  readonly insteadOf: string | null
  /** The first round they are there for, and the first they are gone; null is the whole time. */
  readonly fromRound: number | null
  readonly untilRound: number | null
  readonly openedAt: Date | null
  readonly answeredAt: Date | null
}

/** `listed` until the letter is sent; `waiting` when there was no seat left; `withdrawn` when the organiser took it back. */
export type ParticipantState = 'listed' | 'invited' | 'yes' | 'waiting' | 'no' | 'delegated' | 'withdrawn'
