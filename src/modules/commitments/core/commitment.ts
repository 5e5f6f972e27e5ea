import type { Kind } from '#modules/roundtable'
import { daysBetween, type IsoDay } from '#platform/values/dates.ts'

export const endings = ['kept', 'partly', 'unkept'] as const
export type Ending = (typeof endings)[number]
export const states = ['noted', 'confirmed', 'denied', ...endings] as const
export type CommitmentState = (typeof states)[number]

/** What somebody has said at a table that they will do. */
export interface Commitment {
  readonly id: string
  readonly event: { readonly id: string; readonly title: string; readonly onDay: IsoDay }
  readonly promiserId: string
  /** Null is everybody who was there. */
  readonly receiverId: string | null
  readonly promiserKind: Kind
  readonly receiverKind: Kind | null
  /** The municipality whose people promise; null for others. */
  readonly municipality: string | null
  /** The promiser's name as everybody may know it; empty while it may not be. */
  readonly shownName: string
  /** The same of whom it is promised to. */
  readonly shownReceiver: string
  readonly what: string
  readonly byDay: IsoDay
  readonly intervention: string | null
  readonly isPublic: boolean
  readonly state: CommitmentState
  readonly because: string
  readonly notedAt: Date
  readonly confirmedAt: Date | null
  readonly settledAt: Date | null
  /** The activity of the programme that it stands as; null for none. */
  readonly activity: string | null
  readonly isExample: boolean
}

/** Who acts upon a commitment. */
export type Side = 'promiser' | 'receiver' | 'host' | 'coordinator' | 'officer'
export type Deed = 'noted' | 'changed' | 'confirmed' | 'denied' | 'moved' | 'entered' | Ending

/** One thing that was done with it. */
export interface Act {
  readonly number: number
  readonly did: Deed
  readonly side: Side
  readonly text: string
  readonly dayBefore: IsoDay | null
  readonly dayAfter: IsoDay | null
  readonly at: Date
}

/** Whether it has ended, well or not. */
export function isSettled(state: CommitmentState): state is Ending {
  return state === 'kept' || state === 'partly' || state === 'unkept'
}

/** How it stands to a reader: what is promised and past its day without an ending is late. */
export type Standing = Exclude<CommitmentState, 'confirmed'> | 'under-way' | 'late'
export const standings = ['noted', 'under-way', 'late', 'kept', 'partly', 'unkept', 'denied'] as const

export function standingOf({ state, byDay }: Pick<Commitment, 'state' | 'byDay'>, today: IsoDay): Standing {
  if (state !== 'confirmed') return state
  return today > byDay ? 'late' : 'under-way'
}

/** How many days it is late; 0 for one that is not. */
export function daysLate(commitment: Pick<Commitment, 'state' | 'byDay'>, today: IsoDay): number {
  return standingOf(commitment, today) === 'late' ? daysBetween(commitment.byDay, today) : 0
}

/** Whether it can be entered into the programme: confirmed, for everybody, a municipality's, and of an intervention. */
export function mayStandInProgramme(
  commitment: Pick<Commitment, 'state' | 'isPublic' | 'municipality' | 'intervention' | 'activity'>,
): boolean {
  const { state, isPublic, municipality, intervention, activity } = commitment
  return (
    state !== 'noted' &&
    state !== 'denied' &&
    isPublic &&
    municipality !== null &&
    intervention !== null &&
    activity === null
  )
}

/** What the programme says of an activity whose commitment has ended so. */
export const statusAfter = { kept: 'done', partly: 'delayed', unkept: 'stopped' } as const
