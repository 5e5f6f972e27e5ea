import { Hono } from 'hono'
import type { VNode } from 'preact'
import { inTransaction, municipalitiesAs, type Visit, type VisitEnv } from '#modules/accounts'
import { cellGrid, readerIn } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import { dayOf } from '#platform/values/dates.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { leadingOf } from '../core/leading.ts'
import { mayLead } from '../core/policy.ts'
import { LeaderPage } from './leader-page.tsx'
import { textsIn } from './texts.ts'

/** The page of a municipality's leaders. */
export function leaderRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('leaderPage'), async (c) => {
    const visit = c.get('visit')
    const { actor, locale, now, asOf } = visit
    if (!actor) return visit.refuse()
    const { municipality, grid, reader } = await inTransaction(visit, async (tx) => {
      const all = await municipalitiesOf(tx)
      return {
        municipality: all.find(({ slug }) => slug === c.req.param('municipality')),
        grid: await cellGrid(tx),
        reader: await readerIn(tx, visit),
      }
    })
    if (!municipality) return c.notFound()
    if (!mayLead(actor, municipality.code)) return visit.refuse()
    const day = dayOf(asOf ?? now)
    return visit.page(
      { title: textsIn(locale).leader.title(municipality.name), noindex: true },
      <LeaderPage
        municipality={municipality}
        leading={leadingOf(grid, municipality.code, day)}
        day={day}
        reader={reader}
      />,
    )
  })
  return routes
}

/** The way to a leader's own pages, for the page where they start the day; null for who leads nowhere. */
export async function leaderLinks(visit: Visit): Promise<VNode | null> {
  const { actor, locale } = visit
  const codes = municipalitiesAs(actor, 'leader')
  if (codes.length === 0) return null
  const municipalities = await inTransaction(visit, municipalitiesOf)
  return (
    <ul class="plain-list">
      {municipalities
        .filter(({ code }) => codes.includes(code))
        .map(({ slug, name }) => (
          <li key={slug}>
            <a href={addressOf('leaderPage', locale, { municipality: slug })}>
              <strong>{textsIn(locale).leader.link(name)}</strong>
            </a>
          </li>
        ))}
    </ul>
  )
}
