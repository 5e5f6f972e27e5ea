import { Hono } from 'hono'
import type { z } from 'zod'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import { SeenVersion } from '#platform/values/seen-version.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { correctAdoption } from '../actions/correct-adoption.ts'
import { enterAdoption } from '../actions/enter-adoption.ts'
import { adoptionForm, typedFacts } from '../core/adoption-form.ts'
import { mayWriteAdoption } from '../core/policy.ts'
import { adoptionsOf, type SentFile } from '../store.ts'
import { Trail } from './adoption-page.tsx'
import { FactsForm } from './facts-form.tsx'
import { formTextsIn } from './form-texts.ts'
import { adoptionAt, municipalityAt, type Asking, type FoundAdoption } from './places.ts'
import { chosenFile, sentDocument } from './sent-file.ts'
import { versionHref, type NamedMunicipality } from './words.ts'

/** Entering a version, and correcting what is known of one. */
export function factsRoutes(): Hono<VisitEnv> {
  return new Hono<VisitEnv>().route('/', enteringRoutes()).route('/', correctingRoutes())
}

function enteringRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('enterAdoption'), async (c) => {
    const visit = c.get('visit')
    const found = await inTransaction(visit, (tx) => municipalityAt(tx, c))
    if (!found) return c.notFound()
    if (!mayWriteAdoption(visit.actor, found.code)) return visit.refuse()
    return enterPage(visit, found, { typed: null, errors: {} })
  })

  routes.on('POST', bothAddresses('enterAdoption'), async (c) => {
    const visit = c.get('visit')
    const municipality = await inTransaction(visit, (tx) => municipalityAt(tx, c))
    if (!municipality) return c.notFound()
    if (!mayWriteAdoption(visit.actor, municipality.code)) return visit.refuse()
    const sent = await sentFacts(c, visit)
    if (!sent.ok) return enterPage(visit, municipality, sent)
    const { version: seen } = SeenVersion.parse(sent.typed)
    const entered = await enterAdoption(visit, { municipality: municipality.code, seen }, sent)
    if (entered.ok)
      return c.redirect(
        `${versionHref('adoption', municipality, entered.value, visit.locale)}?${savedMark}`,
        303,
      )
    if (entered.refusal === 'not-allowed') return visit.refuse()
    if (entered.refusal === 'municipality-unknown') return c.notFound()
    return enterPage(visit, municipality, { typed: sent.typed, errors: { name: entered.refusal } })
  })

  return routes
}

function correctingRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('correctAdoption'), async (c) => {
    const visit = c.get('visit')
    const found = await inTransaction(visit, (tx) => adoptionAt(tx, c))
    if (!found) return c.notFound()
    if (!mayWriteAdoption(visit.actor, found.municipality.code)) return visit.refuse()
    return correctPage(visit, found, { typed: null, errors: {} })
  })

  routes.on('POST', bothAddresses('correctAdoption'), async (c) => {
    const visit = c.get('visit')
    const found = await inTransaction(visit, (tx) => adoptionAt(tx, c))
    if (!found) return c.notFound()
    if (!mayWriteAdoption(visit.actor, found.municipality.code)) return visit.refuse()
    const sent = await sentFacts(c, visit)
    if (!sent.ok) return correctPage(visit, found, sent)
    const { municipality, version } = found.adoption
    const { version: seen } = SeenVersion.parse(sent.typed)
    const dropsFile = sent.typed['dropFile'] === 'on'
    const corrected = await correctAdoption(visit, { municipality, version, seen }, { ...sent, dropsFile })
    if (corrected.ok)
      return c.redirect(
        `${versionHref('adoption', found.municipality, version, visit.locale)}?${savedMark}`,
        303,
      )
    if (corrected.refusal === 'not-allowed') return visit.refuse()
    if (corrected.refusal !== 'changed-meanwhile') return c.notFound()
    const again = await inTransaction(visit, (tx) => adoptionAt(tx, c))
    return correctPage(visit, again ?? found, { typed: sent.typed, errors: { name: corrected.refusal } })
  })

  return routes
}

type Facts = z.infer<ReturnType<typeof adoptionForm>>

interface Filled {
  /** Null to begin with what is known. */
  readonly typed: Typed | null
  readonly errors: FieldErrors
}

type Sent =
  | { readonly ok: true; readonly facts: Facts; readonly file: SentFile | null; readonly typed: Typed }
  | ({ readonly ok: false; readonly typed: Typed } & Filled)

/** The form's fields and its file. A file that was fine is lost with the rest of a refused form: a browser sends it only once. */
async function sentFacts(c: Asking, { now }: Visit): Promise<Sent> {
  const form = await readForm(c.req, adoptionForm(dayOf(now)))
  const file = await sentDocument(c.req)
  if (form.ok && file.ok) return { ok: true, facts: form.data, file: file.value, typed: form.typed }
  const lost = (await chosenFile(c.req)) ? { file: 'file-again' } : {}
  return {
    ok: false,
    typed: form.typed,
    errors: { ...(form.ok ? {} : form.errors), ...(file.ok ? lost : { file: file.refusal }) },
  }
}

function statusOf(errors: FieldErrors): 200 | 409 | 422 {
  if (Object.values(errors).includes('changed-meanwhile')) return 409
  return Object.keys(errors).length > 0 ? 422 : 200
}

/** What was typed; when somebody else saved meanwhile, with the version that the writer is now told of. */
function typedOver(known: Typed, { typed, errors }: Filled): Typed {
  if (!typed) return known
  return statusOf(errors) === 409 ? { ...typed, version: known['version'] ?? '' } : typed
}

async function enterPage(visit: Visit, municipality: NamedMunicipality, filled: Filled): Promise<Response> {
  const { locale } = visit
  const versions = await inTransaction(visit, (tx) => adoptionsOf(tx, municipality.code))
  const { facts: texts } = formTextsIn(locale)
  const title = texts.enterTitle(municipality.name)
  return visit.page(
    { title, noindex: true },
    <FactsForm
      title={title}
      lead={texts.enterLead}
      action={addressOf('enterAdoption', locale, { municipality: municipality.slug })}
      back={addressOf('municipality', locale, { municipality: municipality.slug })}
      fileNow={null}
      typed={typedOver({ version: String(versions.at(-1)?.version ?? 0) }, filled)}
      errors={filled.errors}
      locale={locale}
    />,
    statusOf(filled.errors),
  )
}

function correctPage(visit: Visit, found: FoundAdoption, filled: Filled): Response {
  const { locale } = visit
  const { municipality, adoption } = found
  const { facts: texts } = formTextsIn(locale)
  const title = texts.correctTitle(adoption.version)
  const known = { ...typedFacts(adoption), version: String(adoption.revision) }
  return visit.page(
    { title: `${title}: ${municipality.name}`, noindex: true },
    <FactsForm
      title={title}
      lead={texts.correctLead}
      trail={<Trail municipality={municipality} adoption={adoption} locale={locale} />}
      action={versionHref('correctAdoption', municipality, adoption.version, locale)}
      back={versionHref('adoption', municipality, adoption.version, locale)}
      fileNow={adoption.file?.name ?? null}
      typed={typedOver(known, filled)}
      errors={filled.errors}
      locale={locale}
    />,
    statusOf(filled.errors),
  )
}
