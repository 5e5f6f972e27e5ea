import { Hono, type Context as Request } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { cellGrid, frameworkOf, readerOf } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import { calendarText, calendarType } from '#platform/http/calendar.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { maySayActivity } from '../core/policy.ts'
import { activitiesIn } from '../store.ts'
import { activitiesCsv } from './activities-csv.ts'
import { ListPage } from './list-page.tsx'
import { listAsked } from './list-query.ts'
import { milestoneCalendar } from './milestone-calendar.ts'
import { textsIn } from './texts.ts'

/** All activities: as a page, as a file, and their milestones as a calendar together with those of the cells. */
export function listRoutes(origin: string): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('activities'), async (c) => {
    const visit = c.get('visit')
    const shown = await listed(c)
    const { title, lead } = textsIn(visit.locale).list
    return visit.page({ title, description: lead }, <ListPage {...shown} reader={await readerOf(visit)} />)
  })

  routes.on('GET', bothAddresses('activitiesCsv'), async (c) => {
    const { activities } = await listed(c)
    return c.body(activitiesCsv(activities, await readerOf(c.get('visit'))), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="activities.csv"',
    })
  })

  routes.on('GET', bothAddresses('milestoneCalendar'), async (c) => {
    const visit = c.get('visit')
    const { municipality: slug } = listAsked((name) => c.req.query(name))
    const found = await inTransaction(visit, async (tx) => {
      const municipality = (await municipalitiesOf(tx)).find((one) => one.slug === slug)
      const part = municipality ? { municipality: municipality.code } : {}
      return {
        municipality: municipality ?? null,
        activities: await activitiesIn(tx, part),
        grid: await cellGrid(tx, part),
      }
    })
    // A calendar that somebody follows must not become the whole network's when a municipality is misspelt.
    if (slug !== '' && !found.municipality) return c.notFound()
    const calendar = milestoneCalendar(found, { ...visit, origin })
    return c.body(calendarText(calendar, visit.now), 200, { 'Content-Type': calendarType })
  })

  return routes
}

async function listed(c: Request<VisitEnv>) {
  const visit = c.get('visit')
  const asked = listAsked((name) => c.req.query(name))
  return inTransaction(visit, async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    const code = municipalities.find(({ slug }) => slug === asked.municipality)?.code
    const activities = await activitiesIn(tx, {
      ...(asked.intervention === '' ? {} : { intervention: asked.intervention }),
      // One that is not in the network has none.
      ...(asked.municipality === '' ? {} : { municipality: code ?? '' }),
    })
    return {
      asked,
      municipalities,
      interventions: (await frameworkOf(tx)).interventions,
      own: ownOf(visit, municipalities),
      activities: activities.filter(({ status }) => asked.status === '' || status === asked.status),
    }
  })
}

function ownOf<Kind extends { readonly code: string }>(
  { actor }: Visit,
  municipalities: readonly Kind[],
): readonly Kind[] {
  return municipalities.filter(({ code }) => maySayActivity(actor, code))
}
