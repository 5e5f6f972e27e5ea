import { Hono } from 'hono'
import { z } from 'zod'
import {
  inTransaction,
  namesOf,
  organisationNamed,
  organisationsOf,
  type Visit,
  type VisitEnv,
} from '#modules/accounts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import {
  checkSupport,
  confirmDraft,
  draftSupport,
  dropDraft,
  enterSupport,
  revertSupport,
  type KeepRefusal,
} from '../actions/keep-support.ts'
import { keepsSupports, mayAddForAnybody, mayKeep } from '../core/policy.ts'
import { catalogueIn } from '../finder/catalogue.ts'
import { Support } from '../finder/support.ts'
import { exampleErrors, readSupport, typedSupport } from '../finder/support-form.ts'
import { draftOf, draftsOf, giverOf, historyOf, supportsOf } from '../store.ts'
import { DraftPage, HistoryPage } from './draft-page.tsx'
import { KeepingList } from './keeping-list.tsx'
import { SupportFormPage, type SupportFormProps } from './support-form.tsx'
import { keepingIn } from './texts.ts'
import type { Asking } from './words.ts'

const AnyFields = z.record(z.string(), z.string())

/** Where partners and the coordinator keep the supports right. */
export function keepingRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('keepSupports'), async (c) => {
    const visit = c.get('visit')
    const { actor, locale, now } = visit
    if (!keepsSupports(actor)) return visit.refuse()
    const { supports, drafts } = await inTransaction(visit, async (tx) => ({
      supports: await supportsOf(tx),
      drafts: await draftsOf(tx),
    }))
    const own = supports.filter(({ giver }) => mayKeep(actor, giver.id))
    return visit.page(
      { title: keepingIn(locale).list.title, noindex: true },
      <KeepingList supports={own} drafts={drafts} today={dayOf(now)} locale={locale} />,
    )
  })

  routes.on('GET', bothAddresses('newSupport'), async (c) => newPage(c, {}))
  routes.on('POST', bothAddresses('newSupport'), async (c) => entered(c))

  routes.on('GET', bothAddresses('editSupport'), async (c) => {
    const found = await toKeep(c)
    if (found instanceof Response) return found
    const typed = found.support ? typedSupport(found.support.content) : {}
    const say = c.req.query(savedMark) === undefined ? null : 'checked'
    return formPage(c.get('visit'), found, { typed, errors: {}, preview: null, say })
  })
  routes.on('POST', bothAddresses('editSupport'), async (c) => edited(c))

  routes.on('GET', bothAddresses('supportDraft'), async (c) => {
    const say = c.req.query(savedMark) === undefined ? null : 'saved'
    return draftPage(c, say)
  })
  routes.on('POST', bothAddresses('supportDraft'), async (c) => {
    const visit = c.get('visit')
    const { typed } = await readForm(c.req, AnyFields)
    const id = supportIn(c)
    const settled =
      typed['do'] === 'confirm'
        ? await confirmDraft(visit, id, typed['version'] ?? '')
        : await dropDraft(visit, id)
    if (settled.ok) return c.redirect(addressOf('keepSupports', visit.locale), 303)
    return (
      refusedAs(visit, settled.refusal) ??
      (settled.refusal === 'support-unknown' ? c.notFound() : draftPage(c, 'gone'))
    )
  })

  routes.on('GET', bothAddresses('supportHistory'), async (c) => historyPage(c))
  routes.on('POST', bothAddresses('supportHistory'), async (c) => {
    const visit = c.get('visit')
    const { locale } = visit
    const { typed } = await readForm(c.req, AnyFields)
    const id = supportIn(c)
    const note = keepingIn(locale).history.reverted(formatDay(dayOf(visit.now), locale))
    const reverted = await revertSupport(visit, id, typed['version'] ?? '', note)
    if (!reverted.ok && reverted.refusal === 'support-unknown') return c.notFound()
    if (!reverted.ok && reverted.refusal === 'not-allowed') return visit.refuse()
    return c.redirect(`${addressOf('supportDraft', locale, { support: id })}?${savedMark}`, 303)
  })

  return routes
}

function supportIn(c: Asking): string {
  return c.req.param('support') ?? ''
}

function refusedAs(visit: Visit, refusal: KeepRefusal): Response | null {
  return refusal === 'not-allowed' || refusal === 'own-draft' ? visit.refuse() : null
}

type Kept = Pick<SupportFormProps, 'support' | 'givers' | 'setting' | 'reader'>

async function keptIn(
  visit: Visit,
  id: string | null,
): Promise<Kept & { readonly giver: string | undefined }> {
  const { now, locale, actor } = visit
  return inTransaction(visit, async (tx) => {
    const { all, setting, municipalities } = await catalogueIn(tx, dayOf(now))
    const givers = (await organisationsOf(tx)).filter((one) => mayKeep(actor, one.id)).map(({ name }) => name)
    return {
      support: all.find(({ support }) => support.id === id)?.support ?? null,
      giver: id === null ? undefined : await giverOf(tx, id),
      givers,
      setting,
      reader: { locale, municipalities },
    }
  })
}

/** The support that an address names, to whoever keeps it. */
async function toKeep(c: Asking): Promise<Kept | Response> {
  const visit = c.get('visit')
  if (!keepsSupports(visit.actor)) return visit.refuse()
  const found = await keptIn(visit, supportIn(c))
  if (found.giver === undefined) return c.notFound()
  return mayKeep(visit.actor, found.giver) ? found : visit.refuse()
}

function formPage(
  visit: Visit,
  kept: Kept,
  filled: Pick<SupportFormProps, 'typed' | 'errors' | 'preview' | 'say'>,
): Response {
  const { form: texts } = keepingIn(visit.locale)
  const title = kept.support ? texts.edit(inLocale(kept.support.content.name, visit.locale)) : texts.new
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return visit.page({ title, noindex: true }, <SupportFormPage {...kept} {...filled} />, status)
}

async function edited(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  const found = await toKeep(c)
  if (found instanceof Response) return found
  const id = supportIn(c)
  const { locale } = visit
  const { typed } = await readForm(c.req, AnyFields)
  if (typed['do'] === 'check') {
    const checked = await checkSupport(visit, id)
    if (!checked.ok) return visit.refuse()
    return c.redirect(`${addressOf('editSupport', locale, { support: id })}?${savedMark}`, 303)
  }
  const read = readSupport(typed, found.setting)
  if (!read.ok) return formPage(visit, found, { typed, errors: read.errors, preview: null, say: null })
  if (typed['do'] === 'preview')
    return formPage(visit, found, { typed, errors: {}, preview: read.content, say: null })
  const wrong = exampleErrors(read.content, found.setting)
  if (Object.keys(wrong).length > 0)
    return formPage(visit, found, { typed, errors: wrong, preview: read.content, say: null })
  const drafted = await draftSupport(visit, id, read)
  if (drafted.ok) return c.redirect(`${addressOf('supportDraft', locale, { support: id })}?${savedMark}`, 303)
  return (
    refusedAs(visit, drafted.refusal) ??
    formPage(visit, found, { typed, errors: { note: drafted.refusal }, preview: null, say: null })
  )
}

async function newPage(c: Asking, typed: Typed): Promise<Response> {
  const visit = c.get('visit')
  if (!keepsSupports(visit.actor)) return visit.refuse()
  const kept = await keptIn(visit, null)
  const first = {
    status: 'unverified',
    giver: kept.givers.length === 1 ? (kept.givers[0] ?? '') : '',
    ...typed,
  }
  return formPage(visit, kept, { typed: first, errors: {}, preview: null, say: null })
}

async function entered(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  if (!keepsSupports(visit.actor)) return visit.refuse()
  const kept = await keptIn(visit, null)
  const { typed } = await readForm(c.req, AnyFields)
  const read = readSupport(typed, kept.setting)
  const giver = (typed['giver'] ?? '').trim()
  const errors = { ...(giver === '' ? { giver: 'giver-missing' } : {}), ...(read.ok ? {} : read.errors) }
  if (!read.ok || Object.keys(errors).length > 0)
    return formPage(visit, kept, { typed, errors, preview: null, say: null })
  if (typed['do'] === 'preview')
    return formPage(visit, kept, { typed, errors: {}, preview: read.content, say: null })
  const wrong = exampleErrors(read.content, kept.setting)
  if (Object.keys(wrong).length > 0)
    return formPage(visit, kept, { typed, errors: wrong, preview: read.content, say: null })
  const organisation = await giverNamed(visit, giver)
  if (organisation === null)
    return formPage(visit, kept, { typed, errors: { giver: 'giver-not-yours' }, preview: null, say: null })
  const added = await enterSupport(visit, organisation, read)
  if (!added.ok) return visit.refuse()
  return c.redirect(`${addressOf('supportDraft', visit.locale, { support: added.value })}?${savedMark}`, 303)
}

/** The organisation of that name, if the reader keeps its supports; the coordinator may name a new one. */
async function giverNamed(visit: Visit, name: string): Promise<string | null> {
  return inTransaction(visit, async (tx) => {
    const known = (await organisationsOf(tx)).find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (known) return mayKeep(visit.actor, known.id) ? known.id : null
    return mayAddForAnybody(visit.actor) && name.length <= 120
      ? organisationNamed(tx, visit.networkId, name)
      : null
  })
}

async function draftPage(c: Asking, say: 'saved' | 'gone' | null): Promise<Response> {
  const visit = c.get('visit')
  const found = await toKeep(c)
  if (found instanceof Response) return found
  const { draft, names } = await inTransaction(visit, async (tx) => {
    const one = await draftOf(tx, supportIn(c))
    return { draft: one, names: await namesOf(tx, one?.writtenBy ? [one.writtenBy] : []) }
  })
  if (!draft) return c.redirect(addressOf('keepSupports', visit.locale), 303)
  const content = Support.parse(draft.content)
  return visit.page(
    { title: keepingIn(visit.locale).draft.title(inLocale(content.name, visit.locale)), noindex: true },
    <DraftPage
      draft={{ ...draft, content }}
      before={found.support}
      writer={draft.writtenBy === null ? null : (names.get(draft.writtenBy) ?? null)}
      isOwn={draft.writtenBy === visit.actor?.personId}
      {...{ say, setting: found.setting, reader: found.reader }}
    />,
  )
}

async function historyPage(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  const id = supportIn(c)
  const { versions, names, giver } = await inTransaction(visit, async (tx) => {
    const found = await historyOf(tx, id)
    const people = found.flatMap(({ writtenBy, confirmedBy }) =>
      [writtenBy, confirmedBy].filter((one) => one !== null),
    )
    return { versions: found, names: await namesOf(tx, people), giver: await giverOf(tx, id) }
  })
  const [latest] = versions
  if (!latest || giver === undefined) return c.notFound()
  const { locale } = visit
  return visit.page(
    { title: keepingIn(locale).history.title(inLocale(latest.content.name, locale)) },
    <HistoryPage {...{ versions, names, locale }} support={id} mayKeep={mayKeep(visit.actor, giver)} />,
  )
}
