import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { Event } from '../core/event.ts'
import type { Participant } from '../core/participant.ts'
import { contactsOf, editParticipant } from '../participant-store.ts'
import { criteriaOf, participantsOf } from '../store.ts'
import { sendLetter, type Desk } from './letters.ts'
import { noteOn } from './list-people.ts'
import { planning, type PlanRefusal } from './planning.ts'

export type SendRefusal = PlanRefusal | 'not-published' | 'cancelled' | 'late' | 'nobody-chosen'

/** Invites those who are chosen of the list, and writes again to those of them who are silent. One transaction: all or none. */
export async function sendLetters(
  context: Context,
  id: string,
  chosen: ReadonlySet<string>,
  desk: Desk,
): Promise<Outcome<{ readonly sent: number }, SendRefusal>> {
  return planning(context, id, async (tx, planned, event) => {
    const closed = closedTo(event, dayOf(planned.at))
    if (closed !== null) return refuse(closed)
    const criteria = new Map((await criteriaOf(tx, id)).map((one) => [one.id, one.text]))
    const contacts = await contactsOf(tx, id)
    const people = (await participantsOf(tx, id)).filter((one) => chosen.has(one.id) && mayBeWrittenTo(one))
    let sent = 0
    for (const participant of people) {
      const contact = contacts.get(participant.id)
      const occasion = participant.state === 'listed' ? 'invitation' : 'again'
      const criterion = criteria.get(participant.criterionId ?? '') ?? ''
      if (
        !contact ||
        !(await sendLetter(tx, desk, { occasion, event, criterion, participant, contact }, planned))
      )
        continue
      sent += 1
      if (occasion === 'invitation') await editParticipant(tx, participant.id, { state: 'invited' })
      const { name, organisation } = participant
      await noteOn(
        tx,
        planned,
        occasion === 'invitation' ? 'roundtable.invited' : 'roundtable.invited-again',
        participant.id,
        {
          after: { name, organisation, criterion },
        },
      )
    }
    return sent === 0 ? refuse('nobody-chosen') : done({ sent })
  })
}

/** Why nobody can be invited. */
function closedTo(event: Event, today: string): 'cancelled' | 'not-published' | 'late' | null {
  if (event.cancelledAt !== null) return 'cancelled'
  if (event.publishedAt === null) return 'not-published'
  return today > event.answerBy ? 'late' : null
}

/** Who gets a letter when the coordinator asks for it: those who have not had one, and those who are silent. */
export function mayBeWrittenTo({ state }: Pick<Participant, 'state'>): boolean {
  return state === 'listed' || state === 'invited'
}
