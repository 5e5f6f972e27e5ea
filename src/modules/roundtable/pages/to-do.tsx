import type { VNode } from 'preact'
import { inTransaction, type Visit } from '#modules/accounts'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import type { Event } from '../core/event.ts'
import type { Participant } from '../core/participant.ts'
import { lostHosts, type LostHost } from '../core/hosts.ts'
import { mayPlanEvents } from '../core/policy.ts'
import { eventsOf, participantsOf, tablesOf } from '../store.ts'
import { textsIn } from './texts.ts'

interface Planned {
  readonly event: Event
  readonly people: readonly Participant[]
  readonly lost: readonly LostHost[]
}

/** What the events to come want of the coordinator, for where they start their day. */
export async function eventsToDo(visit: Visit): Promise<VNode | null> {
  const { actor, locale, now } = visit
  if (!mayPlanEvents(actor)) return null
  const today = dayOf(now)
  const coming = await inTransaction(visit, async (tx) => {
    const found: Planned[] = []
    for (const event of (await eventsOf(tx)).toReversed())
      if (event.onDay >= today && event.cancelledAt === null) {
        const people = await participantsOf(tx, event.id)
        found.push({ event, people, lost: lostHosts(await tablesOf(tx, event.id), people) })
      }
    return found
  })
  const { toDo: texts } = textsIn(locale)
  return (
    <Section id="rundabord" title={texts.title}>
      <ul class="plain-list">
        {coming.flatMap((planned) =>
          wantsOf(planned, visit).map(({ page, text }) => (
            <li key={text}>
              <a href={addressOf(page, locale, { event: planned.event.id })}>
                <strong>{text}</strong>
              </a>
            </li>
          )),
        )}
        <li>
          <a href={addressOf('newEvent', locale)}>{texts.begin}</a>
        </li>
      </ul>
    </Section>
  )
}

/** The next thing to do about an event, and each table that has lost its host. */
function wantsOf({ event, people, lost }: Planned, visit: Visit) {
  const { toDo: texts } = textsIn(visit.locale)
  return [
    wantOf(event, people, visit),
    ...lost.map(({ table }) => ({ page: 'planTables' as const, text: texts.hostLost(event.title, table) })),
  ]
}

function wantOf(event: Event, people: readonly Participant[], { locale, now }: Visit) {
  const { toDo: texts } = textsIn(locale)
  const count = (state: Participant['state']) => people.filter((one) => one.state === state).length
  const { title, answerBy, onDay } = event
  if (event.publishedAt === null) return { page: 'planEvent', text: texts.draft(title) } as const
  const canAnswer = dayOf(now) <= answerBy
  if (canAnswer && count('listed') > 0)
    return { page: 'eventLetters', text: texts.toInvite(title, count('listed')) } as const
  if (canAnswer && count('invited') > 0)
    return {
      page: 'participants',
      text: texts.silent(title, count('invited'), formatDay(answerBy, locale)),
    } as const
  return { page: 'event', text: texts.coming(title, formatDay(onDay, locale)) } as const
}
