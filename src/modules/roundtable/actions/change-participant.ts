import type { Context } from '#modules/accounts'
import { enqueue } from '#modules/jobs'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { closedFor } from '../core/answering.ts'
import type { Event } from '../core/event.ts'
import type { ParticipantForm, PresenceForm } from '../core/participant-form.ts'
import type { Need, Participant } from '../core/participant.ts'
import { isExpecting, needsNothing } from '../core/participant.ts'
import { seatFor } from '../core/seats.ts'
import { budgetOf, contactOf, dropNeed, editContact, editParticipant, putNeed } from '../participant-store.ts'
import { freeHost } from '../plan-store.ts'
import { criteriaOf, participantWith } from '../store.ts'
import { sendLetter, type Desk } from './letters.ts'
import { noteOn } from './list-people.ts'
import { planning, type Planning, type PlanRefusal } from './planning.ts'

/** Where somebody stands on which list. */
export interface Listed {
  readonly event: string
  readonly participant: string
}

type ChangeRefusal = PlanRefusal | 'participant-unknown'

async function changing<Value, Refusal>(
  context: Context,
  { event: id, participant }: Listed,
  work: (tx: Tx, planned: Planning, event: Event, before: Participant) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | ChangeRefusal>> {
  return planning<Value, Refusal | 'participant-unknown'>(context, id, async (tx, planned, event) => {
    const before = await participantWith(tx, id, participant)
    return before ? work(tx, planned, event, before) : refuse('participant-unknown')
  })
}

/** Changes what is written of somebody. Who has a seat keeps the criterion it is counted under. */
export async function changeParticipant(
  context: Context,
  listed: Listed,
  form: ParticipantForm,
): Promise<Outcome<null, ChangeRefusal | 'criterion-unknown' | 'criterion-held'>> {
  return changing(context, listed, async (tx, planned, _event, before) => {
    const { criterion: criterionId, email, phone, locale, ...facts } = form
    const criterion = (await criteriaOf(tx, listed.event)).find(({ id }) => id === criterionId)
    if (!criterion) return refuse('criterion-unknown')
    const holds = before.state === 'yes' || before.state === 'waiting'
    if (holds && criterionId !== before.criterionId) return refuse('criterion-held')
    await editParticipant(tx, before.id, { ...facts, criterionId, kind: criterion.kind })
    await editContact(tx, before.id, { email, phone, locale })
    await noteOn(tx, planned, 'roundtable.participant-edited', before.id, {
      before: toldOf(before, before.criterionId),
      after: toldOf(facts, criterionId),
    })
    return done(null)
  })
}

function toldOf(
  { name, organisation }: Pick<Participant, 'name' | 'organisation'>,
  criterion: string | null,
) {
  return { name, organisation, criterion: criterion ?? '' }
}

/** Says which rounds somebody is there for. */
export async function setPresence(
  context: Context,
  listed: Listed,
  presence: PresenceForm,
): Promise<Outcome<null, ChangeRefusal>> {
  return changing(context, listed, async (tx, planned, _event, before) => {
    await editParticipant(tx, before.id, presence)
    await noteOn(tx, planned, 'roundtable.presence-said', before.id, { after: presence })
    return done(null)
  })
}

/** Writes down what somebody needs, as they told the coordinator. It stands in no log. */
export async function noteNeed(
  context: Context,
  listed: Listed,
  need: Need,
): Promise<Outcome<null, ChangeRefusal>> {
  return changing(context, listed, async (tx, { networkId, at }, _event, before) => {
    if (needsNothing(need)) await dropNeed(tx, before.id)
    else await putNeed(tx, { networkId, participant: before.id }, need, at)
    return done(null)
  })
}

/** Takes an invitation back; who was written to is told. The seat goes to whoever waits. */
export async function withdrawParticipant(
  context: Context,
  listed: Listed,
  desk: Desk,
): Promise<Outcome<null, ChangeRefusal | 'withdrawn'>> {
  return changing(context, listed, async (tx, planned, event, before) => {
    if (before.state === 'withdrawn') return refuse('withdrawn')
    await editParticipant(tx, before.id, { state: 'withdrawn', offeredUntil: null })
    await dropNeed(tx, before.id)
    await freeHost(tx, before.id)
    const contact = await contactOf(tx, before.id)
    if (contact && isExpecting(before))
      await sendLetter(
        tx,
        desk,
        { occasion: 'withdrawn', event, criterion: '', participant: before, contact },
        planned,
      )
    await noteOn(tx, planned, 'roundtable.participant-withdrawn', before.id, {
      after: { name: before.name, organisation: before.organisation },
    })
    await enqueue(tx, 'roundtable.offer-seats', {})
    return done(null)
  })
}

/** Writes down what somebody answered by telephone; a yes gives a seat or a place in the line as it does on their own page. */
export async function answerFor(
  context: Context,
  listed: Listed,
  answer: 'yes' | 'no',
): Promise<Outcome<'yes' | 'waiting' | 'no', ChangeRefusal | 'closed'>> {
  return changing(context, listed, async (tx, planned, event, before) => {
    if (closedFor(event, before, dayOf(planned.at)) !== null) return refuse('closed')
    const criteria = await criteriaOf(tx, listed.event)
    const budget = await budgetOf(tx, event, criteria, planned.at)
    const state =
      answer === 'no' ? 'no' : (seatAsked(before, planned.at) ?? seatFor(budget, before.criterionId))
    await takeAnswer(tx, planned, before, state)
    return done(state)
  })
}

/** The seat that somebody has already, or that is kept for them; null for none. */
export function seatAsked({ state, offeredUntil }: Participant, now: Date): 'yes' | null {
  return state === 'yes' || (offeredUntil !== null && offeredUntil > now) ? 'yes' : null
}

/** Keeps an answer. Whoever waits already keeps the place in the line; a seat that is given back goes to the next. */
export async function takeAnswer(
  tx: Tx,
  place: Pick<Planning, 'networkId' | 'at'> & { readonly by: string | null },
  before: Participant,
  state: 'yes' | 'waiting' | 'no',
): Promise<void> {
  if (before.state === state) return
  await editParticipant(tx, before.id, { state, offeredUntil: null, answeredAt: place.at })
  if (state === 'no') await dropNeed(tx, before.id)
  await noteOn(tx, place, 'roundtable.answered', before.id, {
    before: { state: before.state },
    after: { name: before.name, state },
  })
  await enqueue(tx, 'roundtable.offer-seats', {})
}
