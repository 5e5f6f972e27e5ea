import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { finishVisit, type FinishRefusal } from '../actions/finish-visit.ts'
import { keepDraft } from '../actions/keep-draft.ts'
import { planVisit, type PlanRefusal } from '../actions/plan-visit.ts'
import type { Visited } from '../actions/visited-company.ts'
import { SoughtCompany } from '../core/company-form.ts'
import { PlanForm, VisitForm } from '../core/visit-form.ts'
import { companyNumbered } from '../store.ts'
import { foundIn, readerIn, type Asking, type Found } from './asking.ts'
import type { CompanySetting } from './setting.ts'
import { blankForm, draftFor, findPage, formPage } from './visit-form-views.tsx'
import { visitDeeds } from './visit-form.tsx'
import { visitHref } from './words.ts'

type Place = Pick<Found, 'own' | 'reader'> & { readonly company: Found['company'] | null }

/** The form for a visit: to a company that the network has met, or to one that it meets by it. */
export function visitFormRoutes(setting: CompanySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('newCompanyVisit'), async (c) => {
    const place = await newPlace(c)
    if (place.own.length === 0) return c.get('visit').refuse()
    const { typed } = await draftFor(c, null)
    return typed ? formWith(c, place) : findPage(c, { typed: {}, errors: {} })
  })
  routes.on('POST', bothAddresses('newCompanyVisit'), async (c) => posted(c, await newPlace(c), setting))

  routes.on('GET', bothAddresses('visitCompany'), async (c) => {
    const place = await foundIn(c)
    if (!place) return c.notFound()
    return place.own.length === 0 ? c.get('visit').refuse() : formWith(c, place)
  })
  routes.on('POST', bothAddresses('visitCompany'), async (c) => {
    const place = await foundIn(c)
    return place ? posted(c, place, setting) : c.notFound()
  })

  return routes
}

async function newPlace(c: Asking): Promise<Place> {
  const visit = c.get('visit')
  return { company: null, ...(await inTransaction(visit, (tx) => readerIn(tx, visit))) }
}

/** The draft, if there is one, else a form in which nothing is typed. */
async function formWith(c: Asking, place: Place): Promise<Response> {
  const { typed, version } = await draftFor(c, place.company?.id ?? null)
  const isSaved = c.req.query(savedMark) !== undefined
  return formPage(c, place, {
    typed: { ...(typed ?? (await blankForm(c, place.company))), draft: String(version) },
    say: typed ? (isSaved ? 'saved' : 'draft') : null,
  })
}

const AnyFields = z.record(z.string(), z.string())
const Deed = z.enum(visitDeeds).catch('save')
const Seen = z.coerce.number().int().min(0).catch(0)

async function posted(c: Asking, place: Place, { secret }: CompanySetting): Promise<Response> {
  const visit = c.get('visit')
  if (place.own.length === 0) return visit.refuse()
  const { typed } = await readForm(c.req, AnyFields)
  const deed = Deed.parse(typed['do'])
  if (deed === 'find') return found(c, place, typed, secret)
  if (deed === 'save') return saved(c, place, typed)
  const which = visitedIn(place, typed)
  if (!which.ok) return formPage(c, place, { typed, errors: which.errors }, 422)
  return deed === 'plan'
    ? planned(c, place, { typed, visited: which.visited, secret })
    : finished(c, place, { typed, visited: which.visited, secret })
}

/** A company that the network has met is led to; of one that it has not, the form is shown. */
async function found(c: Asking, place: Place, typed: Typed, secret: string): Promise<Response> {
  const visit = c.get('visit')
  const sought = SoughtCompany.safeParse(typed)
  if (!sought.success) return findPage(c, { typed, errors: errorsOf(sought.error) }, 422)
  const { number } = sought.data
  const known = number && (await inTransaction(visit, (tx) => companyNumbered(tx, number, secret)))
  if (known) return c.redirect(addressOf('visitCompany', visit.locale, { company: known.id }), 303)
  const { version } = await draftFor(c, null)
  const { name = '', number: written = '' } = typed
  return formPage(c, place, {
    typed: { ...(await blankForm(c, null)), name, number: written, draft: String(version) },
  })
}

/** Keeps the draft. A page that saves by itself is answered with the draft's version, a form with its page. */
async function saved(c: Asking, place: Place, typed: Typed): Promise<Response> {
  const visit = c.get('visit')
  const outcome = await keepDraft(visit, place.company?.id ?? null, {
    typed: keptFields(typed),
    seen: Seen.parse(typed['draft']),
  })
  if (c.req.header('accept') === 'application/json')
    return outcome.ok ? c.json({ version: outcome.value }) : c.json({ refusal: outcome.refusal }, 409)
  if (outcome.ok) return c.redirect(`${c.req.path}?${savedMark}`, 303)
  if (outcome.refusal === 'already-finished') return formPage(c, place, { typed, say: 'already' }, 409)
  return outcome.refusal === 'not-allowed' ? visit.refuse() : c.notFound()
}

/** What tells of a visit before it has been. */
const wordFields = ['said', 'inside', 'promise-1', 'promise-2', 'promise-3', 'contactName']

/** The fields of a draft. A sole trader's number is stored nowhere, in no draft either: it is asked for again. */
function keptFields({ do: _deed, draft: _seen, ...typed }: Typed): Typed {
  const sought = SoughtCompany.safeParse({ name: 'x', number: typed['number'] ?? '' })
  return sought.success && !sought.data.number?.isSoleTrader ? typed : { ...typed, number: '' }
}

type Which =
  | { readonly ok: true; readonly visited: Visited }
  | { readonly ok: false; readonly errors: FieldErrors }

function visitedIn({ company }: Place, typed: Typed): Which {
  if (company) return { ok: true, visited: { kind: 'known', id: company.id } }
  const sought = SoughtCompany.safeParse(typed)
  if (!sought.success) return { ok: false, errors: errorsOf(sought.error) }
  const met = { ...sought.data, municipality: typed['seat'] || null, size: null, branch: null }
  return { ok: true, visited: { kind: 'new', company: met } }
}

interface Sending {
  readonly typed: Typed
  readonly visited: Visited
  readonly secret: string
}

async function planned(c: Asking, place: Place, { typed, visited, secret }: Sending): Promise<Response> {
  const visit = c.get('visit')
  const form = PlanForm.safeParse(typed)
  if (!form.success) return formPage(c, place, { typed, errors: errorsOf(form.error) }, 422)
  const written = wordFields.some((name) => typed[name]?.trim()) ? keptFields(typed) : null
  const outcome = await planVisit(visit, visited, form.data, { secret, written })
  return outcome.ok ? toVisit(c, outcome.value) : refused(c, place, typed, outcome.refusal)
}

async function finished(c: Asking, place: Place, { typed, visited, secret }: Sending): Promise<Response> {
  const visit = c.get('visit')
  const form = VisitForm.safeParse(typed)
  if (!form.success) return formPage(c, place, { typed, errors: errorsOf(form.error) }, 422)
  const outcome = await finishVisit(visit, visited, form.data, secret)
  return outcome.ok ? toVisit(c, outcome.value) : refused(c, place, typed, outcome.refusal)
}

function toVisit(
  c: Asking,
  { company, visit }: { readonly company: string; readonly visit: string },
): Response {
  const { locale } = c.get('visit')
  return c.redirect(
    `${visitHref({ id: visit, company: { id: company, name: '' } }, locale)}?${savedMark}`,
    303,
  )
}

const fieldOf: Readonly<Record<string, string>> = {
  'day-passed': 'on',
  'day-to-come': 'on',
  'visit-unknown': 'on',
  'not-planned': 'on',
  'contact-unknown': 'contact',
}

/** Says why nothing was stored; what was typed stands there still. A planned visit that is gone is forgotten. */
function refused(
  c: Asking,
  place: Place,
  typed: Typed,
  refusal: FinishRefusal | PlanRefusal,
): Response | Promise<Response> {
  if (refusal === 'not-allowed') return c.get('visit').refuse()
  if (typeof refusal === 'object')
    return formPage(
      c,
      place,
      { typed, errors: { [`promiseOwner-${refusal.ownerNotHere}`]: 'owner-not-here' } },
      422,
    )
  if (refusal === 'company-unknown')
    return place.company
      ? c.notFound()
      : formPage(c, place, { typed, errors: { name: 'number-unknown' } }, 422)
  const isGone = refusal === 'visit-unknown' || refusal === 'not-planned'
  const kept = isGone ? { ...typed, planned: '' } : typed
  return formPage(c, place, { typed: kept, errors: { [fieldOf[refusal] ?? 'on']: refusal } }, 422)
}

function errorsOf(error: z.ZodError): FieldErrors {
  const errors: Record<string, string> = {}
  for (const { path, message } of error.issues) errors[String(path[0] ?? 'name')] ??= message
  return errors
}
