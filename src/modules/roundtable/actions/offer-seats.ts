import type { Clock } from '#platform/clock.ts'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import { freeSeats, nextInLine, offeredUntil, type Budget, type Taken, type Waiting } from '../core/seats.ts'
import type { Event } from '../core/event.ts'
import type { Participant } from '../core/participant.ts'
import { digestOf, keyOf } from '../key.ts'
import {
  budgetOf,
  contactOf,
  dropNeed,
  editParticipant,
  isFirstWaiting,
  lockEvent,
} from '../participant-store.ts'
import { criteriaOf, eventWith, participantHere } from '../store.ts'
import { eventsWithWaiting, type FoundEvent } from '../worker-store.ts'
import { sendLetter, type Desk } from './letters.ts'
import { noteOn } from './list-people.ts'

export interface WorkParts extends Desk {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
}

/** Takes back the seats that were kept and not taken in time, and keeps free ones for those who have waited longest, with a letter. */
export async function offerSeats(parts: WorkParts): Promise<void> {
  const today = dayOf(parts.clock())
  for (const found of await eventsWithWaiting(parts.queueDb, today)) {
    const now = parts.clock()
    const lapsed = found.people.filter(({ offeredUntil: until }) => until !== null && new Date(until) <= now)
    for (const { id } of lapsed) await lapse(parts, found.networkId, id)
    const gone = new Set(lapsed.map(({ id }) => id))
    const left = { ...found, people: found.people.filter(({ id }) => !gone.has(id)) }
    for (const { id } of nextInLine(budgetIn(left), waitingIn(left))) await offer(parts, found.networkId, id)
  }
}

function waitingIn({ people }: FoundEvent): readonly Waiting[] {
  return people
    .filter(({ state, offeredUntil: until }) => state === 'waiting' && until === null)
    .map(({ id, criterionId, answeredAt }) => ({ id, criterionId, answeredAt: new Date(answeredAt) }))
}

function budgetIn({ seats, criteria, people }: FoundEvent): Budget {
  const taken = new Map<string | null, Taken>()
  for (const { criterionId, state, offeredUntil: until } of people) {
    const before = taken.get(criterionId) ?? { criterionId, taken: 0, waiting: 0 }
    const isTaken = state === 'yes' || until !== null
    taken.set(criterionId, {
      ...before,
      ...(isTaken ? { taken: before.taken + 1 } : { waiting: before.waiting + 1 }),
    })
  }
  return { seats, criteria, taken: [...taken.values()] }
}

interface Own {
  readonly event: Event
  readonly participant: Participant
}

/** Acts in the name of somebody who waits, with their own key; nobody gives or takes a seat meanwhile. */
async function asWaiting(
  { db, secret }: WorkParts,
  networkId: string,
  id: string,
  work: (tx: Tx, own: Own) => Promise<void>,
): Promise<void> {
  const key = digestOf(keyOf(secret, { networkId, participant: id }))
  await inScope(db, { networkId, personId: null, key }, async (tx) => {
    const found = await participantHere(tx)
    if (!found) return
    await lockEvent(tx, found.event)
    const event = await eventWith(tx, found.event)
    const here = await participantHere(tx)
    if (event && event.cancelledAt === null && here?.participant.state === 'waiting')
      await work(tx, { event, participant: here.participant })
  })
}

async function lapse(parts: WorkParts, networkId: string, id: string): Promise<void> {
  const at = parts.clock()
  await asWaiting(parts, networkId, id, async (tx, { event, participant }) => {
    const { offeredUntil: until, name } = participant
    if (until === null || until > at) return
    const place = { networkId, at, by: null }
    await editParticipant(tx, id, { state: 'no', offeredUntil: null, answeredAt: at })
    await dropNeed(tx, id)
    await noteOn(tx, place, 'roundtable.seat-lapsed', id, { after: { name } })
    await tell(tx, parts, { event, participant }, 'lapsed', place)
  })
}

async function offer(parts: WorkParts, networkId: string, id: string): Promise<void> {
  const at = parts.clock()
  await asWaiting(parts, networkId, id, async (tx, { event, participant }) => {
    const criteria = await criteriaOf(tx, event.id)
    const budget = await budgetOf(tx, event, criteria, at)
    if (participant.offeredUntil !== null || freeSeats(budget, participant.criterionId) < 1) return
    if (!(await isFirstWaiting(tx, id, at))) return
    const place = { networkId, at, by: null }
    const until = offeredUntil(at, event.onDay)
    await editParticipant(tx, id, { offeredUntil: until })
    await noteOn(tx, place, 'roundtable.seat-offered', id, { after: { name: participant.name } })
    await tell(tx, parts, { event, participant, until }, 'seat', place)
  })
}

async function tell(
  tx: Tx,
  desk: Desk,
  { event, participant, until }: Own & { readonly until?: Date },
  occasion: 'seat' | 'lapsed',
  place: { readonly networkId: string; readonly at: Date; readonly by: null },
): Promise<void> {
  const contact = await contactOf(tx, participant.id)
  if (contact)
    await sendLetter(tx, desk, { occasion, event, criterion: '', participant, contact, until }, place)
}
