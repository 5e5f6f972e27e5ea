import { Hono } from 'hono'
import { inTransaction, type Context, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { inLocale, type Bilingual } from '#platform/values/locale.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { standardNamed, type Standard } from '../core/chart-rules.ts'
import { mayDecideTarget, mayEditIndicators } from '../core/policy.ts'
import { headlineReading, headlineReadings } from '../core/reading.ts'
import { indicatorReading } from '../reads.ts'
import { libraryOf } from '../library.ts'
import { chartRoutes } from './charts/chart-routes.ts'
import { compareRoutes } from './compare/compare-routes.tsx'
import type { Country } from './compare/country.ts'
import { downloadRoutes } from './downloads/download-routes.ts'
import { indicatorEditRoutes } from './edit/edit-routes.tsx'
import { IndicatorPage, titleOf } from './indicator/indicator-page.tsx'
import { ListPage } from './list-page.tsx'
import { profileRoutes } from './profile/profile-routes.tsx'
import { askedFor } from './query.ts'
import { targetRoutes } from './targets/target-routes.tsx'
import { textsIn } from './texts.ts'
import { valueRoutes } from './values/value-routes.tsx'

export interface IndicatorSetting {
  /** What to say of indicators that are proposed and not decided on; null once they are. The programme knows. */
  readonly proposalNote?: (context: Context) => Promise<Bilingual | null>
  /** Where the program answers, for addresses that are to be quoted; where the request went, if it is not said. */
  readonly origin?: string
  /** What the other municipalities of the country are called, and which are like each other. */
  readonly country?: Country
}

/** The indicators' pages, their data as files, and the coordinator's forms. */
export function indicatorRoutes(setting: IndicatorSetting = {}): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  // Before the page of one indicator, whose word may be anything: `data.csv` is none.
  routes.route('/', downloadRoutes())
  routes.on('GET', bothAddresses('indicators'), async (c) => listPage(c.get('visit'), setting))

  routes.on('GET', bothAddresses('indicator'), async (c) => {
    const visit = c.get('visit')
    const query = (name: string) => c.req.query(name)
    const asked = {
      municipality: askedFor(query, 'municipality', visit.locale),
      year: Number(askedFor(query, 'year', visit.locale)),
      saved: query(savedMark) !== undefined,
      standard: standardNamed(askedFor(query, 'rules', visit.locale)),
      origin: setting.origin ?? new URL(c.req.url).origin,
    }
    return (await indicatorPage(visit, setting, c.req.param('indicator') ?? '', asked)) ?? c.notFound()
  })

  routes.route('/', chartRoutes(setting))
  routes.route('/', compareRoutes(setting))
  routes.route('/', profileRoutes())
  routes.route('/', targetRoutes())
  routes.route('/', valueRoutes(setting.origin))
  routes.route('/', indicatorEditRoutes())
  return routes
}

/** An indicator's reading with the municipalities it is about, in one transaction. */
export async function withMunicipalities(
  context: Pick<Visit, 'db' | 'networkId' | 'actor' | 'asOf'>,
  id: string,
) {
  return inTransaction(context, async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    const reading = await indicatorReading(tx, municipalities, id)
    return reading ? { reading, municipalities } : null
  })
}

async function listPage(visit: Visit, setting: IndicatorSetting): Promise<Response> {
  const { locale, page, actor } = visit
  const { library, municipalities } = await inTransaction(visit, async (tx) => ({
    library: await libraryOf(tx, { kind: 'all' }),
    municipalities: await municipalitiesOf(tx),
  }))
  const codes = municipalities.map((municipality) => municipality.code)
  const all = [...library.values()]
  const supporting = all
    .filter(({ indicator }) => indicator.headline === null && indicator.retiredAt === null)
    .map((series) => headlineReading(series, library, codes))
  const headline = headlineReadings(library, codes)
  const texts = textsIn(locale).list
  return page(
    { title: texts.title, description: texts.leadOf(headline.length, municipalities.length) },
    <ListPage
      headline={headline}
      supporting={supporting}
      retired={all.flatMap(({ indicator }) => (indicator.retiredAt ? [indicator] : []))}
      municipalityCount={municipalities.length}
      locale={locale}
      mayEdit={mayEditIndicators(actor)}
      proposal={await proposalIn(visit, setting)}
      asOf={visit.asOf}
    />,
  )
}

interface Asked {
  readonly municipality: string | undefined
  readonly year: number
  readonly saved: boolean
  readonly standard: Standard
  readonly origin: string
}

async function indicatorPage(
  visit: Visit,
  setting: IndicatorSetting,
  id: string,
  asked: Asked,
): Promise<Response | null> {
  const { locale, page, actor, now } = visit
  const found = await withMunicipalities(visit, id)
  if (!found) return null
  const { reading, municipalities } = found
  const title = titleOf({ reading, municipalities, locale })
  const props = {
    reading,
    municipalities,
    locale,
    now,
    chosen: municipalities.find((municipality) => municipality.slug === asked.municipality) ?? null,
    year: Number.isInteger(asked.year) ? asked.year : null,
    mayEdit: mayEditIndicators(actor),
    saved: asked.saved && mayEditIndicators(actor),
    standard: asked.standard,
    origin: asked.origin,
    asOf: visit.asOf,
    mayDecideTargets: municipalities.some(({ code }) => mayDecideTarget(actor, code)),
    network: inLocale(visit.network.name, locale),
    proposal: reading.series.indicator.headline === null ? null : await proposalIn(visit, setting),
  }
  const description = inLocale(reading.series.indicator.definition, locale)
  return page({ title, description }, <IndicatorPage {...props} />)
}

async function proposalIn(visit: Visit, setting: IndicatorSetting): Promise<string | null> {
  const note = (await setting.proposalNote?.(visit)) ?? null
  return note ? inLocale(note, visit.locale) : null
}
