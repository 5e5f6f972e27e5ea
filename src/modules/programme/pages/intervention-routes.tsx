import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { indicatorReadings } from '#modules/indicators'
import { municipalitiesOf } from '#modules/region'
import { inLocale } from '#platform/values/locale.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { mayEditFramework } from '../core/policy.ts'
import { frameworkOf } from '../framework-store.ts'
import { cellGrid } from '../store.ts'
import { InterventionPage } from './intervention-page.tsx'
import { InterventionsPage } from './interventions-page.tsx'
import { readerOf } from './reader.ts'
import type { Slots } from './slots.ts'
import { textsIn } from './texts.ts'

/** The interventions, as anybody may read them. */
export function interventionRoutes({
  besideIntervention,
}: Pick<Slots, 'besideIntervention'>): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('interventions'), async (c) => {
    const visit = c.get('visit')
    const shown = await inTransaction(visit, async (tx) => ({
      framework: await frameworkOf(tx),
      grid: await cellGrid(tx),
    }))
    const { title, description } = textsIn(visit.locale).interventions
    return visit.page({ title, description }, <InterventionsPage {...shown} reader={await readerOf(visit)} />)
  })

  routes.on('GET', bothAddresses('intervention'), async (c) => {
    const visit = c.get('visit')
    const id = c.req.param('intervention') ?? ''
    const shown = await inTransaction(visit, async (tx) => {
      const framework = await frameworkOf(tx)
      const intervention = framework.interventions.find((one) => one.id === id)
      if (!intervention) return null
      return {
        framework,
        intervention,
        row: await cellGrid(tx, { intervention: id }),
        indicators: await indicatorReadings(tx, await municipalitiesOf(tx), intervention.indicators),
      }
    })
    if (!shown) return c.notFound()
    const { intervention } = shown
    return visit.page(
      {
        title: inLocale(intervention.name, visit.locale),
        description: inLocale(intervention.text, visit.locale),
      },
      <InterventionPage
        {...shown}
        reader={await readerOf(visit)}
        mayEdit={mayEditFramework(visit.actor).may}
        beside={await Promise.all(besideIntervention.map((section) => section(visit, id)))}
      />,
    )
  })

  return routes
}
