import type { VNode } from 'preact'
import { inTransaction, type Visit } from '#modules/accounts'
import { dayOf } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import { eventsOf } from '../store.ts'
import { EventCards } from './list-page.tsx'
import { textsIn } from './texts.ts'

/** How many of the events to come stand on the front page. */
const most = 2

/** The next events, for the front page; null where none is to come. */
export async function comingEvents(visit: Visit): Promise<VNode | null> {
  const { locale, now } = visit
  const today = dayOf(now)
  const coming = (await inTransaction(visit, eventsOf))
    .filter((one) => one.publishedAt !== null && one.cancelledAt === null && one.onDay >= today)
    .toReversed()
  if (coming.length === 0) return null
  const { list: texts } = textsIn(locale)
  return (
    <Section
      id="rundabordssamtal"
      title={texts.title}
      lead={texts.lead}
      action={<a href={addressOf('events', locale)}>{texts.all}</a>}
    >
      <EventCards events={coming.slice(0, most)} locale={locale} />
    </Section>
  )
}
