import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import type { BasicsForm } from '../core/basics-form.ts'
import { contactsOf } from '../participant-store.ts'
import {
  addEvent,
  editEvent,
  putCriteria,
  putItems,
  putLinks,
  putQuestions,
  putRounds,
  putTables,
} from '../plan-store.ts'
import { criteriaOf, itemsOf, linksOf, participantsOf, questionsOf, roundsOf, tablesOf } from '../store.ts'
import { sendLetter, type Desk } from './letters.ts'
import { note, planning, type PlanRefusal } from './planning.ts'

/** Lets everybody know of an event; from then on people can be invited. */
export async function publishEvent(
  context: Context,
  id: string,
): Promise<Outcome<null, PlanRefusal | 'published' | 'cancelled' | 'criteria-none'>> {
  return planning(context, id, async (tx, planned, event) => {
    if (event.cancelledAt !== null) return refuse('cancelled')
    if (event.publishedAt !== null) return refuse('published')
    // Nobody is invited before it is said by what.
    if ((await criteriaOf(tx, id)).length === 0) return refuse('criteria-none')
    await editEvent(tx, id, { publishedAt: planned.at })
    await note(tx, planned, 'roundtable.event-published', { after: { title: event.title } })
    return done(null)
  })
}

/** Says that an event does not take place, and why; everybody who is invited and has not said no gets a letter. */
export async function cancelEvent(
  context: Context,
  id: string,
  because: string,
  desk: Desk,
): Promise<Outcome<{ readonly letters: number }, PlanRefusal | 'cancelled' | 'over'>> {
  return planning(context, id, async (tx, planned, event) => {
    if (event.cancelledAt !== null) return refuse('cancelled')
    if (event.heldAt !== null || event.onDay < dayOf(planned.at)) return refuse('over')
    const cancelled = { cancelledAt: planned.at, cancelledBecause: because }
    await editEvent(tx, id, cancelled)
    const contacts = await contactsOf(tx, id)
    let letters = 0
    for (const participant of await participantsOf(tx, id)) {
      const contact = contacts.get(participant.id)
      if (!contact || !['invited', 'yes', 'waiting'].includes(participant.state)) continue
      const facts = { occasion: 'cancelled', event: { ...event, ...cancelled }, criterion: '' } as const
      if (await sendLetter(tx, desk, { ...facts, participant, contact }, planned)) letters += 1
    }
    await note(tx, planned, 'roundtable.event-cancelled', { after: { title: event.title, because } })
    return done({ letters })
  })
}

/** A year, on the same weekday. */
const later = 364

/** Plans an event as an earlier one was: all but its day, its people and who was host. Answers the new one's id. */
export async function copyEvent(context: Context, id: string): Promise<Outcome<string, PlanRefusal>> {
  return planning(context, id, async (tx, planned, event) => {
    const { title, theme, welcome, place, opensAt, endsAt, seats, needsDays } = event
    const today = dayOf(planned.at)
    const shift = (day: string) => {
      let moved = addDays(day, later)
      while (moved < today) moved = addDays(moved, later)
      return moved
    }
    const form: BasicsForm = {
      title,
      theme,
      welcome,
      place,
      opensAt,
      endsAt,
      seats,
      needsDays,
      onDay: shift(event.onDay),
      answerBy: shift(event.answerBy),
    }
    const { networkId } = planned
    const copy = await addEvent(tx, networkId, form, planned)
    const there = { networkId, event: copy }
    await putItems(tx, there, await itemsOf(tx, id))
    await putRounds(tx, there, await roundsOf(tx, id))
    await putCriteria(tx, there, await criteriaOf(tx, id))
    await putTables(
      tx,
      there,
      (await tablesOf(tx, id)).map((table) => ({ ...table, hostId: null })),
    )
    await putQuestions(
      tx,
      there,
      (await questionsOf(tx, id)).map((question) => ({ ...question, id: '' })),
    )
    await putLinks(tx, there, ['theme', 'intervention', 'indicator'], await linksOf(tx, id))
    await note(tx, { ...planned, event: copy }, 'roundtable.event-copied', { after: { title, from: id } })
    return done(copy)
  })
}
