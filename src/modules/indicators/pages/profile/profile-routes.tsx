import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { dayOf } from '#platform/values/dates.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { placeProfile } from '../../profile-reads.ts'
import { ProfilePage } from './profile-page.tsx'
import { profileTextsIn } from './profile-texts.ts'
import { askedAgain } from '../query.ts'

/** Where one municipality lies among all, over all indicators. */
export function profileRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('profile'), async (c) => {
    const visit = c.get('visit')
    const { locale, asOf, page } = visit
    const found = await inTransaction(visit, async (tx) => {
      const municipalities = await municipalitiesOf(tx)
      const municipality = municipalities.find(({ slug }) => slug === c.req.param('municipality'))
      return municipality && { municipality, stands: await placeProfile(tx, municipality.code) }
    })
    if (!found) return c.notFound()
    const { municipality } = found
    const texts = profileTextsIn(locale)
    const asked = askedAgain({ municipality: municipality.slug, asOf: asOf ? dayOf(asOf) : null }, locale)
    return page(
      { title: texts.title(municipality.name), description: texts.caption(municipality.name) },
      <ProfilePage {...found} asked={asked} locale={locale} />,
    )
  })
  return routes
}
