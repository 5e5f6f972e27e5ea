import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { inLocale } from '#platform/values/locale.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { everyPlace } from '../../compare-reads.ts'
import { indicatorReading } from '../../reads.ts'
import { ComparePage } from './compare-page.tsx'
import { compareView } from './compare-view.ts'
import { findingText } from './compare-words.ts'
import { nowhereElse, type Country } from './country.ts'

/** Where municipalities are compared by one indicator. */
export function compareRoutes({ country = nowhereElse }: { readonly country?: Country }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('compare'), async (c) => {
    const visit = c.get('visit')
    const { locale, asOf, page } = visit
    const found = await inTransaction(visit, async (tx) => {
      const municipalities = await municipalitiesOf(tx)
      const reading = await indicatorReading(tx, municipalities, c.req.param('indicator') ?? '')
      if (!reading) return null
      const every = await everyPlace(tx, reading.series.indicator)
      return { reading, municipalities, every, country, locale }
    })
    if (!found) return c.notFound()
    const view = compareView(found, new URL(c.req.url))
    const isWrong = view.problems.length > 0
    return page(
      {
        title: findingText(view),
        description: inLocale(view.indicator.definition, locale),
        ...(isWrong ? { noindex: true } : {}),
      },
      <ComparePage view={view} networkCodes={found.municipalities.map(({ code }) => code)} asOf={asOf} />,
      isWrong ? 422 : 200,
    )
  })
  return routes
}
