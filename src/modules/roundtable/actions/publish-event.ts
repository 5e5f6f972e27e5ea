import type { Context } from '#modules/accounts'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import type { BasicsForm } from '../core/basics-form.ts'
import { isExpecting } from '../core/participant.ts'
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
import { addToList } from './list-people.ts'
import { note, planning, type Planning, type PlanRefusal } from './planning.ts'

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
      if (!contact || !isExpecting(participant)) continue
      const facts = { occasion: 'cancelled', event: { ...event, ...cancelled }, criterion: '' } as const
      if (await sendLetter(tx, desk, { ...facts, participant, contact }, planned)) letters += 1
    }
    await note(tx, planned, 'roundtable.event-cancelled', { after: { title: event.title, because } })
    return done({ letters })
  })
}

/** A year, on the same weekday. */
const later = 364

/** The new event, and how many people are on its list. */
export interface CopiedEvent {
  readonly event: string
  readonly people: number
}

/**
 * Plans an event as an earlier one was: all but its day and who was host. Its people come along if that is asked for, as if they had
 * just been listed: what they answered and what they need stays where it was said.
 */
export async function copyEvent(
  context: Context,
  id: string,
  { withPeople, secret }: { readonly withPeople: boolean; readonly secret: string },
): Promise<Outcome<CopiedEvent, PlanRefusal>> {
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
    const people = withPeople ? await copyPeople(tx, { ...planned, event: copy }, id, secret) : 0
    return done({ event: copy, people })
  })
}

/** Lists those who were invited to another event; not who came in somebody's place, or whose invitation was taken back. */
async function copyPeople(tx: Tx, there: Planning, from: string, secret: string): Promise<number> {
  const criteria = new Map((await criteriaOf(tx, there.event)).map((one) => [one.id, one]))
  const contacts = await contactsOf(tx, from)
  let people = 0
  for (const { name, title, organisation, municipality, branch, size, ...one } of await participantsOf(
    tx,
    from,
  )) {
    const { criterionId: criterion, insteadOf, state } = one
    if (criterion === null || insteadOf !== null || state === 'withdrawn') continue
    const { email = '', phone = '', locale = 'sv' } = contacts.get(one.id) ?? {}
    const known = { name, title, organisation, municipality, branch, size, email, phone, locale }
    const { companyId, personId } = one
    await addToList(tx, there, { person: { ...known, criterion }, companyId, personId }, criteria, secret)
    people += 1
  }
  return people
}
