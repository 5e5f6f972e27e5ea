import { Hono, type Context as Request } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf, type Municipality } from '#modules/region'
import { Pictures } from '#platform/picture/pictures.ts'
import { dayOf } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { everyPlace, type EveryPlace } from '../../compare-reads.ts'
import { indicatorReading, type IndicatorReading } from '../../reads.ts'
import { chartAsked, queryOf, type Asked, type ChartName } from './chart-address.ts'
import { chartFile, type DrawnChart } from './chart-file.ts'
import { chartTextsIn } from './chart-texts.ts'
import { compareChart, isCompareChart } from '../compare/compare-chart.ts'
import { nowhereElse, type Country } from '../compare/country.ts'
import { indicatorChart } from './indicator-chart.ts'
import { askedAgain, askedFor } from '../query.ts'

interface ChartSetting {
  readonly origin?: string
  readonly country?: Country
}

interface Found {
  readonly reading: IndicatorReading
  readonly municipalities: readonly Municipality[]
  /** Read only for a chart that compares with all. */
  readonly every: EveryPlace
}

const types = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const
/** In seconds: how long to wait where too many pictures are being painted. */
const soon = '10'

/** Every chart of the pages of an indicator as a file of its own, at an address that asks as its page is asked. */
export function chartRoutes(setting: ChartSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  const pictures = new Pictures()
  routes.on('GET', bothAddresses('chart'), async (c) => {
    const { locale } = c.get('visit')
    const asked = chartAsked(c.req.param('file') ?? '', locale)
    const svg = asked && (await svgOf(c, asked.name, setting))
    if (!svg) return c.notFound()
    const headers = { 'Content-Type': types[asked.ending], 'Content-Disposition': 'inline' }
    if (asked.ending === 'svg') return c.body(svg, 200, headers)
    const picture = await pictures.of(svg)
    if (picture === 'busy') return c.text(chartTextsIn(locale).busy, 503, { 'Retry-After': soon })
    return c.body(new Uint8Array(picture), 200, headers)
  })
  return routes
}

async function svgOf(
  c: Request<VisitEnv, string>,
  name: ChartName,
  { origin, country = nowhereElse }: ChartSetting,
): Promise<string | null> {
  const visit = c.get('visit')
  const { locale, asOf } = visit
  const found = await inTransaction(visit, async (tx): Promise<Found | null> => {
    const municipalities = await municipalitiesOf(tx)
    const reading = await indicatorReading(tx, municipalities, c.req.param('indicator') ?? '')
    if (!reading) return null
    const every = isCompareChart(name)
      ? await everyPlace(tx, reading.series.indicator)
      : { figures: [], population: [] }
    return { reading, municipalities, every }
  })
  if (!found) return null
  const drawn = drawnChart(c, name, found, country)
  if (!drawn) return null
  const { indicator } = found.reading.series
  const page = addressOf(isCompareChart(name) ? 'compare' : 'indicator', locale, { indicator: indicator.id })
  const day = askedAgain({ asOf: asOf ? dayOf(asOf) : null }, locale)
  return chartFile(drawn.chart, {
    indicator: inLocale(indicator.name, locale),
    network: inLocale(visit.network.name, locale),
    address: `${origin ?? new URL(c.req.url).origin}${page}${queryOf([...drawn.asked, ...day])}`,
    asOf,
    locale,
  })
}

/** The chart, and what of the address has a say in it. */
function drawnChart(
  c: Request<VisitEnv, string>,
  name: ChartName,
  { reading, municipalities, every }: Found,
  country: Country,
): { readonly chart: DrawnChart; readonly asked: Asked } | null {
  const { locale } = c.get('visit')
  if (isCompareChart(name))
    return compareChart(name, { reading, municipalities, every, country, locale }, new URL(c.req.url))
  const query = (what: 'municipality' | 'year' | 'rules') => askedFor((one) => c.req.query(one), what, locale)
  const [municipality, year, rules] = [query('municipality'), query('year'), query('rules')]
  const chart = indicatorChart(
    name,
    reading,
    municipalities,
    { municipality, year: Number(year), rules },
    locale,
  )
  if (!chart) return null
  const chosen = municipalities.find(({ slug }) => slug === municipality)
  const known = {
    municipality: chosen?.slug ?? null,
    year: year !== undefined && /^\d{4}$/.test(year) ? year : null,
  }
  return { chart, asked: askedAgain(known, locale) }
}
