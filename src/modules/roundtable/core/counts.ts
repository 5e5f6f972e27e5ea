import type { Criterion } from './event.ts'
import type { Participant, ParticipantState } from './participant.ts'
import { freeSeats } from './seats.ts'

/** What somebody's state is called: who waits and has a seat kept for them is asked about it. */
export function shownState({ state, offeredUntil }: Participant, now: Date): ParticipantState | 'offered' {
  return state === 'waiting' && offeredUntil !== null && offeredUntil > now ? 'offered' : state
}

/** How those of one criterion stand, beside the seats it is given. */
export interface CriterionCount {
  readonly criterion: Criterion
  readonly listed: number
  readonly invited: number
  readonly yes: number
  readonly waiting: number
  readonly silent: number
  readonly no: number
  readonly free: number
}

/** How many of each criterion are on the list, invited, coming, waiting, silent; who is gone or sends somebody else is left out. */
export function countByCriterion(
  seats: number,
  criteria: readonly Criterion[],
  people: readonly Participant[],
  now: Date,
): readonly CriterionCount[] {
  const there = people.filter(({ state }) => state !== 'withdrawn' && state !== 'delegated')
  const taken = criteria.map(({ id }) => {
    const states = there.filter(({ criterionId }) => criterionId === id).map((one) => shownState(one, now))
    const held = states.filter((state) => state === 'yes' || state === 'offered').length
    return { criterionId: id, taken: held, waiting: states.filter((state) => state === 'waiting').length }
  })
  return criteria.map((criterion) => {
    const own = there.filter(({ criterionId }) => criterionId === criterion.id)
    const count = (...states: readonly ParticipantState[]) =>
      own.filter(({ state }) => states.includes(state)).length
    return {
      criterion,
      listed: own.length,
      invited: own.length - count('listed'),
      yes: count('yes'),
      waiting: count('waiting'),
      silent: count('invited'),
      no: count('no'),
      free: freeSeats({ seats, criteria, taken }, criterion.id),
    }
  })
}

/** What of the list is asked for; what is empty asks nothing. */
export interface ListQuestion {
  readonly text: string
  readonly criterion: string
  readonly state: string
  readonly municipality: string
  readonly order: 'organisation' | 'name' | 'state' | 'answered'
}

const stateOrder: readonly string[] = [
  'yes',
  'offered',
  'waiting',
  'invited',
  'listed',
  'delegated',
  'no',
  'withdrawn',
]

/** Those of the list that fit, in the order that is asked for. */
export function fitting(
  people: readonly Participant[],
  asked: ListQuestion,
  now: Date,
  compare: (a: string, b: string) => number,
): readonly Participant[] {
  const text = asked.text.toLocaleLowerCase('sv')
  const found = people.filter(
    (one) =>
      (text === '' || `${one.name} ${one.organisation}`.toLocaleLowerCase('sv').includes(text)) &&
      (asked.criterion === '' || one.criterionId === asked.criterion) &&
      (asked.municipality === '' || one.municipality === asked.municipality) &&
      (asked.state === '' || shownState(one, now) === asked.state),
  )
  const byName = (a: Participant, b: Participant) =>
    compare(a.organisation, b.organisation) || compare(a.name, b.name)
  switch (asked.order) {
    case 'organisation':
      return found.toSorted(byName)
    case 'name':
      return found.toSorted((a, b) => compare(a.name, b.name))
    case 'state':
      return found.toSorted((a, b) => placeOf(a, now) - placeOf(b, now) || byName(a, b))
    case 'answered':
      return found.toSorted(
        (a, b) => (b.answeredAt?.getTime() ?? 0) - (a.answeredAt?.getTime() ?? 0) || byName(a, b),
      )
  }
}

function placeOf(one: Participant, now: Date): number {
  return stateOrder.indexOf(shownState(one, now))
}

/** How many there are of each value, the most first; null is not known. */
export function mixOf<Value extends string>(
  values: readonly (Value | null)[],
): readonly { readonly value: Value | null; readonly count: number }[] {
  const counts = new Map<Value | null, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count)
}
