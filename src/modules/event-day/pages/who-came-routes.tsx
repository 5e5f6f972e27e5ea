import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { readForm } from '#platform/http/form.ts'
import { idIn } from '#platform/http/ids.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { sayWhoCame } from '../actions/say-who-came.ts'
import { leadsDay } from '../core/policy.ts'
import { WhoCameForm } from '../core/who-came.ts'
import { eventDayOf } from '../reads.ts'
import { textsIn } from './texts.ts'
import { WhoCamePage } from './who-came-page.tsx'
import { dayHref } from './words.ts'

/** Saying when the day is over who never came. */
export function whoCameRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('whoCame'), async (c) => {
    const visit = c.get('visit')
    if (!leadsDay(visit.actor)) return visit.refuse()
    const event = idIn(c, 'event')
    const day = event === null ? null : await inTransaction(visit, async (tx) => eventDayOf(tx, event))
    if (!day) return c.notFound()
    const { locale, now } = visit
    return visit.page(
      { title: `${textsIn(locale).whoCame.title}: ${day.event.title}`, noindex: true },
      <WhoCamePage day={day} isSaved={c.req.query(savedMark) !== undefined} now={now} locale={locale} />,
    )
  })

  routes.on('POST', bothAddresses('whoCame'), async (c) => {
    const visit = c.get('visit')
    if (!leadsDay(visit.actor)) return visit.refuse()
    const event = idIn(c, 'event')
    if (event === null) return c.notFound()
    const page = dayHref('whoCame', { id: event }, visit.locale)
    const form = await readForm(c.req, WhoCameForm)
    if (!form.ok) return c.redirect(page, 303)
    const outcome = await sayWhoCame(visit, event, form.data)
    if (outcome.ok) return c.redirect(`${page}?${savedMark}`, 303)
    if (outcome.refusal === 'not-allowed') return visit.refuse()
    return outcome.refusal === 'event-unknown' ? c.notFound() : c.redirect(page, 303)
  })
  return routes
}
