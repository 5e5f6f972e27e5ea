import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { namesFor } from '#modules/seat-plan'
import { seatingTexts, type Fault } from '#modules/seating'
import { readForm, type Typed } from '#platform/http/form.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { keepReplan } from '../actions/keep-replan.ts'
import {
  groundOf,
  previewReplan,
  type Ground,
  type Preview,
  type PreviewRefusal,
} from '../actions/plan-anew.ts'
import { leadsDay } from '../core/policy.ts'
import { seatLetters } from './letters.ts'
import { PreviewPage } from './preview-page.tsx'
import { ReplanPage } from './replan-page.tsx'
import { textsIn } from './texts.ts'
import { dayHref, type Asking, type DaySetting } from './words.ts'

const AnyFields = z.record(z.string(), z.string())

/** Planning anew while the event is held: chosen, shown, kept and told. */
export function replanRoutes(setting: DaySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('dayReplan'), async (c) => {
    const event = idIn(c, 'event')
    if (!leadsDay(c.get('visit').actor)) return c.get('visit').refuse()
    return event === null ? c.notFound() : choosing(c, event, {}, null)
  })

  routes.on('POST', bothAddresses('dayReplan'), async (c) => {
    const visit = c.get('visit')
    const event = idIn(c, 'event')
    if (!leadsDay(visit.actor)) return visit.refuse()
    if (event === null) return c.notFound()
    const { typed } = await readForm(c.req, AnyFields)
    if (typed['do'] === 'change') return choosing(c, event, typed, null)
    if (typed['do'] !== 'keep') return proposing(c, event, typed, false)
    const kept = await keepReplan(
      visit,
      { event, seen: Number(typed['seen']), mark: typed['mark'] ?? '' },
      typed,
      seatLetters(setting),
    )
    if (kept.ok) {
      const { version, letters } = kept.value
      const page = addressOf('dayChanges', visit.locale, { event, version: String(version) })
      return c.redirect(`${page}?letters=${letters}`, 303)
    }
    return kept.refusal === 'overtaken'
      ? proposing(c, event, typed, true)
      : choosing(c, event, typed, kept.refusal)
  })

  return routes
}

/** The plan that comes of what was typed. */
async function proposing(c: Asking, event: string, typed: Typed, isOvertaken: boolean): Promise<Response> {
  const visit = c.get('visit')
  const outcome = await previewReplan(visit, event, typed)
  if (!outcome.ok) return choosing(c, event, typed, outcome.refusal)
  const ground = await inTransaction(visit, async (tx) => groundOf(tx, event, visit.now))
  if (!ground.ok) return choosing(c, event, typed, ground.refusal)
  return proposal(c, ground.value, outcome.value, { typed, isOvertaken })
}

function proposal(
  c: Asking,
  ground: Ground,
  preview: Preview,
  shown: { readonly typed: Typed; readonly isOvertaken: boolean },
): Response {
  const { locale, page } = c.get('visit')
  return page(
    { title: textsIn(locale).replan.proposal, noindex: true },
    <PreviewPage ground={ground} preview={preview} {...shown} locale={locale} />,
    shown.isOvertaken ? 409 : 200,
  )
}

/** The choice itself, with what was wrong about it. */
async function choosing(
  c: Asking,
  event: string,
  typed: Typed,
  refusal: PreviewRefusal | null,
): Promise<Response> {
  const visit = c.get('visit')
  const { locale } = visit
  const ground = await inTransaction(visit, async (tx) => groundOf(tx, event, visit.now))
  if (!ground.ok)
    return ground.refusal === 'event-unknown' ? c.notFound() : nothingToPlan(c, event, ground.refusal)
  return visit.page(
    { title: textsIn(locale).replan.title, noindex: true },
    <ReplanPage
      ground={ground.value}
      typed={typed}
      errors={hasPart(refusal, 'errors') ? refusal.errors : {}}
      faults={hasPart(refusal, 'faults') ? faultsInWords(refusal.faults, ground.value, c) : []}
      locale={locale}
    />,
    refusal === null ? 200 : 422,
  )
}

function hasPart<Part extends 'errors' | 'faults'>(
  refusal: PreviewRefusal | null,
  part: Part,
): refusal is Extract<PreviewRefusal, Readonly<Record<Part, unknown>>> {
  return typeof refusal === 'object' && refusal !== null && part in refusal
}

function faultsInWords(faults: readonly Fault[], { participants }: Ground, c: Asking): readonly string[] {
  const { locale } = c.get('visit')
  const names = namesFor(participants)
  return faults.map((fault) => seatingTexts(locale).fault(fault, names))
}

function nothingToPlan(c: Asking, event: string, why: 'cancelled' | 'no-plan' | 'all-begun'): Response {
  const { locale, page } = c.get('visit')
  const { replan: texts, cancelled, day } = textsIn(locale)
  const sentence = { cancelled, 'no-plan': texts.noPlan, 'all-begun': texts.allBegun }[why]
  return page(
    { title: texts.title, noindex: true },
    <Page>
      <PageTitle title={texts.title} lead={sentence} />
      <div class="row">
        {why === 'no-plan' && (
          <LinkButton href={dayHref('seats', { id: event }, locale)}>{day.makePlan}</LinkButton>
        )}
        <LinkButton href={dayHref('eventDay', { id: event }, locale)} variant="secondary">
          {day.back}
        </LinkButton>
      </div>
    </Page>,
    409,
  )
}
