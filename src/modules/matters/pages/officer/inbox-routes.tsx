import { Hono } from 'hono'
import { holds, inTransaction, municipalitiesAs, type Visit, type VisitEnv } from '#modules/accounts'
import { topicsOf } from '#modules/routing'
import { dayOf } from '#platform/values/dates.ts'
import { addWorkingDays } from '#platform/values/working-days.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { coordinatorViews, inboxViews, markIn, numberIn, type InboxView } from '../../core/inbox.ts'
import { inboxCounts, inboxPage, inboxRows } from '../../inbox-store.ts'
import { findMatters } from '../../similar-store.ts'
import { InboxPage } from './inbox-page.tsx'
import { textsIn } from './texts.ts'
import { matterHref } from './words.tsx'

const pageSize = 20

/** The inbox of officers and of the coordinator. */
export function listRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('matters'), async (c) => {
    const visit = c.get('visit')
    const looking = lookingIn(visit)
    if (!looking) return visit.refuse()
    const words = (c.req.query('q') ?? '').slice(0, 200).trim()
    const number = numberIn(words)
    if (number) return c.redirect(matterHref(number, visit.locale), 303)
    const view = looking.views.find((one) => one === c.req.query('view')) ?? looking.views[0] ?? 'mine'
    const topic = c.req.query('topic') || null
    const after = markIn(c.req.query('after') ?? '')
    const asked = { ...looking, view, topic }
    const shown = await inTransaction(visit, async (tx) => ({
      topics: await topicsOf(tx),
      counts: await inboxCounts(tx, looking),
      rows:
        words === ''
          ? await inboxPage(tx, asked, { after, size: pageSize })
          : await inboxRows(tx, asked, await findMatters(tx, words, pageSize)),
    }))
    return visit.page(
      { title: textsIn(visit.locale).inbox.title, noindex: true },
      <InboxPage
        {...shown}
        rows={shown.rows.slice(0, pageSize)}
        hasMore={shown.rows.length > pageSize}
        isBeginning={after === null}
        views={looking.views}
        view={view}
        topic={topic}
        words={words}
        riskBy={looking.riskBy}
        mayWrite={looking.municipalities.length > 0}
        visit={visit}
      />,
    )
  })

  return routes
}

/** What somebody may look at in the inbox; null who has none. */
export function lookingIn(visit: Visit) {
  const { actor, now } = visit
  const municipalities = municipalitiesAs(actor, 'officer')
  const isOfficer = municipalities.length > 0
  if (!actor || (!isOfficer && !holds(actor, 'coordinator'))) return null
  const views: readonly InboxView[] = isOfficer ? inboxViews : coordinatorViews
  return { views, personId: actor.personId, municipalities, riskBy: riskDay(now) }
}

/** What is due by the next working day is at risk. */
export function riskDay(now: Date) {
  return addWorkingDays(dayOf(now), 1)
}
