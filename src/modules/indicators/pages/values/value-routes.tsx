import { Hono } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { inLocale } from '#platform/values/locale.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { indicatorReading } from '../../reads.ts'
import { cellHistory } from '../../value-reads.ts'
import { regionPlace, valueAddress } from './value-link.tsx'
import { ValuePage, valueTitle } from './value-page.tsx'
import { valueTextsIn } from './value-texts.ts'

interface Asked {
  readonly indicator: string
  /** A municipality's word, or the region's. */
  readonly place: string
  readonly year: number
  readonly origin: string
}

/** Where each figure says where it comes from, at an address of its own. */
export function valueRoutes(origin?: string): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('value'), async (c) => {
    const year = c.req.param('year') ?? ''
    if (!/^\d{4}$/.test(year)) return c.notFound()
    const asked = {
      indicator: c.req.param('indicator') ?? '',
      place: c.req.param('municipality') ?? '',
      year: Number(year),
      origin: origin ?? new URL(c.req.url).origin,
    }
    return (await show(c.get('visit'), asked)) ?? c.notFound()
  })
  return routes
}

async function show(visit: Visit, asked: Asked): Promise<Response | null> {
  const { locale, now, page } = visit
  const found = await inTransaction(visit, async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    const reading = await indicatorReading(tx, municipalities, asked.indicator)
    const place = municipalities.find(({ slug }) => slug === asked.place) ?? null
    if (!reading || (!place && asked.place !== regionPlace)) return null
    const { indicator } = reading.series
    const group = indicator.regionRule.kind === 'group' ? indicator.regionRule.group : null
    const code = place?.code ?? group
    const history =
      code === null
        ? null
        : await cellHistory(tx, indicator, { place: code, year: asked.year, asOf: visit.asOf }, visit.actor)
    const region = reading.region.find(({ year }) => year === asked.year) ?? null
    return { reading, municipalities, place, history, region }
  })
  if (!found) return null
  const { reading, place, history, region } = found
  // A cell that nobody has ever spoken of has no page.
  if (place ? history?.statements.length === 0 : region === null) return null
  const { indicator } = reading.series
  const props = {
    ...found,
    year: asked.year,
    locale,
    now,
    asOf: visit.asOf,
    network: inLocale(visit.network.name, locale),
    address: `${asked.origin}${valueAddress(indicator.id, place, asked.year, locale, visit.asOf)}`,
  }
  const title = `${valueTitle(props)}, ${inLocale(indicator.name, locale)}`
  return page({ title, description: valueTextsIn(locale).question }, <ValuePage {...props} />)
}
