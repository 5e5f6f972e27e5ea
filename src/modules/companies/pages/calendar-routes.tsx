import { Hono } from 'hono'
import { actorWith, inTransaction, type Actor, type Visit, type VisitEnv } from '#modules/accounts'
import { calendarText, calendarType } from '#platform/http/calendar.ts'
import { isSignature, signatureOf } from '#platform/signature.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { mayMeetCompanies } from '../core/policy.ts'
import { visitsIn } from '../visit-store.ts'
import { readerIn, type Asking } from './asking.ts'
import { CalendarPage } from './calendar-page.tsx'
import type { CompanySetting } from './setting.ts'
import { textsIn } from './texts.ts'
import { visitCalendar } from './visit-calendar.ts'

const monthsBack = 92

/** The region's calendar of visits: as a page, and as a file that a calendar program can follow without signing in. */
export function calendarRoutes({ secret, origin }: CompanySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('companyVisits'), async (c) => {
    const visit = c.get('visit')
    const { actor, locale, networkId } = visit
    if (!actor || !mayMeetCompanies(actor)) return visit.refuse()
    const shown = await near(visit)
    const { personId } = actor
    const code = signatureOf(secret, nameOf(networkId, personId))
    const feed = `${addressOf('companyVisitsCalendar', locale)}?${new URLSearchParams({ person: personId, code })}`
    return visit.page(
      { title: textsIn(locale).calendar.title, noindex: true },
      <CalendarPage {...shown} feed={feed} />,
    )
  })

  routes.on('GET', bothAddresses('companyVisitsCalendar'), async (c) => {
    const visit = c.get('visit')
    const actor = visit.actor ?? (await whoFollows(c, secret))
    if (!mayMeetCompanies(actor)) return visit.refuse()
    const { visits, reader } = await near({ ...visit, actor })
    const planned = visits.filter(({ state }) => state === 'planned')
    return c.body(calendarText(visitCalendar(planned, reader, { ...visit, origin }), visit.now), 200, {
      'Content-Type': calendarType,
      'Cache-Control': 'private, no-store',
    })
  })

  return routes
}

function nameOf(networkId: string, personId: string): string {
  return `calendar of visits ${networkId} ${personId}`
}

/** Whose calendar an address is; null when it is nobody's, or of somebody who holds no role any more. */
async function whoFollows(c: Asking, secret: string): Promise<Actor | null> {
  const { networkId, ...visit } = c.get('visit')
  const { person = '', code = '' } = c.req.query()
  if (!isSignature(secret, nameOf(networkId, person), code)) return null
  const actor = { personId: person, name: '', grants: [] }
  return inTransaction({ ...visit, networkId, actor }, (tx) => actorWith(tx, person))
}

async function near(visit: Visit) {
  return inTransaction(visit, async (tx) => ({
    reader: (await readerIn(tx, visit)).reader,
    visits: await visitsIn(tx, { since: addDays(dayOf(visit.now), -monthsBack) }),
  }))
}
