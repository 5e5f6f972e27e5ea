import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { indicatorsWithSeries } from '#modules/indicators'
import { atomType } from '#platform/http/atom.ts'
import { calendarText, calendarType } from '#platform/http/calendar.ts'
import { readForm } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { followNews, leaveNews } from '../actions/follow-news.ts'
import { calendarOf } from '../core/expected.ts'
import { isLeaveCode } from '../leave-code.ts'
import { arrivalsIn, revisionsIn } from '../reads.ts'
import { readerHere } from '../store.ts'
import { newsFeed, revisionsFeed } from './feeds.ts'
import { LeavePage, type LeaveLink } from './leave-page.tsx'
import { NewsPage } from './news-page.tsx'
import { publicationCalendar } from './publication-calendar.ts'
import { askedIn, type AskedPage } from './query.ts'
import { revisionsCsv } from './revisions-csv.ts'
import { RevisionsPage } from './revisions-page.tsx'
import { textsIn } from './texts.ts'

interface NewsSetting {
  readonly origin: string
  /** The installation's secret; the codes that stop the letters come from it. */
  readonly secret: string
}

type Asking = Request<VisitEnv, string>

const year = 366 * 86_400_000
const revisionsOnPage = 200
/** More than a network of 13 changes in decades; a file is made whole in memory. */
const revisionsInFile = 50_000

/** What is new in the figures: a page, a feed and a calendar; what was changed; and the choice of letters. */
export function newsRoutes(setting: NewsSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('newFigures'), newsPage)
  routes.on('POST', bothAddresses('newFigures'), async (c) => {
    const visit = c.get('visit')
    const outcome = await followNews(visit, visit.locale)
    return outcome.ok ? c.redirect(`${addressOf('newFigures', visit.locale)}?begun`, 303) : visit.refuse()
  })
  routes.on('GET', bothAddresses('leaveNews'), async (c) => leavePage(c, setting))
  routes.on('POST', bothAddresses('leaveNews'), async (c) => left(c, setting))
  routes.on('GET', bothAddresses('newFiguresFeed'), async (c) => {
    const { arrivals, feed } = await lastYear(c.get('visit'), setting)
    return c.body(newsFeed(arrivals, feed), 200, { 'Content-Type': atomType })
  })
  routes.on('GET', bothAddresses('publicationCalendar'), async (c) => calendarAnswer(c, setting))
  routes.on('GET', bothAddresses('revisions'), async (c) =>
    revisionsPage(
      c.get('visit'),
      askedIn((name) => c.req.query(name)),
    ),
  )
  routes.on('GET', bothAddresses('revisionsCsv'), csvAnswer)
  routes.on('GET', bothAddresses('revisionsFeed'), async (c) => {
    const { arrivals, feed } = await lastYear(c.get('visit'), setting)
    const { indicator } = askedIn((name) => c.req.query(name))
    return c.body(revisionsFeed(arrivals, indicator, feed), 200, { 'Content-Type': atomType })
  })
  return routes
}

/** The moment up to which the visit knows: now, or the day it asks for. */
const knowsUntil = ({ asOf, now }: Visit) => asOf ?? new Date(now.getTime() + 1)

const spanBefore = (visit: Visit) => {
  const until = knowsUntil(visit)
  return { since: new Date(until.getTime() - year), until }
}

async function newsPage(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  const { locale, actor, now, page } = visit
  const found = await inTransaction(visit, async (tx) => ({
    arrivals: await arrivalsIn(tx, spanBefore(visit)),
    indicators: (await indicatorsWithSeries(tx)).map(({ indicator }) => indicator),
    reader: actor ? await readerHere(tx) : null,
  }))
  const texts = textsIn(locale).news
  const feeds = [
    { title: texts.title, href: addressOf('newFiguresFeed', locale), type: 'application/atom+xml' },
  ]
  return page(
    { title: texts.title, description: texts.lead, feeds },
    <NewsPage
      arrivals={found.arrivals}
      calendar={calendarOf(found.indicators, dayOf(now))}
      letters={actor === null ? 'none' : found.reader ? 'on' : 'offered'}
      did={c.req.query('begun') === undefined ? (c.req.query('left') === undefined ? null : 'left') : 'begun'}
      locale={locale}
    />,
  )
}

async function lastYear(visit: Visit, { origin }: NewsSetting) {
  const span = spanBefore(visit)
  const arrivals = await inTransaction(visit, async (tx) => arrivalsIn(tx, span))
  const { locale, network } = visit
  return { arrivals, feed: { origin, locale, author: inLocale(network.name, locale), since: span.since } }
}

async function calendarAnswer(c: Asking, { origin }: NewsSetting): Promise<Response> {
  const visit = c.get('visit')
  const { locale, network, now } = visit
  const followed = await inTransaction(visit, indicatorsWithSeries)
  const { coming } = calendarOf(
    followed.map(({ indicator }) => indicator),
    dayOf(now),
  )
  const calendar = publicationCalendar(coming, { origin, locale, author: inLocale(network.name, locale) })
  return c.body(calendarText(calendar, now), 200, { 'Content-Type': calendarType })
}

async function revisionsPage(visit: Visit, asked: AskedPage): Promise<Response> {
  const { locale, page } = visit
  const found = await inTransaction(visit, async (tx) => ({
    indicators: (await indicatorsWithSeries(tx)).map(({ indicator }) => indicator),
    ...(await revisionsIn(tx, {
      indicator: asked.indicator,
      until: knowsUntil(visit),
      offset: (asked.page - 1) * revisionsOnPage,
      limit: revisionsOnPage,
    })),
  }))
  const indicator = found.indicators.find(({ id }) => id === asked.indicator) ?? null
  const texts = textsIn(locale).revisions
  const feeds = [
    { title: texts.title, href: addressOf('revisionsFeed', locale), type: 'application/atom+xml' },
  ]
  return page(
    { title: texts.title, description: texts.lead, feeds },
    <RevisionsPage
      revisions={found.revisions}
      hasOlder={found.hasOlder}
      indicator={indicator}
      asked={asked}
      locale={locale}
    />,
  )
}

async function csvAnswer(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  const { indicator } = askedIn((name) => c.req.query(name))
  const { revisions } = await inTransaction(visit, async (tx) =>
    revisionsIn(tx, { indicator, until: knowsUntil(visit), limit: revisionsInFile }),
  )
  return c.body(revisionsCsv(revisions), 200, {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': 'attachment; filename="revisions.csv"',
  })
}

const LeaveForm = z.object({ reader: z.string().max(60).default(''), code: z.string().max(100).default('') })

async function leavePage(c: Asking, { secret }: NewsSetting): Promise<Response> {
  const visit = c.get('visit')
  const link = { reader: c.req.query('reader') ?? '', code: c.req.query('code') ?? '' }
  return isRight(visit, link, secret)
    ? leaveAnswer(visit, { kind: 'asks', link })
    : leaveAnswer(visit, { kind: 'wrong-code' }, 404)
}

async function left(c: Asking, { secret }: NewsSetting): Promise<Response> {
  const visit = c.get('visit')
  const form = await readForm(c.req, LeaveForm)
  const link = form.ok ? form.data : { reader: '', code: '' }
  if (link.code === '' && visit.actor) {
    await leaveNews(visit)
    return c.redirect(`${addressOf('newFigures', visit.locale)}?left`, 303)
  }
  if (!isRight(visit, link, secret)) return leaveAnswer(visit, { kind: 'wrong-code' }, 404)
  await leaveNews({ ...visit, actor: { personId: link.reader, name: '', grants: [] } })
  return leaveAnswer(visit, { kind: 'left' })
}

function isRight({ networkId }: Visit, { reader, code }: LeaveLink, secret: string): boolean {
  return isLeaveCode(secret, { networkId, personId: reader }, code)
}

function leaveAnswer(
  { locale, page }: Visit,
  step: Parameters<typeof LeavePage>[0]['step'],
  status: 200 | 404 = 200,
): Response {
  return page(
    { title: textsIn(locale).letters.leaveTitle, noindex: true },
    <LeavePage step={step} locale={locale} />,
    status,
  )
}
