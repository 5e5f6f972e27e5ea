import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { openErasures } from '#modules/matters'
import { attachmentHeaders } from '#platform/http/attachment.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { Held } from '#platform/values/records.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { answerRequest } from '../actions/answer-request.ts'
import { eraseDetails } from '../actions/erase-details.ts'
import { findHeld } from '../actions/find-held.ts'
import { SoughtForm } from '../core/forms.ts'
import { authoritiesOf } from '../core/policy.ts'
import { letterOfErasure } from './letters.ts'
import { extractJson, extractText, itemsIn } from './person-file.ts'
import { PersonPage } from './person-page.tsx'
import { textsIn } from './texts.ts'

type Asking = Request<VisitEnv, string>

interface Shown {
  readonly found: { readonly sought: string; readonly held: readonly Held[] } | null
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly said: string | null
}
const nothing: Shown = { found: null, typed: {}, errors: {}, said: null }

/** What is held on a person. What is looked for goes in a form and never in an address, which logs and histories keep. */
export function personRoutes({ secret }: { readonly secret: string }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('personalData'), async (c) => {
    const visit = c.get('visit')
    const came = (['erased', 'kept'] as const).find((one) => one === c.req.query('answered'))
    const said = came ? textsIn(visit.locale).person.answered[came] : null
    return personPage(visit, { ...nothing, said })
  })
  routes.on('POST', bothAddresses('personalData'), async (c) => {
    const { typed } = await readForm(c.req, z.unknown())
    const deed = typed['do'] ?? ''
    return deed.startsWith('answer-') ? answered(c, typed) : looked(c, { secret, deed })
  })
  return routes
}

async function personPage(visit: Visit, shown: Shown): Promise<Response> {
  if (authoritiesOf(visit.actor).length === 0) return visit.refuse()
  const requests = await inTransaction(visit, async (tx) => openErasures(tx, visit.now))
  return visit.page(
    { title: textsIn(visit.locale).person.title, noindex: true },
    <PersonPage {...shown} requests={requests} locale={visit.locale} />,
    Object.keys(shown.errors).length === 0 ? 200 : 422,
  )
}

const Answer = z.object({ request: z.uuid() })

async function answered(c: Asking, typed: Typed): Promise<Response> {
  const visit = c.get('visit')
  const form = await readForm(c.req, Answer)
  if (!form.ok) return visit.refuse()
  const wants = typed['do'] === 'answer-erase' ? 'erase' : 'keep'
  const outcome = await answerRequest(visit, { request: form.data.request, wants, write: letterOfErasure })
  if (!outcome.ok) return visit.refuse()
  return c.redirect(`${addressOf('personalData', visit.locale)}?answered=${outcome.value}`, 303)
}

async function looked(
  c: Asking,
  { secret, deed }: { readonly secret: string; readonly deed: string },
): Promise<Response> {
  const visit = c.get('visit')
  const form = await readForm(c.req, SoughtForm)
  if (!form.ok) return personPage(visit, { ...nothing, ...form })
  const { sought } = form.data
  if (deed === 'erase') return erased(visit, { sought, secret, typed: form.typed })
  const isExtract = deed === 'json' || deed === 'text'
  const held = await findHeld(visit, { sought, secret, isExtract })
  if (!held.ok) return visit.refuse()
  return isExtract
    ? extract(c, deed, held.value)
    : personPage(visit, { ...nothing, found: { sought, held: held.value }, typed: form.typed })
}

async function erased(
  visit: Visit,
  { sought, secret, typed }: { readonly sought: string; readonly secret: string; readonly typed: Typed },
): Promise<Response> {
  const result = await eraseDetails(visit, itemsIn(typed))
  const held = await findHeld(visit, { sought, secret, isExtract: false })
  if (!held.ok) return visit.refuse()
  const found = { sought, held: held.value }
  if (!result.ok) return personPage(visit, { ...nothing, found, typed, errors: { sought: result.refusal } })
  const said = textsIn(visit.locale).person.result(result.value.erased, result.value.kept)
  return personPage(visit, { ...nothing, found, said })
}

function extract(c: Asking, as: 'json' | 'text', held: readonly Held[]): Response {
  const { locale, now } = c.get('visit')
  const day = dayOf(now)
  return as === 'json'
    ? c.body(
        extractJson(held, day),
        200,
        attachmentHeaders(`personuppgifter-${day}.json`, 'application/json'),
      )
    : c.body(
        extractText(held, day, locale),
        200,
        attachmentHeaders(`personuppgifter-${day}.txt`, 'text/plain; charset=utf-8'),
      )
}
