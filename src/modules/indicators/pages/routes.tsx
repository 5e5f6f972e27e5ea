import { Hono } from 'hono'
import { inTransaction, type Context, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { inLocale, type Bilingual } from '#platform/values/locale.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { mayEditIndicators } from '../core/policy.ts'
import { headlineReading, headlineReadings } from '../core/reading.ts'
import { indicatorReading } from '../reads.ts'
import { libraryOf } from '../store.ts'
import { csvOf } from './csv.ts'
import { indicatorEditRoutes } from './edit-routes.tsx'
import { IndicatorPage, titleOf } from './indicator-page.tsx'
import { ListPage } from './list-page.tsx'
import { openDataOf } from './open-data.ts'
import { askedFor } from './query.ts'
import { textsIn } from './texts.ts'

export interface IndicatorSetting {
  /** What to say of indicators that are proposed and not decided on; null once they are. The programme knows. */
  readonly proposalNote?: (context: Context) => Promise<Bilingual | null>
}

/** The indicators' pages, their data as files, and the coordinator's forms. */
export function indicatorRoutes(setting: IndicatorSetting = {}): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('indicators'), async (c) => listPage(c.get('visit'), setting))

  routes.on('GET', bothAddresses('indicator'), async (c) => {
    const visit = c.get('visit')
    const query = (name: string) => c.req.query(name)
    const asked = {
      municipality: askedFor(query, 'municipality', visit.locale),
      year: Number(askedFor(query, 'year', visit.locale)),
      saved: query(savedMark) !== undefined,
    }
    return (await indicatorPage(visit, setting, c.req.param('indicator') ?? '', asked)) ?? c.notFound()
  })

  routes.on('GET', bothAddresses('indicatorCsv'), async (c) => {
    const found = await withMunicipalities(c.get('visit'), c.req.param('indicator') ?? '')
    if (!found) return c.notFound()
    return c.body(csvOf(found.reading.series, found.municipalities), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      ...asFile(`${found.reading.series.indicator.id}.csv`),
    })
  })

  routes.on('GET', bothAddresses('indicatorJson'), async (c) => {
    const found = await withMunicipalities(c.get('visit'), c.req.param('indicator') ?? '')
    if (!found) return c.notFound()
    return c.body(`${JSON.stringify(openDataOf(found.reading, found.municipalities), null, 1)}\n`, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      ...asFile(`${found.reading.series.indicator.id}.json`),
    })
  })

  routes.route('/', indicatorEditRoutes())
  return routes
}

/** The name is the indicator's own word, which holds nothing but a–z, digits and hyphens. */
function asFile(name: string) {
  return { 'Content-Disposition': `attachment; filename="${name}"` }
}

/** An indicator's reading with the municipalities it is about, in one transaction. */
export async function withMunicipalities(context: Pick<Visit, 'db' | 'networkId' | 'actor'>, id: string) {
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
    />,
  )
}

interface Asked {
  readonly municipality: string | undefined
  readonly year: number
  readonly saved: boolean
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
    proposal: reading.series.indicator.headline === null ? null : await proposalIn(visit, setting),
  }
  const description = inLocale(reading.series.indicator.definition, locale)
  return page({ title, description }, <IndicatorPage {...props} />)
}

async function proposalIn(visit: Visit, setting: IndicatorSetting): Promise<string | null> {
  const note = (await setting.proposalNote?.(visit)) ?? null
  return note ? inLocale(note, visit.locale) : null
}
