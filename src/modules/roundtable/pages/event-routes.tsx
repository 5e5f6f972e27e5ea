import { Hono } from 'hono'
import type { VNode } from 'preact'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { choicesOf } from '#modules/indicators'
import { themes } from '#modules/patterns'
import { frameworkOf } from '#modules/programme'
import { dayOf } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { mayPlanEvents, mayReadParticipants } from '../core/policy.ts'
import type { EventLink } from '../core/event.ts'
import {
  criteriaOf,
  eventsOf,
  eventWith,
  itemsOf,
  linksOf,
  participantsOf,
  questionsOf,
  roundsOf,
} from '../store.ts'
import { eventCalendar } from './calendar.ts'
import { EventPage, type Served } from './event-page.tsx'
import { EventListPage } from './list-page.tsx'
import type { RoundtableSetting } from './setting.ts'
import { textsIn } from './texts.ts'
import type { Asking } from './words.ts'

/** What everybody reads: the events there are, and what each is about. */
export function eventRoutes(setting: RoundtableSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('events'), async (c) => {
    const visit = c.get('visit')
    const { locale, actor, now } = visit
    const events = await inTransaction(visit, eventsOf)
    const { title } = textsIn(locale).list
    return visit.page(
      { title },
      <EventListPage events={events} today={dayOf(now)} mayPlan={mayPlanEvents(actor)} locale={locale} />,
    )
  })
  routes.on('GET', bothAddresses('event'), async (c) => eventPage(c, setting))
  routes.on('GET', bothAddresses('eventCalendar'), async (c) => {
    const visit = c.get('visit')
    const id = idIn(c, 'event')
    const event = id === null ? undefined : await inTransaction(visit, (tx) => eventWith(tx, id))
    if (!event) return c.notFound()
    const page = `${setting.origin}${addressOf('event', visit.locale, { event: event.id })}`
    return eventCalendar(visit, event, page)
  })
  return routes
}

async function eventPage(c: Asking, { beside }: RoundtableSetting): Promise<Response> {
  const visit = c.get('visit')
  const { actor, locale } = visit
  const id = idIn(c, 'event')
  const isMember = mayReadParticipants(actor)
  const found =
    id === null
      ? null
      : await inTransaction(visit, async (tx) => {
          const event = await eventWith(tx, id)
          if (!event) return null
          const people = isMember ? await participantsOf(tx, id) : []
          const counted = people.filter(({ state }) => !['withdrawn', 'delegated'].includes(state))
          return {
            event,
            items: await itemsOf(tx, id),
            rounds: await roundsOf(tx, id),
            questions: await questionsOf(tx, id),
            criteria: await criteriaOf(tx, id),
            links: await linksOf(tx, id),
            turnout: isMember
              ? { yes: counted.filter(({ state }) => state === 'yes').length, all: counted.length }
              : null,
          }
        })
  if (!found) return c.notFound()
  const { links, ...shown } = found
  const sections: VNode[] = []
  if (isMember)
    for (const section of beside.event) {
      const told = await section(visit, shown.event)
      if (told) sections.push(told)
    }
  return visit.page(
    { title: shown.event.title, ...(shown.event.publishedAt === null ? { noindex: true } : {}) },
    <EventPage
      {...shown}
      serves={await servedBy(visit, links)}
      mayPlan={mayPlanEvents(actor)}
      today={dayOf(visit.now)}
      beside={sections}
      locale={locale}
    />,
  )
}

/** Themes, interventions and indicators by their names; one that is gone, or not for the reader, is left out. */
async function servedBy(visit: Visit, links: readonly EventLink[]): Promise<readonly Served[]> {
  const { locale } = visit
  if (links.length === 0) return []
  const known = await themes(visit)
  const { interventions, indicators } = await inTransaction(visit, async (tx) => ({
    interventions: (await frameworkOf(tx)).interventions,
    indicators: await choicesOf(tx),
  }))
  return links.flatMap(({ kind, ref }): readonly Served[] => {
    if (kind === 'theme') {
      const theme = known.find(({ id }) => id === ref)
      if (!theme?.patternId) return []
      return [{ name: theme.title, href: addressOf('pattern', locale, { pattern: theme.patternId }) }]
    }
    const named = (kind === 'intervention' ? interventions : indicators).find(({ id }) => id === ref)
    if (!named) return []
    return [{ name: inLocale(named.name, locale), href: addressOf(kind, locale, { [kind]: ref }) }]
  })
}
