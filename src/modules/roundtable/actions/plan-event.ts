import { inTransaction, type Context } from '#modules/accounts'
import { enqueue } from '#modules/jobs'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { BasicsForm } from '../core/basics-form.ts'
import type { Event } from '../core/event.ts'
import { programmeWithin } from '../core/programme-form.ts'
import { isExpecting } from '../core/participant.ts'
import { mayPlanEvents } from '../core/policy.ts'
import { budgetOf, contactsOf } from '../participant-store.ts'
import { addEvent, editEvent, putItems, putRounds } from '../plan-store.ts'
import { criteriaOf, itemsOf, participantsOf, roundsOf } from '../store.ts'
import { sendLetter, type Desk } from './letters.ts'
import { note, planning, type Planning, type PlanRefusal } from './planning.ts'

/** Begins to plan an event; answers its id. */
export async function planEvent(
  context: Context,
  form: BasicsForm,
): Promise<Outcome<string, 'not-allowed' | 'day-passed'>> {
  const { actor, networkId, now } = context
  if (!actor || !mayPlanEvents(actor)) return refuse('not-allowed')
  if (form.onDay < dayOf(now)) return refuse('day-passed')
  return inTransaction(context, async (tx) => {
    const who = { at: now, by: actor.personId }
    const event = await addEvent(tx, networkId, form, who)
    await note(tx, { networkId, event, ...who }, 'roundtable.event-planned', { after: shownOf(form) })
    return done(event)
  })
}

/** What became of a change: how many are written to, and by how many minutes the programme was moved along. */
export interface ChangedEvent {
  readonly letters: number
  readonly movedBy: number
}

/**
 * Changes what an event is, where and when. There are never fewer seats than are taken or promised to criteria. Rounds that the new
 * hours leave outside move along with the doors, with all else in the programme. Who was invited and has not said no is written to
 * when it is moved; what they answered holds.
 */
export async function changeEvent(
  context: Context,
  id: string,
  form: BasicsForm,
  desk: Desk,
): Promise<
  Outcome<ChangedEvent, PlanRefusal | 'day-passed' | 'seats-taken' | 'seats-promised' | 'rounds-outside'>
> {
  return planning(context, id, async (tx, planned, event) => {
    if (form.onDay < dayOf(planned.at) && form.onDay !== event.onDay) return refuse('day-passed')
    const criteria = await criteriaOf(tx, id)
    const { taken } = await budgetOf(tx, event, criteria, planned.at)
    if (form.seats < taken.reduce((sum, one) => sum + one.taken, 0)) return refuse('seats-taken')
    if (form.seats < criteria.reduce((sum, { seats }) => sum + seats, 0)) return refuse('seats-promised')
    const stands = { items: await itemsOf(tx, id), rounds: await roundsOf(tx, id) }
    const programme = programmeWithin(stands, event, form)
    if (!programme) return refuse('rounds-outside')
    if (programme.movedBy !== 0) {
      await putItems(tx, planned, programme.items)
      await putRounds(tx, planned, programme.rounds)
    }
    const isNews = isTold(event, planned.at) && isMoved(event, form)
    const sequence = event.sequence + (isNews ? 1 : 0)
    await editEvent(tx, id, { ...form, sequence })
    await note(tx, planned, 'roundtable.event-edited', { before: shownOf(event), after: shownOf(form) })
    if (form.seats > event.seats) await enqueue(tx, 'roundtable.offer-seats', {})
    const letters = isNews ? await tellMoved(tx, planned, event, { ...event, ...form, sequence }, desk) : 0
    return done({ letters, movedBy: programme.movedBy })
  })
}

/** Whether people know of the event and still wait for it. */
function isTold({ publishedAt, cancelledAt, onDay }: Event, now: Date): boolean {
  return publishedAt !== null && cancelledAt === null && onDay >= dayOf(now)
}

/** Whether it is on another day, at another time or elsewhere. */
function isMoved(before: Event, after: BasicsForm): boolean {
  return (['onDay', 'opensAt', 'endsAt', 'place'] as const).some((what) => before[what] !== after[what])
}

async function tellMoved(tx: Tx, planned: Planning, from: Event, event: Event, desk: Desk): Promise<number> {
  const contacts = await contactsOf(tx, event.id)
  let letters = 0
  for (const participant of (await participantsOf(tx, event.id)).filter(isExpecting)) {
    const contact = contacts.get(participant.id)
    if (!contact) continue
    const moved = { from, state: participant.state }
    const facts = { occasion: 'moved', event, criterion: '', participant, contact, moved } as const
    if (await sendLetter(tx, desk, facts, planned)) letters += 1
  }
  return letters
}

function shownOf({ title, place, onDay, opensAt, endsAt, seats, answerBy }: BasicsForm) {
  return { title, place, onDay, opensAt, endsAt, seats, answerBy }
}
