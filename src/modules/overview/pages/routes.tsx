import { Hono } from 'hono'
import { inTransaction, mayReadLog, namesOf, type Visit, type VisitEnv } from '#modules/accounts'
import { latestEntries, type AuditEntry } from '#modules/audit'
import { activitiesIn } from '#modules/activities'
import { askedFor, choicesOf, municipalityReadings, overviewIndicators } from '#modules/indicators'
import { adoptionsOf, mayWriteAdoption } from '#modules/adoptions'
import { cellGrid, frameworkOf, readerIn } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import { comingEvents } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { inLocale } from '#platform/values/locale.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { personIdsIn } from '../core/changes.ts'
import { LogPage } from './log-page.tsx'
import type { Known } from './log-words.ts'
import { MunicipalitiesPage, MunicipalityPage } from './municipality-pages.tsx'
import { OverviewPage } from './overview-page.tsx'
import { AboutPage, AccessibilityPage } from './text-pages.tsx'
import { textsIn } from './texts.ts'

const entriesPerPage = 50

/** The pages that gather from several modules. */
export function overviewRoutes(): Hono<VisitEnv> {
  return new Hono<VisitEnv>().route('/', pictureRoutes()).route('/', textRoutes()).route('/', logRoutes())
}

function pictureRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('overview'), async (c) => {
    const visit = c.get('visit')
    const { network, locale } = visit
    const asked = askedFor((name) => c.req.query(name), 'indicator', locale)
    const shown = await inTransaction(visit, async (tx) => {
      const municipalities = await municipalitiesOf(tx)
      const indicators = await overviewIndicators(tx, municipalities, asked)
      const grid = await cellGrid(tx)
      const { programme } = await frameworkOf(tx)
      return { municipalities, indicators, grid, programme, reader: await readerIn(tx, visit) }
    })
    const head = { title: inLocale(network.name, locale), description: inLocale(network.about, locale) }
    const events = await comingEvents(visit)
    return visit.page(head, <OverviewPage network={network} {...shown} events={events} />)
  })

  routes.on('GET', bothAddresses('municipalities'), async (c) => {
    const visit = c.get('visit')
    const { locale } = visit
    const municipalities = await inTransaction(visit, municipalitiesOf)
    const { title, lead } = textsIn(locale).municipalities
    return visit.page(
      { title, description: lead },
      <MunicipalitiesPage locale={locale} municipalities={municipalities} />,
    )
  })

  routes.on('GET', bothAddresses('municipality'), async (c) => {
    const visit = c.get('visit')
    const shown = await municipalityShown(visit, c.req.param('municipality') ?? '')
    if (!shown) return c.notFound()
    const { name } = shown.municipality
    const description = textsIn(visit.locale).municipality.lead(name)
    return visit.page({ title: name, description }, <MunicipalityPage {...shown} />)
  })

  return routes
}

function textRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('about'), (c) => {
    const { locale, network, page } = c.get('visit')
    return page({ title: textsIn(locale).about.title }, <AboutPage locale={locale} network={network} />)
  })

  routes.on('GET', bothAddresses('accessibility'), (c) => {
    const { locale, network, page } = c.get('visit')
    return page(
      { title: textsIn(locale).accessibility.title },
      <AccessibilityPage locale={locale} network={network} />,
    )
  })

  return routes
}

function logRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('auditLog'), async (c) => {
    const visit = c.get('visit')
    if (!mayReadLog(visit.actor)) return visit.refuse()
    const before = /^\d{1,15}$/.exec(c.req.query('before') ?? '')?.[0]
    const page = { limit: entriesPerPage + 1, ...(before ? { before: Number(before) } : {}) }
    const { entries, known } = await inTransaction(visit, async (tx) => {
      const latest = await latestEntries(tx, page)
      return { entries: latest, known: await knownIn(tx, latest) }
    })
    const shown = entries.slice(0, entriesPerPage)
    const olderThan = entries.length > entriesPerPage ? (shown.at(-1)?.id ?? null) : null
    return visit.page(
      { title: textsIn(visit.locale).log.title, noindex: true },
      <LogPage locale={visit.locale} entries={shown} known={known} olderThan={olderThan} />,
    )
  })

  return routes
}

/** Everything that the entries may speak of by an id or a code. */
async function knownIn(tx: Tx, entries: readonly AuditEntry[]): Promise<Known> {
  return {
    people: await namesOf(tx, personIdsIn(JSON.stringify(entries))),
    municipalities: await municipalitiesOf(tx),
    framework: await frameworkOf(tx),
    activities: await activitiesIn(tx),
    indicators: await choicesOf(tx),
  }
}

async function municipalityShown(visit: Visit, slug: string) {
  return inTransaction(visit, async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    const municipality = municipalities.find((one) => one.slug === slug)
    if (!municipality) return null
    const { code } = municipality
    return {
      municipality,
      reader: await readerIn(tx, visit),
      adoptions: await adoptionsOf(tx, code),
      mayWriteAdoption: mayWriteAdoption(visit.actor, code),
      column: await cellGrid(tx, { municipality: code }),
      activities: await activitiesIn(tx, { municipality: code }),
      programme: (await frameworkOf(tx)).programme,
      readings: await municipalityReadings(tx, municipalities, code),
    }
  })
}
