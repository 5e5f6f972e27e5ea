import { Hono, type Context as Request } from 'hono'
import { inTransaction, namesOf, type Visit, type VisitEnv } from '#modules/accounts'
import { choicesOf } from '#modules/indicators'
import { municipalitiesOf } from '#modules/region'
import { readForm, type Typed } from '#platform/http/form.ts'
import type { Tx } from '#platform/database/connection.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { isId } from '#platform/values/ids.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { isUnderWay } from '../../core/run.ts'
import { mayImport, mayReadRuns } from '../../core/policy.ts'
import * as answers from '../../answer-store.ts'
import * as plans from '../../plan-store.ts'
import * as store from '../../store.ts'
import { OverviewPage } from './overview-page.tsx'
import { doOnOverview, doOnRun, RunDeed } from './run-deeds.ts'
import { RunPage, type RunPageProps } from './run-page.tsx'
import { runTextsIn } from './run-texts.ts'
import { waysIn } from './ways.ts'

/** How many seconds a page that shows a run under way waits before it asks for the next look. */
const secondsBetweenLooks = 3
const runsShown = 25
export interface RunSetting {
  /** What a place outside the network is called; undefined where nobody knows. */
  readonly placeName: (code: string) => string | undefined
}

/** What is fetched and when, and each run with its report. */
export function runRoutes(setting: RunSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('imports'), async (c) => {
    const visit = c.get('visit')
    return mayReadRuns(visit.actor) ? overviewPage(visit, null) : visit.refuse()
  })
  routes.on('POST', bothAddresses('imports'), async (c) => {
    const visit = c.get('visit')
    if (!mayImport(visit.actor)) return visit.refuse()
    const form = await readForm(c.req, RunDeed)
    const run = form.ok ? await doOnOverview(visit, form.data) : null
    if (!run) return c.notFound()
    if (run.ok) return c.redirect(addressOf('importRun', visit.locale, { run: run.value }), 303)
    return overviewPage(visit, run.refusal)
  })
  routes.on('GET', bothAddresses('importRun'), async (c) => {
    const visit = c.get('visit')
    if (!mayReadRuns(visit.actor)) return visit.refuse()
    return (await runPage(visit, setting, c.req.param('run') ?? '')) ?? c.notFound()
  })
  routes.on('POST', bothAddresses('importRun'), async (c) => doneOnRun(c, setting))
  routes.on('GET', bothAddresses('rawAnswer'), answerAsFile)
  return routes
}

type Asking = Request<VisitEnv, string>

async function doneOnRun(c: Asking, setting: RunSetting): Promise<Response> {
  const visit = c.get('visit')
  if (!mayImport(visit.actor)) return visit.refuse()
  const id = c.req.param('run') ?? ''
  const form = await readForm(c.req, RunDeed)
  if (!isId(id) || !form.ok) return c.notFound()
  const shown = await doOnRun(visit, id, form.data)
  if (shown.ok) return c.redirect(addressOf('importRun', visit.locale, { run: shown.value }), 303)
  return (await runPage(visit, setting, id, { refusal: shown.refusal, typed: form.typed })) ?? c.notFound()
}

async function answerAsFile(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  if (!mayReadRuns(visit.actor)) return visit.refuse()
  const [run, number] = [c.req.param('run') ?? '', Number(c.req.param('number'))]
  if (!isId(run) || !Number.isInteger(number) || number > 1_000_000) return c.notFound()
  const body = await inTransaction(visit, async (tx) => answers.rawAnswer(tx, run, number))
  if (body === undefined) return c.notFound()
  // Whatever a source wrote is a text to read, never a page to show.
  return c.body(body, 200, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Disposition': `attachment; filename="${run}-${number}.txt"`,
  })
}

async function overviewPage(visit: Visit, refusal: string | null): Promise<Response> {
  const { locale } = visit
  const texts = runTextsIn(locale)
  const shown = await inTransaction(visit, async (tx) => {
    const runs = await store.newestRuns(tx, runsShown)
    return {
      runs,
      plans: await plans.plansInForce(tx),
      lastOf: await store.lastRunOfEach(tx),
      people: await namesOf(
        tx,
        runs.flatMap(({ askedBy }) => askedBy ?? []),
      ),
    }
  })
  const refused = refusal === null ? null : (texts.refusals[refusal] ?? refusal)
  return visit.page(
    { title: texts.overview.title, noindex: true },
    <OverviewPage
      {...shown}
      ways={waysIn(locale)}
      mayImport={mayImport(visit.actor)}
      refused={refused}
      locale={locale}
    />,
    refused === null ? 200 : 409,
  )
}

interface Refused {
  readonly refusal: string
  readonly typed: Typed
}

async function runPage(
  visit: Visit,
  { placeName }: RunSetting,
  id: string,
  said?: Refused,
): Promise<Response | null> {
  const { locale } = visit
  const shown = isId(id) ? await inTransaction(visit, async (tx) => runIn(tx, id, locale)) : null
  if (!shown) return null
  const { names, ...rest } = shown
  const response = visit.page(
    { title: runTextsIn(locale).run.title(rest.title), noindex: true },
    <RunPage
      {...rest}
      placeName={(code) => names.get(code) ?? placeName(code) ?? code}
      mayImport={mayImport(visit.actor)}
      {...refusedIn(said, locale)}
      locale={locale}
    />,
    said ? 422 : 200,
  )
  if (isUnderWay(rest.run.state) && !said) response.headers.set('Refresh', String(secondsBetweenLooks))
  return response
}

/** What was refused, at its field where it has one. */
function refusedIn(said: Refused | undefined, locale: Locale): Pick<RunPageProps, 'refused' | 'succession'> {
  if (!said) return { refused: null, succession: { typed: {}, error: null } }
  const { refusal, typed } = said
  const sentence = runTextsIn(locale).refusals[refusal] ?? refusal
  return refusal === 'year-invalid'
    ? { refused: null, succession: { typed, error: sentence } }
    : { refused: sentence, succession: { typed, error: null } }
}

/** A run with all that its page says of it; null where there is none. */
async function runIn(tx: Tx, id: string, locale: Locale) {
  const run = await store.runWith(tx, id)
  if (!run) return null
  const plan = run.planId === null ? null : ((await plans.planWith(tx, run.planId)) ?? null)
  const municipalities = await municipalitiesOf(tx)
  const about = run.report ?? (plan && { title: plan.title, series: plan.seriesKey })
  return {
    run,
    plan,
    title: about?.title ?? runTextsIn(locale).ways[run.way],
    by: await nameOf(tx, run.askedBy),
    answers: await answers.answersOf(tx, run.replayOf ?? run.id),
    names: new Map(municipalities.map(({ code, name }) => [code, name])),
    indicators: await readFrom(tx, about?.series ?? '', locale),
  }
}

async function nameOf(tx: Tx, person: string | null): Promise<string | null> {
  return person === null ? null : ((await namesOf(tx, [person])).get(person) ?? null)
}

/** The indicators that are read from a series. */
async function readFrom(tx: Tx, key: string, locale: Locale) {
  const choices = await choicesOf(tx)
  return choices
    .filter(({ series }) => series.includes(key))
    .map(({ id: indicator, name }) => ({
      href: addressOf('indicator', locale, { indicator }),
      name: inLocale(name, locale),
    }))
}
