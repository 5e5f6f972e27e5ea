import { randomUUID } from 'node:crypto'
import { asKeyHolder, inTransaction, type Context } from '#modules/accounts'
import { enqueue } from '#modules/jobs'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { closedFor, isLateForYes, type Closed } from '../core/answering.ts'
import type { Event } from '../core/event.ts'
import type { DelegateForm, PresenceForm } from '../core/participant-form.ts'
import { needsNothing, type Need, type Participant, type ParticipantContact } from '../core/participant.ts'
import { seatFor } from '../core/seats.ts'
import { digestOf, keyOf } from '../key.ts'
import {
  addParticipant,
  budgetOf,
  contactOf,
  dropNeed,
  editParticipant,
  lockEvent,
  putNeed,
  type NewParticipant,
} from '../participant-store.ts'
import { criteriaOf, eventWith, participantHere } from '../store.ts'
import { seatAsked, takeAnswer } from './change-participant.ts'
import { sendLetter, type Desk } from './letters.ts'
import { noteOn } from './list-people.ts'

type KeyRefusal = 'key-unknown' | Closed

interface Here {
  readonly event: Event
  readonly participant: Participant
  readonly place: { readonly networkId: string; readonly at: Date; readonly by: null }
}

/** One transaction of whoever holds a key. They are the participant, whoever else they may be. */
async function answering<Value, Refusal>(
  context: Context,
  key: string,
  work: (tx: Tx, here: Here) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | KeyRefusal>> {
  const { networkId, now } = context
  return inTransaction(asKeyHolder(context, key), async (tx) => {
    const found = await participantHere(tx)
    if (!found) return refuse('key-unknown')
    await lockEvent(tx, found.event)
    // Read anew: somebody may just have given a seat away.
    const here = await participantHere(tx)
    const event = await eventWith(tx, found.event)
    if (here?.participant.state === 'withdrawn') return refuse('withdrawn')
    if (!here || !event) return refuse('key-unknown')
    const closed = closedFor(event, here.participant, dayOf(now))
    if (closed !== null) return refuse(closed)
    return work(tx, { event, participant: here.participant, place: { networkId, at: now, by: null } })
  })
}

/** What somebody says with a yes. */
export interface Coming {
  readonly need: Need
  readonly presence: PresenceForm
}

/** Says yes: to a seat, or to a place in the line where there is none left. */
export async function sayYes(
  context: Context,
  key: string,
  { need, presence }: Coming,
): Promise<Outcome<'yes' | 'waiting', KeyRefusal | 'late'>> {
  return answering(context, key, async (tx, { event, participant, place }) => {
    const { networkId, at } = place
    if (isLateForYes(event, participant, { at, today: dayOf(at) })) return refuse('late')
    const state = seatAsked(participant, at) ?? (await seatHere(tx, event, participant, at))
    await takeAnswer(tx, place, participant, state)
    await editParticipant(tx, participant.id, presence)
    if (needsNothing(need)) await dropNeed(tx, participant.id)
    else await putNeed(tx, { networkId, participant: participant.id }, need, at)
    return done(state)
  })
}

async function seatHere(
  tx: Tx,
  event: Event,
  { criterionId }: Participant,
  at: Date,
): Promise<'yes' | 'waiting'> {
  return seatFor(await budgetOf(tx, event, await criteriaOf(tx, event.id), at), criterionId)
}

/** Says no, at any time until the day is over; the seat goes to whoever waits. */
export async function sayNo(context: Context, key: string): Promise<Outcome<'no', KeyRefusal>> {
  return answering(context, key, async (tx, { participant, place }) => {
    await takeAnswer(tx, place, participant, 'no')
    return done('no')
  })
}

/** Lets somebody else come: they take over the seat or the place in the line, and get a letter with a link of their own. */
export async function delegate(
  context: Context,
  key: string,
  { delegateName: name, delegateTitle: title, delegateEmail: email }: DelegateForm,
  desk: Desk,
): Promise<Outcome<'delegated', KeyRefusal | 'late' | 'delegate-is-self'>> {
  return answering(context, key, async (tx, { event, participant, place }) => {
    const { networkId, at } = place
    if (isLateForYes(event, participant, { at, today: dayOf(at) })) return refuse('late')
    const own = await contactOf(tx, participant.id)
    if (own?.email.toLowerCase() === email.toLowerCase()) return refuse('delegate-is-self')
    const seat = seatAsked(participant, at) ?? (await seatHere(tx, event, participant, at))
    const id = randomUUID()
    const contact = { email, phone: '', locale: own?.locale ?? 'sv' } as const
    // Who stood in the line keeps the place in it for whoever comes.
    const since = participant.state === 'waiting' && seat === 'waiting' ? participant.answeredAt : at
    const digest = digestOf(keyOf(desk.secret, { networkId, participant: id }))
    const comes = { ...contact, id, name, title, digest, state: seat, answeredAt: since }
    await addParticipant(tx, { networkId, event: event.id }, inPlaceOf(participant, comes), place)
    await editParticipant(tx, participant.id, { state: 'delegated', offeredUntil: null, answeredAt: at })
    await dropNeed(tx, participant.id)
    await noteOn(tx, place, 'roundtable.delegated', participant.id, {
      before: { name: participant.name },
      after: { name, organisation: participant.organisation },
    })
    await sendLetter(
      tx,
      desk,
      {
        occasion: 'delegate',
        event,
        criterion: '',
        participant: { id, name },
        contact,
        insteadOf: participant.name,
      },
      place,
    )
    await enqueue(tx, 'roundtable.offer-seats', {})
    return done('delegated')
  })
}

/** Somebody who comes for the same organisation and by the same criterion as whoever sends them. */
function inPlaceOf(
  { id, kind, criterionId, organisation, companyId, municipality, branch, size }: Participant,
  comes: Pick<NewParticipant, 'id' | 'name' | 'title' | 'digest' | 'state' | 'answeredAt'> &
    ParticipantContact,
): NewParticipant {
  const same = { kind, criterionId, organisation, companyId, municipality, branch, size }
  return { ...same, ...comes, personId: null, insteadOf: id }
}

/** Notes that a link was opened, by a person or by what looks through their mail: which of them, nobody can tell. */
export async function noteOpened(context: Context, key: string): Promise<void> {
  await inTransaction(asKeyHolder(context, key), async (tx) => {
    const here = await participantHere(tx)
    if (here && here.participant.openedAt === null)
      await editParticipant(tx, here.participant.id, { openedAt: context.now })
  })
}
