import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { closeAsk } from '../actions/close-ask.ts'
import { limitAsks } from '../actions/limit-asks.ts'
import { previewAsk, sendAsk } from '../actions/send-ask.ts'
import { AskForm } from '../core/ask-form.ts'
import { asksAs, mayLimitAsks, mayReadAsks } from '../core/policy.ts'
import { asksOf, askWith, limitOf, numbersOf, textsOf, turnoutOf } from '../store.ts'
import { AskFormPage } from './ask-form.tsx'
import { AskPage } from './ask-page.tsx'
import { letterOfAsk } from './letters.ts'
import { ListPage } from './list-page.tsx'
import { PreviewPage } from './preview-page.tsx'
import { textsIn } from './texts.ts'
import { askerInWords, readerOf, type Asking, type AskSetting } from './words.ts'

const LimitForm = z.object({
  limit: z
    .string()
    .trim()
    .regex(/^(?:\d|1[0-2])$/)
    .transform(Number),
})
/** How long one can answer, unless somebody says otherwise. */
const daysOpen = 14

/** What companies are asked: the list, the form with its preview, and what came of each. */
export function askPageRoutes(setting: AskSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('asks'), async (c) => listPage(c, null, 200))
  routes.on('POST', bothAddresses('asks'), async (c) => {
    const visit = c.get('visit')
    if (!mayLimitAsks(visit.actor)) return visit.refuse()
    const form = await readForm(c.req, LimitForm)
    if (!form.ok) return listPage(c, form.typed['limit'] ?? '', 422)
    const outcome = await limitAsks(visit, form.data.limit)
    return outcome.ok ? c.redirect(`${addressOf('asks', visit.locale)}?${savedMark}`, 303) : visit.refuse()
  })

  routes.on('GET', bothAddresses('newAsk'), async (c) => {
    const visit = c.get('visit')
    const [by] = asksAs(visit.actor)
    if (by === undefined) return visit.refuse()
    const closesOn = addDays(dayOf(visit.now), daysOpen)
    const own = by === null ? {} : { [`municipality-${by}`]: 'on' }
    return formPage(visit, { typed: { by: by ?? '', closesOn, ...own }, errors: {} }, 200)
  })
  routes.on('POST', bothAddresses('newAsk'), async (c) => posted(c, setting))

  routes.on('GET', bothAddresses('ask'), async (c) => askPage(c))
  routes.on('POST', bothAddresses('ask'), async (c) => {
    const visit = c.get('visit')
    if (asksAs(visit.actor).length === 0) return visit.refuse()
    const id = idIn(c, 'ask')
    if (id === null) return c.notFound()
    const outcome = await closeAsk(visit, id)
    if (!outcome.ok && outcome.refusal === 'not-allowed') return visit.refuse()
    if (!outcome.ok && outcome.refusal === 'ask-unknown') return c.notFound()
    return c.redirect(`${addressOf('ask', visit.locale, { ask: id })}?${savedMark}`, 303)
  })

  return routes
}

async function listPage(c: Asking, wrongLimit: string | null, status: 200 | 422): Promise<Response> {
  const visit = c.get('visit')
  const { actor, networkId, locale } = visit
  if (!mayReadAsks(actor)) return visit.refuse()
  const shown = await inTransaction(visit, async (tx) => {
    const asks = await asksOf(tx)
    const listed: Parameters<typeof ListPage>[0]['asks'][number][] = []
    for (const ask of asks) listed.push({ ask, ...(await turnoutOf(tx, ask.id)) })
    return {
      asks: listed,
      limit: await limitOf(tx, networkId),
      reader: readerOf(visit, await municipalitiesOf(tx)),
    }
  })
  return visit.page(
    { title: textsIn(locale).list.title, noindex: true },
    <ListPage
      {...shown}
      mayAsk={asksAs(actor).length > 0}
      mayLimit={mayLimitAsks(actor)}
      isSaved={c.req.query(savedMark) !== undefined}
      wrongLimit={wrongLimit}
    />,
    status,
  )
}

async function formPage(
  visit: Visit,
  filled: { readonly typed: Typed; readonly errors: FieldErrors },
  status: 200 | 422,
): Promise<Response> {
  const municipalities = await inTransaction(visit, municipalitiesOf)
  return visit.page(
    { title: textsIn(visit.locale).form.title, noindex: true },
    <AskFormPage {...filled} asksAs={asksAs(visit.actor)} reader={readerOf(visit, municipalities)} />,
    status,
  )
}

/** Shows who would be asked, sends, or leads back to the form; what was typed stands there still. */
async function posted(c: Asking, setting: AskSetting): Promise<Response> {
  const visit = c.get('visit')
  if (asksAs(visit.actor).length === 0) return visit.refuse()
  const form = await readForm(c.req, AskForm)
  const { typed } = form
  if (typed['do'] === 'edit') return formPage(visit, { typed, errors: {} }, 200)
  if (!form.ok) return formPage(visit, form, 422)
  const reader = readerOf(visit, await inTransaction(visit, municipalitiesOf))
  const write = letterOfAsk(setting.origin, askerInWords(form.data.by, reader))
  if (typed['do'] !== 'send') {
    const preview = await previewAsk(visit, form.data)
    if (!preview.ok) return refused(visit, typed, preview.refusal)
    const { preview: texts } = textsIn(visit.locale)
    const ground = preview.value.chosen[0]?.ground ?? 'agreed'
    const letter = write({ form: form.data, ground, key: texts.key })
    return visit.page(
      { title: texts.title, noindex: true },
      <PreviewPage choosing={preview.value} letter={letter} typed={typed} reader={reader} />,
    )
  }
  const sent = await sendAsk(visit, form.data, { secret: setting.secret, write })
  if (!sent.ok) return refused(visit, typed, sent.refusal)
  return c.redirect(`${addressOf('ask', visit.locale, { ask: sent.value })}?${savedMark}`, 303)
}

function refused(
  visit: Visit,
  typed: Typed,
  refusal: 'not-allowed' | 'day-passed' | 'nobody-to-ask' | 'too-many',
): Response | Promise<Response> {
  if (refusal === 'not-allowed') return visit.refuse()
  const field = refusal === 'day-passed' ? 'closesOn' : `municipality-${asksAs(visit.actor)[0] ?? ''}`
  return formPage(visit, { typed, errors: { [field]: refusal } }, 422)
}

async function askPage(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  const { actor } = visit
  if (!mayReadAsks(actor)) return visit.refuse()
  const id = idIn(c, 'ask')
  const found =
    id === null
      ? null
      : await inTransaction(visit, async (tx) => {
          const ask = await askWith(tx, id)
          if (!ask) return null
          const isOwn = asksAs(actor).includes(ask.municipality)
          return {
            ask,
            isOwn,
            turnout: await turnoutOf(tx, id),
            results: {
              numbers: await numbersOf(tx, id),
              texts: isOwn && ask.closedAt !== null ? await textsOf(tx, id) : null,
            },
            reader: readerOf(visit, await municipalitiesOf(tx)),
          }
        })
  if (!found) return c.notFound()
  return visit.page(
    { title: found.ask.title, noindex: true },
    <AskPage {...found} isSaved={c.req.query(savedMark) !== undefined} />,
  )
}
