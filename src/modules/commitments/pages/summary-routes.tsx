import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { unspokenIn } from '#modules/event-day'
import { eventWith, participantsOf, questionsOf, tablesOf } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { draftSummary, saveSummary, sendSummary, type SaveRefusal } from '../actions/sum-up.ts'
import { commitmentsIn } from '../commitment-store.ts'
import { SummaryForm } from '../core/forms.ts'
import { maySumUp } from '../core/policy.ts'
import { returnedOn } from '../core/returned.ts'
import { unsaid } from '../core/summary.ts'
import { nextThemes, notesOf } from '../note-store.ts'
import { pointsOf, summaryOf } from '../summary-store.ts'
import { letterOfReturn } from './letters.ts'
import { NotesPage } from './notes-page.tsx'
import { PreviewPage, SummaryPage } from './summary-page.tsx'
import { textsIn } from './texts.ts'
import type { Asking, CommitmentSetting } from './words.ts'

const VersionForm = z.object({ version: z.coerce.number().int() })
const AnyFields = z.record(z.string(), z.string())

/** What the coordinator reads of the tables, makes of it and sends back. */
export function summaryRoutes({ origin }: CommitmentSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('eventNotes'), notesPage)
  routes.on('GET', bothAddresses('eventSummary'), async (c) => summaryPage(c, null))
  routes.on('POST', bothAddresses('eventSummary'), summaryPosted)
  routes.on('GET', bothAddresses('summaryPreview'), async (c) => previewPage(c, origin))
  routes.on('POST', bothAddresses('summaryPreview'), summarySent)
  return routes
}

async function notesPage(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  const { locale, now } = visit
  if (!maySumUp(visit.actor)) return visit.refuse()
  const id = idIn(c, 'event')
  const found =
    id === null
      ? null
      : await inTransaction(visit, async (tx) => {
          const event = await eventWith(tx, id)
          return (
            event && {
              event,
              tables: await tablesOf(tx, id),
              questions: await questionsOf(tx, id),
              notes: await notesOf(tx, id),
              themes: await nextThemes(tx, id),
              summary: await summaryOf(tx, id),
            }
          )
        })
  if (!found) return c.notFound()
  const head = { title: textsIn(locale).notes.title, noindex: true }
  return visit.page(head, <NotesPage {...found} locale={locale} today={dayOf(now)} />)
}

async function workOf(tx: Tx, id: string) {
  const event = await eventWith(tx, id)
  if (!event) return null
  return {
    event,
    questions: await questionsOf(tx, id),
    summary: await summaryOf(tx, id),
    points: await pointsOf(tx, id),
  }
}

async function summaryPage(
  c: Asking,
  sent: { readonly typed: Typed; readonly errors: FieldErrors } | null,
): Promise<Response> {
  const visit = c.get('visit')
  const { locale, now } = visit
  if (!maySumUp(visit.actor)) return visit.refuse()
  const id = idIn(c, 'event')
  const work = id === null ? null : await inTransaction(visit, async (tx) => workOf(tx, id))
  if (!work) return c.notFound()
  return visit.page(
    { title: textsIn(locale).summary.title, noindex: true },
    <SummaryPage
      {...work}
      typed={sent?.typed ?? null}
      errors={sent?.errors ?? {}}
      isSaved={c.req.query(savedMark) !== undefined}
      locale={locale}
      today={dayOf(now)}
    />,
    sent ? 422 : 200,
  )
}

async function summaryPosted(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  if (!maySumUp(visit.actor)) return visit.refuse()
  const id = idIn(c, 'event')
  if (id === null) return c.notFound()
  const back = addressOf('eventSummary', visit.locale, { event: id })
  const { typed } = await readForm(c.req, AnyFields)
  // Before there is a summary there is nothing to save.
  if (typed['version'] !== undefined) {
    const form = await readForm(c.req, SummaryForm)
    if (!form.ok) return summaryPage(c, form)
    const saved = await saveSummary(visit, id, form.data)
    if (!saved.ok) return refused(c, visit, saved.refusal, typed)
  }
  if (typed['do'] === 'draft') {
    const drafted = await draftSummary(visit, id)
    if (!drafted.ok && drafted.refusal === 'event-unknown') return c.notFound()
  }
  if (typed['do'] === 'review')
    return c.redirect(addressOf('summaryPreview', visit.locale, { event: id }), 303)
  return c.redirect(typed['version'] === undefined ? back : `${back}?${savedMark}`, 303)
}

async function refused(c: Asking, visit: Visit, refusal: SaveRefusal, typed: Typed): Promise<Response> {
  if (refusal === 'not-allowed') return visit.refuse()
  if (refusal === 'event-unknown' || refusal === 'not-held') return c.notFound()
  if (refusal === 'changed-meanwhile') return summaryPage(c, { typed, errors: { intro: refusal } })
  const errors = Object.fromEntries(refusal.unsaid.map((id) => [`fate-${id}`, 'fate-missing']))
  return summaryPage(c, { typed, errors })
}

async function previewPage(c: Asking, origin: string): Promise<Response> {
  const visit = c.get('visit')
  const { locale, now } = visit
  if (!maySumUp(visit.actor)) return visit.refuse()
  const id = idIn(c, 'event')
  const found =
    id === null
      ? null
      : await inTransaction(visit, async (tx) => {
          const work = await workOf(tx, id)
          if (!work?.summary) return null
          const people = (await participantsOf(tx, id)).filter(({ state }) => state === 'yes')
          return {
            ...work,
            summary: work.summary,
            commitments: await commitmentsIn(tx, { event: id }),
            receivers: people.length,
            unspoken: await unspokenIn(tx, id),
          }
        })
  if (!found) return c.notFound()
  const { event, summary, points, commitments, receivers, unspoken } = found
  const returned = returnedOn(dayOf(now), { points, commitments, inner: [] })
  const { preview: texts } = textsIn(locale)
  const letter = letterOfReturn(origin)('summary', event, {
    key: texts.key,
    locale: 'sv',
    isAbsent: false,
    returned,
    intro: summary.intro,
  })
  return visit.page(
    { title: texts.title, noindex: true },
    <PreviewPage
      event={event}
      letter={letter}
      receivers={receivers}
      missing={unsaid(points).length}
      unspoken={unspoken}
      version={summary.version}
      locale={locale}
    />,
  )
}

async function summarySent(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  if (!maySumUp(visit.actor)) return visit.refuse()
  const id = idIn(c, 'event')
  if (id === null) return c.notFound()
  const form = await readForm(c.req, VersionForm)
  const back = addressOf('eventSummary', visit.locale, { event: id })
  if (!form.ok) return c.redirect(back, 303)
  const sent = await sendSummary(visit, id, form.data.version)
  if (sent.ok || sent.refusal === 'sent-already' || sent.refusal === 'nothing-to-send')
    return c.redirect(back, 303)
  if (sent.refusal === 'attendance-unsaid')
    return c.redirect(addressOf('summaryPreview', visit.locale, { event: id }), 303)
  return refused(c, visit, sent.refusal, {})
}
