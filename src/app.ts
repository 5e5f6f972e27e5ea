import { Hono, type Context as Request } from 'hono'
import { except } from 'hono/combine'
import { compress } from 'hono/compress'
import { trimTrailingSlash } from 'hono/trailing-slash'
import {
  accountRoutes,
  inTransaction,
  mayCarrySession,
  type Context,
  type SignIn,
  type Arrival,
  type ArrivalEnv,
} from '#modules/accounts'
import { followUpRoutes, followUpsToDo } from '#modules/follow-up'
import { adoptedSection, adoptionApi, adoptionRoutes } from '#modules/adoptions'
import {
  activitiesOfCell,
  activitiesOfIntervention,
  activitiesRoutes,
  activitiesToDo,
  activityApi,
  handOverLink,
} from '#modules/activities'
import { commitmentsToDo } from '#modules/commitments'
import { visitsToDo } from '#modules/companies'
import { supportApi } from '#modules/competence'
import { foundingRoutes } from '#modules/founding'
import { indicatorApi, indicatorRoutes } from '#modules/indicators'
import {
  entryRoutes,
  figuresToDo,
  koladaRoutes,
  pxWebRoutes,
  runRoutes,
  uploadRoutes,
} from '#modules/imports'
import { mattersToDo, triageToDo } from '#modules/matters'
import { incomingMailPath, incomingMailRoutes, mailboxRoutes } from '#modules/mail'
import { newsRoutes } from '#modules/news'
import { overviewRoutes } from '#modules/overview'
import { hasAnyNetwork } from '#modules/region'
import { frameworkOf, programmeApi, programmeRoutes } from '#modules/programme'
import { recordsToDo } from '#modules/records'
import { patternsOfIntervention, patternsToDo } from '#modules/patterns'
import { leaderLinks, reportRoutes, roundReports } from '#modules/reports'
import { eventsToDo } from '#modules/roundtable'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import type { Database } from '#platform/database/connection.ts'
import { problem } from '#platform/http/open-api.ts'
import { cachedPages, type PageCache } from '#platform/http/page-cache.ts'
import { sameOriginOnly, securityHeaders } from '#platform/http/security.ts'
import { staticFiles } from '#platform/http/static-files.ts'
import type { Logger } from '#platform/log.ts'
import type { Bilingual } from '#platform/values/locale.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { Assets } from '#ui/assets.ts'
import { addressOf, withoutKeys } from '#ui/addresses.ts'
import { galleryRoutes } from './frame/gallery.tsx'
import { ipReader, requestLog } from './frame/requests.ts'
import { limitSizes } from './frame/size-limits.ts'
import { healthRoutes } from './frame/health.ts'
import { questionsIn } from './frame/questions.ts'
import { openApiRoutes } from './frame/open-api.ts'
import { RefusalPage } from './frame/error-pages.tsx'
import { textsIn } from './frame/texts.ts'
import { mountCompetence } from './competence.ts'
import { mountRoundTables } from './round-tables.ts'
import type { Sources } from './sources.ts'
import { mountVoice } from './voice.ts'
import { hostOf, localeOf, pageIn, visits, type VisitSetting } from './frame/visits.tsx'

export interface AppParts {
  readonly config: Pick<
    Config,
    'trustProxy' | 'isDevelopment' | 'mailWebhookSecret' | 'clamavUrl' | 'embedOrigins'
  >
  readonly origin: string
  readonly secret: string
  readonly db: Database
  /** The worker's view of the mail ledger; only where letters are shown on a local page. */
  readonly mailboxDb: Database | null
  readonly signIn: SignIn
  readonly sources: Pick<Sources, 'catalogue' | 'concepts' | 'offices' | 'yhOutcomes'>
  readonly cache: PageCache
  readonly assets: Assets
  /** The folder of the browser's built files. */
  readonly clientFolder: string | null
  /** The folder with the country's municipalities, to found a network from. */
  readonly dataFolder: string
  readonly clock: Clock
  readonly log: Logger
}

/** The whole program as one web application: what stands before every page, then the modules' routes. */
export function createApp(parts: AppParts): Hono<ArrivalEnv> {
  const { origin, log, clock, cache } = parts
  const setting: VisitSetting = { ...parts, hasLocalMailbox: parts.mailboxDb !== null }
  const app = new Hono<ArrivalEnv>()

  app.use(securityHeaders(origin.startsWith('https:')))
  // What is kept comes compressed already; this is for what is made for one person.
  app.use(compress())
  app.use(requestLog(log, clock))
  app.route('/', healthRoutes(parts.db))
  if (parts.clientFolder) app.use(staticFiles(parts.clientFolder))
  app.use(trimTrailingSlash())
  // What hands in mail is no browser; it signs what it sends.
  app.use(except(incomingMailPath, sameOriginOnly([origin])))
  app.use(cachedPages(cache, (request) => cacheKey(request, clock)))
  app.use(visits(setting))
  app.use(async (c, next) => (isReadable(c.req.path) ? next() : c.notFound()))
  limitSizes(app, async (c) => sayTooLarge(setting, c))
  mountModules(app, parts, setting)

  app.notFound((c) => sayNotFound(setting, c))
  app.onError((error, c) => sayBroken(setting, c, error, log))
  return app
}

function mountModules(app: Hono<ArrivalEnv>, parts: AppParts, setting: VisitSetting): void {
  const { secret, signIn, sources, dataFolder, mailboxDb, cache } = parts
  const { hasLocalMailbox } = setting
  const ipOf = ipReader(parts.config.trustProxy)
  app.route('/', foundingRoutes({ secret, hasLocalMailbox, dataFolder }))
  if (mailboxDb) app.route('/', mailboxRoutes(mailboxDb))
  if (parts.config.isDevelopment) app.route('/', galleryRoutes())
  app.use(networkOnly)
  app.route('/', incomingMailRoutes(parts.config.mailWebhookSecret))
  app.route('/', accountRoutes({ signIn, secret, hasLocalMailbox, ipOf }))
  app.route('/', indicatorRoutes({ proposalNote, origin: parts.origin, country: sources.catalogue }))
  app.route('/', newsRoutes({ secret, origin: parts.origin }))
  app.route('/', runRoutes(sources.catalogue))
  app.route('/', entryRoutes({ origin: parts.origin }))
  app.route('/', uploadRoutes(sources.catalogue))
  app.route('/', koladaRoutes(sources.catalogue))
  app.route('/', pxWebRoutes(sources.offices))
  app.route('/', followUpRoutes({ origin: parts.origin, asReports: roundReports }))
  app.route(
    '/',
    programmeRoutes({
      elsewhere: [
        mattersToDo,
        triageToDo,
        patternsToDo,
        leaderLinks,
        followUpsToDo,
        figuresToDo,
        activitiesToDo,
        visitsToDo,
        eventsToDo,
        recordsToDo,
        commitmentsToDo,
      ],
      afterwards: handOverLink,
      decided: adoptedSection,
      besideCell: activitiesOfCell,
      besideIntervention: [activitiesOfIntervention, patternsOfIntervention],
    }),
  )
  mountVoice(app, parts, ipOf)
  app.route('/', activitiesRoutes({ origin: parts.origin }))
  app.route('/', adoptionRoutes())
  app.route('/', reportRoutes({ origin: parts.origin }))
  mountCompetence(app, parts, ipOf)
  mountRoundTables(app, parts)
  app.route('/', overviewRoutes())
  const open = [indicatorApi(), programmeApi(), adoptionApi(), activityApi(), supportApi(cache)]
  for (const api of open) app.route('/', api)
  app.route('/', openApiRoutes(open, parts.origin))
}

/** What the programme says of itself while it is only proposed; its indicators are proposed with it. */
async function proposalNote(context: Context): Promise<Bilingual | null> {
  const { programme } = await inTransaction(context, frameworkOf)
  return programme?.isProposal ? programme.proposalNote : null
}

/** Where there is no network yet, every address leads to founding one. */
async function networkOnly(c: Request<ArrivalEnv>, next: () => Promise<void>): Promise<Response | void> {
  const { network, locale, page, db } = c.get('visit')
  if (network) return next()
  if (!(await hasAnyNetwork(db))) return c.redirect(addressOf('founding', locale), 303)
  const { title } = textsIn(locale).noNetwork
  return page({ title, noindex: true }, RefusalPage({ locale, what: 'noNetwork' }), 404)
}

/** A visitor's page is the same for all visitors on the same day; a request that may carry a session is nobody else's. */
function cacheKey(request: globalThis.Request, clock: Clock): string | null {
  if (mayCarrySession(request.headers.get('cookie') ?? undefined)) return null
  const url = new URL(request.url)
  return `${dayOf(clock())} ${hostOf(request)}${url.pathname}${questionsIn(url)}`
}

/** Addresses that no page can have: what PostgreSQL cannot look up, and what is not text. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\u0000')
  } catch {
    return false
  }
}

function frameless(setting: VisitSetting, c: Request) {
  const visit = c.get('visit') as Arrival | undefined
  return pageIn(setting, c, visit?.network ?? null, visit?.actor ?? null)
}

async function sayNotFound(setting: VisitSetting, c: Request): Promise<Response> {
  if (c.req.path.startsWith('/api/')) return problem(c, 404, 'There is nothing at this address.')
  const locale = localeOf(c.req.path)
  const { title } = textsIn(locale).notFound
  return frameless(setting, c)({ title, noindex: true }, RefusalPage({ locale, what: 'notFound' }), 404)
}

async function sayTooLarge(setting: VisitSetting, c: Request): Promise<Response> {
  const locale = localeOf(c.req.path)
  const { title } = textsIn(locale).tooLarge
  return frameless(setting, c)({ title, noindex: true }, RefusalPage({ locale, what: 'tooLarge' }), 413)
}

function sayBroken(setting: VisitSetting, c: Request, error: Error, log: Logger): Response {
  const reference = crypto.randomUUID().slice(0, 8)
  // The message may quote what a person wrote, so the log has the stack's places and the error's name alone.
  log.error(
    { reference, path: withoutKeys(c.req.path), error: error.name, at: error.stack?.split('\n').slice(1, 8) },
    'broken',
  )
  const locale = localeOf(c.req.path)
  const { title } = textsIn(locale).broken
  return frameless(setting, c)(
    { title, noindex: true },
    RefusalPage({ locale, what: 'broken', reference }),
    500,
  )
}
