import { Hono, type Context as Request } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { addIndicator } from '../../actions/add-indicator.ts'
import { editIndicator } from '../../actions/edit-indicator.ts'
import { restoreIndicator } from '../../actions/restore-indicator.ts'
import { retireIndicator } from '../../actions/retire-indicator.ts'
import { SeenVersion } from '#platform/values/seen-version.ts'
import { IndicatorForm, typedOf } from '../../core/forms.ts'
import type { Indicator } from '../../core/indicator.ts'
import { mayEditIndicators } from '../../core/policy.ts'
import { libraryOf } from '../../library.ts'
import { choicesOf } from '../../store.ts'
import { editIndicatorAddress, kindOfPart, newPart } from '../addresses.ts'
import { EditPage } from './edit-page.tsx'
import { fieldOfRefusal } from './indicator-fields.tsx'
import { textsIn } from '../texts.ts'

/** Where the coordinator adds, edits and retires indicators: the parts of the framework that are this module's. */
export function indicatorEditRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on(['GET', 'POST'], bothAddresses('frameworkPart'), async (c, next) => {
    const visit = c.get('visit')
    const kind = c.req.param('kind') ?? ''
    const part = c.req.param('part') ?? ''
    // The other parts of the framework are another module's.
    if (!isOurs(kind)) return next()
    if (!mayEditIndicators(visit.actor)) return visit.refuse()
    const right = editIndicatorAddress(isNew(part) ? newPart[visit.locale] : part, visit.locale)
    // The link to the other language keeps the words of the first.
    if (c.req.method === 'GET' && c.req.path !== right) return c.redirect(right, 302)
    return isNew(part) ? add(c, visit) : edit(c, visit, part)
  })
  return routes
}

function isOurs(kind: string): boolean {
  return Object.values<string>(kindOfPart).includes(kind)
}

function isNew(part: string): boolean {
  return Object.values<string>(newPart).includes(part)
}

async function add(c: Request<VisitEnv, string>, visit: Visit): Promise<Response> {
  if (c.req.method === 'GET') return show(visit, null, { decimals: '1', rule: 'sum', unit: 'percent' })
  const form = await readForm(c.req, IndicatorForm)
  if (!form.ok) return show(visit, null, form.typed, form.errors)
  const added = await addIndicator(visit, form.data)
  if (!added.ok) return answer(visit, null, form.typed, added.refusal)
  return c.redirect(savedAddress(added.value, visit.locale), 303)
}

async function edit(c: Request<VisitEnv, string>, visit: Visit, id: string): Promise<Response> {
  const indicator = await indicatorNow(visit, id)
  if (!indicator) return c.notFound()
  if (c.req.method === 'GET') return show(visit, indicator, filledFrom(indicator))

  const form = await readForm(c.req, IndicatorForm)
  const asked = form.typed['do']
  if (asked === 'retire' || asked === 'restore') {
    const outcome = await (asked === 'retire' ? retireIndicator : restoreIndicator)(visit, id)
    if (!outcome.ok) return answer(visit, indicator, filledFrom(indicator), outcome.refusal)
    return c.redirect(savedAddress(id, visit.locale), 303)
  }
  if (!form.ok) return show(visit, indicator, form.typed, form.errors)
  const edited = await editIndicator(visit, { id, ...SeenVersion.parse(form.typed) }, form.data)
  if (!edited.ok && edited.refusal === 'changed-meanwhile') return conflict(c, visit, id, form.typed)
  if (!edited.ok) return answer(visit, indicator, form.typed, edited.refusal)
  return c.redirect(savedAddress(id, visit.locale), 303)
}

async function conflict(
  c: Request<VisitEnv, string>,
  visit: Visit,
  id: string,
  typed: Typed,
): Promise<Response> {
  // Read again: what stands there now is what the refusal is about.
  const indicator = await indicatorNow(visit, id)
  if (!indicator) return c.notFound()
  // From here on the coordinator is told of the other version: the form carries it, and may replace it.
  const seen = { ...typed, version: String(indicator.version) }
  return answer(visit, indicator, seen, 'changed-meanwhile')
}

async function indicatorNow(visit: Visit, id: string): Promise<Indicator | undefined> {
  const library = await inTransaction(visit, (tx) => libraryOf(tx, { kind: 'these', ids: [id] }))
  return library.get(id)?.indicator
}

function filledFrom(indicator: Indicator): Typed {
  return { ...typedOf(indicator), version: String(indicator.version) }
}

function answer(
  visit: Visit,
  indicator: Indicator | null,
  typed: Typed,
  refusal: string,
): Promise<Response> | Response {
  if (refusal === 'not-allowed') return visit.refuse()
  return show(visit, indicator, typed, { [fieldOfRefusal(refusal)]: refusal })
}

async function show(
  visit: Visit,
  indicator: Indicator | null,
  typed: Typed,
  errors?: FieldErrors,
): Promise<Response> {
  const { locale, page } = visit
  const choices = await inTransaction(visit, choicesOf)
  const texts = textsIn(locale).edit
  const isConflict = errors?.['version'] === 'changed-meanwhile'
  const title = indicator ? texts.editTitle(inLocale(indicator.name, locale)) : texts.addTitle
  const content = (
    <EditPage
      indicator={indicator}
      choices={choices}
      typed={typed}
      errors={errors ?? {}}
      isConflict={isConflict}
      locale={locale}
    />
  )
  return page({ title, noindex: true }, content, isConflict ? 409 : errors ? 422 : 200)
}

function savedAddress(id: string, locale: Locale): string {
  return `${addressOf('indicator', locale, { indicator: id })}?${savedMark}`
}
