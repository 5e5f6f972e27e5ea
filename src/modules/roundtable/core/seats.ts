import { addDays, dayOf, endOfDay, type IsoDay } from '#platform/values/dates.ts'
import { addWorkingDays } from '#platform/values/working-days.ts'
import type { Criterion, Event } from './event.ts'

/** Of one criterion: how many seats are taken or kept for somebody, and how many wait for one. */
export interface Taken {
  readonly criterionId: string | null
  readonly taken: number
  readonly waiting: number
}

export interface Budget {
  readonly seats: Event['seats']
  readonly criteria: readonly Pick<Criterion, 'id' | 'seats'>[]
  readonly taken: readonly Taken[]
}

/** How many seats of a criterion are free: never more than the whole event has left. */
export function freeSeats({ seats, criteria, taken }: Budget, criterion: string | null): number {
  const all = taken.reduce((sum, one) => sum + one.taken, 0)
  const left = Math.max(0, seats - all)
  if (criterion === null) return left
  const budget = criteria.find(({ id }) => id === criterion)?.seats ?? 0
  return Math.min(left, Math.max(0, budget - (ofCriterion(taken, criterion)?.taken ?? 0)))
}

/** What a yes gives: a seat, or a place in the line behind those of the same criterion who wait already. */
export function seatFor(budget: Budget, criterion: string | null): 'yes' | 'waiting' {
  const ahead = ofCriterion(budget.taken, criterion)?.waiting ?? 0
  return freeSeats(budget, criterion) > ahead ? 'yes' : 'waiting'
}

function ofCriterion(taken: readonly Taken[], criterion: string | null): Taken | undefined {
  return taken.find(({ criterionId }) => criterionId === criterion)
}

/** Somebody who waits for a seat. */
export interface Waiting {
  readonly id: string
  readonly criterionId: string | null
  readonly answeredAt: Date
}

/** To whom the free seats go: to those of the same criterion in the order in which they said yes. */
export function nextInLine(budget: Budget, waiting: readonly Waiting[]): readonly Waiting[] {
  const inOrder = waiting.toSorted(
    (a, b) => a.answeredAt.getTime() - b.answeredAt.getTime() || (a.id < b.id ? -1 : 1),
  )
  const next: Waiting[] = []
  let taken = [...budget.taken]
  for (const one of inOrder) {
    if (freeSeats({ ...budget, taken }, one.criterionId) < 1) continue
    next.push(one)
    taken = withOneMore(taken, one.criterionId)
  }
  return next
}

function withOneMore(taken: readonly Taken[], criterionId: string | null): Taken[] {
  const before = ofCriterion(taken, criterionId) ?? { criterionId, taken: 0, waiting: 0 }
  return [...taken.filter((one) => one.criterionId !== criterionId), { ...before, taken: before.taken + 1 }]
}

/** How many working days somebody has to take a seat that became free. */
const daysToTake = 2

/** Until when a free seat is kept: two working days, and no longer than to the evening before the event. */
export function offeredUntil(now: Date, onDay: IsoDay): Date {
  const today = dayOf(now)
  const last = addWorkingDays(today, daysToTake)
  const eve = addDays(onDay, -1)
  const until = last < eve ? last : eve
  return endOfDay(until > today ? until : today)
}
