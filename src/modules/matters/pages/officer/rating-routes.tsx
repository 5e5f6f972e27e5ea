import { Hono } from 'hono'
import { z } from 'zod'
import { asKeyHolder, holds, inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { readForm } from '#platform/http/form.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { rateService } from '../../actions/rate-service.ts'
import { serviceFactors, type ServiceRating } from '../../core/service-factors.ts'
import { matterToRate, serviceFigures } from '../../rating-store.ts'
import { FiguresPage } from './figures-page.tsx'
import { RatingPage } from './rating-page.tsx'
import { textsIn } from './texts.ts'

const AnyFields = z.record(z.string(), z.string())
const Level = z.enum(['1', '2', '3', '4', '5']).transform(Number)

/** How companies found the service: asked behind the key of a closed matter, read by the municipality's own people. */
export function ratingRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('rateService'), async (c) => {
    const visit = c.get('visit')
    const said = c.req.query(savedMark) === undefined ? null : 'thanks'
    return ratingPage(visit, c.req.param('key') ?? '', said, 200, () => c.notFound())
  })

  routes.on('POST', bothAddresses('rateService'), async (c) => {
    const visit = c.get('visit')
    const key = c.req.param('key') ?? ''
    const { typed } = await readForm(c.req, AnyFields)
    const rating = ratingIn(typed)
    if (Object.keys(rating).length === 0) return ratingPage(visit, key, 'nothing', 422, () => c.notFound())
    const done = await rateService(asKeyHolder(visit, key), rating)
    if (done.ok) return c.redirect(`${c.req.path}?${savedMark}`, 303)
    return done.refusal === 'matter-unknown'
      ? c.notFound()
      : ratingPage(visit, key, null, 422, () => c.notFound())
  })

  routes.on('GET', bothAddresses('serviceFigures'), async (c) => {
    const visit = c.get('visit')
    const { actor, locale } = visit
    if (!holds(actor, 'officer') && !holds(actor, 'leader')) return visit.refuse()
    const { figures, municipalities } = await inTransaction(visit, async (tx) => ({
      figures: await serviceFigures(tx),
      municipalities: await municipalitiesOf(tx),
    }))
    return visit.page(
      { title: textsIn(locale).figures.title, noindex: true },
      <FiguresPage figures={figures} municipalities={municipalities} locale={locale} />,
    )
  })

  return routes
}

/** What was pressed; a figure that is none was not. */
function ratingIn(typed: Readonly<Record<string, string>>): ServiceRating {
  return Object.fromEntries(
    serviceFactors.flatMap((factor) => {
      const level = Level.safeParse(typed[factor])
      return level.success ? [[factor, level.data]] : []
    }),
  )
}

async function ratingPage(
  visit: Visit,
  key: string,
  said: 'thanks' | 'nothing' | null,
  status: 200 | 422,
  notFound: () => Response | Promise<Response>,
): Promise<Response> {
  const matter = await inTransaction(asKeyHolder(visit, key), (tx) => matterToRate(tx))
  if (!matter) return notFound()
  return visit.page(
    { title: textsIn(visit.locale).rating.title, noindex: true },
    <RatingPage matter={matter} address={{ key }} said={said} locale={visit.locale} />,
    status,
  )
}
