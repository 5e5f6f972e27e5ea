import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { standingWords, vocabularyOf, type StandingWords } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import { calendarText, calendarType } from '#platform/http/calendar.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { freezeRound } from '../actions/freeze-round.ts'
import { moveDeadline } from '../actions/move-deadline.ts'
import { openRound } from '../actions/open-round.ts'
import { mayFollow, mayRunRounds } from '../core/policy.ts'
import { reportFrom, type FrozenReport } from '../core/report.ts'
import { DeadlineForm, RoundForm } from '../core/round.ts'
import { answersOf, reportOf, roundsOf, roundWith } from '../store.ts'
import { followUpCalendar } from './calendar.ts'
import { OpenPage } from './open-page.tsx'
import { ReportPage } from './report-page.tsx'
import { OpenRoundPage, roundDeeds, type OpenRoundPageProps } from './round-page.tsx'
import { RoundsPage } from './rounds-page.tsx'
import type { FollowUpSetting } from './setting.ts'
import { textsIn } from './texts.ts'

type Asking = Request<VisitEnv, string>

const noErrors = { typed: {}, errors: {} }

/** The rounds: all of them, one, and the forms that open, move and close one. */
export function roundRoutes(setting: FollowUpSetting): Hono<VisitEnv> {
  const { origin } = setting
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('followUps'), async (c) => {
    const visit = c.get('visit')
    const { locale, actor, now } = visit
    const rounds = await inTransaction(visit, roundsOf)
    const { title, lead } = textsIn(locale).rounds
    return visit.page(
      { title, description: lead },
      <RoundsPage rounds={rounds} mayOpen={mayRunRounds(actor)} today={dayOf(now)} locale={locale} />,
    )
  })

  routes.on('GET', bothAddresses('followUpCalendar'), async (c) => {
    const { locale, network, now, ...visit } = c.get('visit')
    const rounds = await inTransaction(visit, roundsOf)
    const calendar = followUpCalendar(rounds, { origin, locale, network: network.name })
    return c.body(calendarText(calendar, now), 200, { 'Content-Type': calendarType })
  })

  routes.on('GET', bothAddresses('openFollowUp'), async (c) => {
    const visit = c.get('visit')
    return mayRunRounds(visit.actor) ? openPage(visit, noErrors, 200) : visit.refuse()
  })

  routes.on('POST', bothAddresses('openFollowUp'), async (c) => {
    const visit = c.get('visit')
    if (!mayRunRounds(visit.actor)) return visit.refuse()
    const form = await readForm(c.req, RoundForm)
    if (!form.ok) return openPage(visit, form, 422)
    const opened = await openRound(visit, form.data)
    if (opened.ok)
      return c.redirect(`${addressOf('followUp', visit.locale, { round: opened.value })}?opened`, 303)
    if (opened.refusal === 'not-allowed') return visit.refuse()
    return openPage(visit, { typed: form.typed, errors: { closesOn: opened.refusal } }, 422)
  })

  routes.on('GET', bothAddresses('followUp'), async (c) => {
    const did =
      c.req.query('opened') === undefined ? (c.req.query('moved') === undefined ? null : 'moved') : 'opened'
    return roundPage(c, { ...noErrors, did }, setting)
  })
  routes.on('POST', bothAddresses('followUp'), async (c) => changed(c, setting))

  routes.on('GET', bothAddresses('followUpReport'), async (c) => {
    const report = await inTransaction(c.get('visit'), (tx) => reportOf(tx, c.req.param('round') ?? ''))
    if (!report) return c.notFound()
    const etag = `"${report.sha256}"`
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, { ETag: etag })
    return c.body(new Uint8Array(report.bytes), 200, { 'Content-Type': 'application/json', ETag: etag })
  })

  return routes
}

type Filled = { readonly typed: Typed; readonly errors: FieldErrors }

function openPage(visit: Visit, { typed, errors }: Filled, status: 200 | 422): Response {
  const { title } = textsIn(visit.locale).begin
  return visit.page(
    { title, noindex: true },
    <OpenPage typed={typed} errors={errors} locale={visit.locale} />,
    status,
  )
}

type RoundFilled = Filled & Pick<OpenRoundPageProps, 'did'>

async function roundPage(
  c: Asking,
  filled: RoundFilled,
  setting: FollowUpSetting,
  status: 200 | 422 = 200,
): Promise<Response> {
  const visit = c.get('visit')
  const { actor, locale } = visit
  const id = c.req.param('round') ?? ''
  const shown = await inTransaction(visit, async (tx) => {
    const round = await roundWith(tx, id)
    if (!round) return null
    return {
      round,
      report: await reportOf(tx, id),
      municipalities: await municipalitiesOf(tx),
      answers: mayFollow(actor) ? await answersOf(tx, id) : null,
    }
  })
  if (!shown) return c.notFound()
  const { report, ...open } = shown
  const head = { title: inLocale(open.round.name, locale), description: textsIn(locale).rounds.lead }
  if (report) {
    const frozenAs = reportFrom(report.bytes)
    return visit.page(
      head,
      <ReportPage
        report={frozenAs}
        sha256={report.sha256}
        address={`${setting.origin}${addressOf('followUp', locale, { round: id })}`}
        asReports={setting.asReports(frozenAs, locale)}
        reader={{ locale, words: await wordsOf(frozenAs, visit) }}
      />,
      status,
    )
  }
  return visit.page(
    head,
    <OpenRoundPage {...open} {...filled} mayRun={mayRunRounds(actor)} locale={locale} />,
    status,
  )
}

/** The words that the report was frozen with; for one that was frozen without them, those of that moment. */
async function wordsOf({ statuses, round }: FrozenReport, visit: Visit): Promise<StandingWords> {
  const vocabulary =
    statuses?.map((word) => ({ ...word, retiredAt: null })) ??
    (await inTransaction({ ...visit, asOf: new Date(round.frozenAt) }, vocabularyOf))
  return standingWords(vocabulary, visit.locale)
}

const Deed = z.object({
  do: z.enum([roundDeeds.move, roundDeeds.freeze]).catch(roundDeeds.move),
  sure: z.string().optional(),
})

/** The coordinator's two forms on a round's page: another last day, or the end. */
async function changed(c: Asking, setting: FollowUpSetting): Promise<Response> {
  const visit = c.get('visit')
  if (!mayRunRounds(visit.actor)) return visit.refuse()
  const deed = await readForm(c.req, Deed)
  const again = async (filled: Filled) => roundPage(c, { ...filled, did: null }, setting, 422)
  return deed.ok && deed.data.do === roundDeeds.freeze
    ? frozen(c, deed.data.sure !== undefined, again)
    : moved(c, again)
}

type Again = (filled: Filled) => Promise<Response>

async function moved(c: Asking, again: Again): Promise<Response> {
  const visit = c.get('visit')
  const round = c.req.param('round') ?? ''
  const form = await readForm(c.req, DeadlineForm)
  if (!form.ok) return again(form)
  const outcome = await moveDeadline(visit, round, form.data.closesOn)
  if (outcome.ok) return c.redirect(`${addressOf('followUp', visit.locale, { round })}?moved`, 303)
  if (outcome.refusal === 'not-allowed') return visit.refuse()
  if (outcome.refusal === 'round-unknown') return c.notFound()
  return again({ typed: form.typed, errors: { closesOn: outcome.refusal } })
}

async function frozen(c: Asking, isSure: boolean, again: Again): Promise<Response> {
  const visit = c.get('visit')
  const round = c.req.param('round') ?? ''
  if (!isSure) return again({ typed: {}, errors: { sure: 'not-sure' } })
  const outcome = await freezeRound(visit, round)
  if (!outcome.ok && outcome.refusal === 'not-allowed') return visit.refuse()
  if (!outcome.ok && outcome.refusal === 'round-unknown') return c.notFound()
  // Frozen by somebody else just now is frozen too: the page shows it.
  return c.redirect(addressOf('followUp', visit.locale, { round }), 303)
}
