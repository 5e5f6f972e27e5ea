import { inTransaction, type Context } from '#modules/accounts'
import { enqueue } from '#modules/jobs'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { BasicsForm } from '../core/basics-form.ts'
import { mayPlanEvents } from '../core/policy.ts'
import { budgetOf } from '../participant-store.ts'
import { addEvent, editEvent } from '../plan-store.ts'
import { criteriaOf } from '../store.ts'
import { note, planning, type PlanRefusal } from './planning.ts'

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

/** Changes what an event is, where and when. There are never fewer seats than are taken or promised to criteria. */
export async function changeEvent(
  context: Context,
  id: string,
  form: BasicsForm,
): Promise<Outcome<null, PlanRefusal | 'day-passed' | 'seats-taken' | 'seats-promised'>> {
  return planning(context, id, async (tx, planned, event) => {
    if (form.onDay < dayOf(planned.at) && form.onDay !== event.onDay) return refuse('day-passed')
    const criteria = await criteriaOf(tx, id)
    const { taken } = await budgetOf(tx, event, criteria, planned.at)
    if (form.seats < taken.reduce((sum, one) => sum + one.taken, 0)) return refuse('seats-taken')
    if (form.seats < criteria.reduce((sum, { seats }) => sum + seats, 0)) return refuse('seats-promised')
    await editEvent(tx, id, form)
    await note(tx, planned, 'roundtable.event-edited', { before: shownOf(event), after: shownOf(form) })
    if (form.seats > event.seats) await enqueue(tx, 'roundtable.offer-seats', {})
    return done(null)
  })
}

function shownOf({ title, place, onDay, opensAt, endsAt, seats, answerBy }: BasicsForm) {
  return { title, place, onDay, opensAt, endsAt, seats, answerBy }
}
