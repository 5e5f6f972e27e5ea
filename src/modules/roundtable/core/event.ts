import type { IsoDay } from '#platform/values/dates.ts'

/** A round-table event as it is planned. Times of day are local, `09:30`. */
export interface Event {
  readonly id: string
  readonly title: string
  readonly theme: string
  readonly welcome: string
  readonly place: string
  readonly onDay: IsoDay
  readonly opensAt: string
  readonly endsAt: string
  /** How many may come in all. */
  readonly seats: number
  readonly answerBy: IsoDay
  readonly publishedAt: Date | null
  readonly cancelledAt: Date | null
  readonly cancelledBecause: string | null
  readonly heldAt: Date | null
  /** How many days after it what people need is deleted. */
  readonly needsDays: number
  /** How often its day, times or place have changed since people were told of them. */
  readonly sequence: number
  readonly isExample: boolean
}

/** What happens when, beside the rounds. */
export interface ProgrammeItem {
  readonly id: string
  readonly at: string
  readonly text: string
}

/** What an event serves: an intervention or an indicator, by its id. */
export interface EventLink {
  readonly kind: 'theme' | 'intervention' | 'indicator'
  readonly ref: string
}

/** Rounds are counted from 0, as the seating counts them; people read one more. */
export interface Round {
  readonly number: number
  readonly startsAt: string
  readonly minutes: number
}

export interface EventTable {
  /** What stands on it. */
  readonly id: string
  readonly min: number
  readonly max: number
  readonly hostId: string | null
  /** Whether a wheelchair reaches it. */
  readonly isReachable: boolean
  /** The rounds in which it is not there. */
  readonly closed: readonly number[]
}

/** A question at all tables or one, in all rounds or one; null is all. */
export interface Question {
  readonly id: string
  readonly tableId: string | null
  readonly round: number | null
  readonly text: string
}

/** By what somebody is invited, and how many seats that is given. */
export interface Criterion {
  readonly id: string
  readonly text: string
  readonly kind: Kind
  readonly seats: number
}

export const kinds = ['leadership', 'company', 'guest', 'host'] as const
export type Kind = (typeof kinds)[number]
