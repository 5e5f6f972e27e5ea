import type { IsoDay } from '#platform/values/dates.ts'
import type { Event } from './event.ts'
import type { Participant } from './participant.ts'

/** Why nothing can be answered any more. */
export type Closed = 'withdrawn' | 'cancelled' | 'over' | 'delegated'

/** Whether somebody can still answer, and if not, why. */
export function closedFor(
  event: Pick<Event, 'onDay' | 'cancelledAt' | 'heldAt'>,
  { state }: Pick<Participant, 'state'>,
  today: IsoDay,
): Closed | null {
  if (state === 'withdrawn') return 'withdrawn'
  if (event.cancelledAt !== null) return 'cancelled'
  if (event.heldAt !== null || today > event.onDay) return 'over'
  return state === 'delegated' ? 'delegated' : null
}

/** Whether it is too late to say yes: the last day is over, and no seat is theirs or kept for them. */
export function isLateForYes(
  event: Pick<Event, 'answerBy'>,
  { state, offeredUntil }: Pick<Participant, 'state' | 'offeredUntil'>,
  now: { readonly at: Date; readonly today: IsoDay },
): boolean {
  if (now.today <= event.answerBy || state === 'yes') return false
  return offeredUntil === null || offeredUntil < now.at
}
