import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { bothAddresses } from '#ui/addresses.ts'
import { mayMeetCompanies } from '../core/policy.ts'
import { companiesIn } from '../store.ts'
import { readerIn } from './asking.ts'
import { ListPage } from './list-page.tsx'
import { listAsked } from './list-query.ts'
import { textsIn } from './texts.ts'

const mostShown = 200

/** The list of the companies that the network has met. */
export function listRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('companies'), async (c) => {
    const visit = c.get('visit')
    if (!mayMeetCompanies(visit.actor)) return visit.refuse()
    const shown = await inTransaction(visit, async (tx) => {
      const { reader, own } = await readerIn(tx, visit)
      const asked = listAsked((name) => c.req.query(name), reader.municipalities)
      return { reader, asked, mayVisit: own.length > 0, ...(await companiesIn(tx, asked, mostShown)) }
    })
    return visit.page({ title: textsIn(visit.locale).list.title, noindex: true }, <ListPage {...shown} />)
  })
  return routes
}
