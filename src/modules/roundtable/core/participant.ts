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
  /** Until when a seat that became free is kept for them, while they wait. */
  readonly offeredUntil: Date | null
  readonly openedAt: Date | null
  readonly answeredAt: Date | null
}

/** `listed` until the letter is sent; `waiting` when there was no seat left; `withdrawn` when the organiser took it back. */
export type ParticipantState = 'listed' | 'invited' | 'yes' | 'waiting' | 'no' | 'delegated' | 'withdrawn'

/** Who has an invitation and has not turned it down: they are told when the event is moved or cancelled. */
export function isExpecting({ state }: Pick<Participant, 'state'>): boolean {
  return state === 'invited' || state === 'yes' || state === 'waiting'
}

/** What somebody was written to for. */
export type Occasion =
  | 'invitation'
  | 'again'
  | 'reminder-early'
  | 'reminder-late'
  | 'delegate'
  | 'seat'
  | 'lapsed'
  | 'withdrawn'
  | 'cancelled'
  | 'moved'
  | 'seats'
  | 'summary'
  | 'return-30'
  | 'return-90'
  | 'return-180'
  | 'commitment'

/** How somebody is reached. */
export interface ParticipantContact {
  readonly email: string
  readonly phone: string
  readonly locale: 'sv' | 'en'
}

/** What somebody needs to take part. */
export interface Need {
  readonly wheelchair: boolean
  readonly hearing: boolean
  readonly seeing: boolean
  readonly food: string
  readonly other: string
}

export const noNeed: Need = { wheelchair: false, hearing: false, seeing: false, food: '', other: '' }

/** Whether nothing is needed. */
export function needsNothing(need: Need): boolean {
  return !need.wheelchair && !need.hearing && !need.seeing && need.food === '' && need.other === ''
}
