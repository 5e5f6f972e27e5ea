import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { attachmentHeaders } from '#platform/http/attachment.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isId } from '#platform/values/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { confirmDisposal } from '../actions/confirm-disposal.ts'
import { hold, lift } from '../actions/hold.ts'
import { sayRetention } from '../actions/say-retention.ts'
import { wordOf } from '../core/authority.ts'
import { ConfirmForm, HoldForm, RetentionForm } from '../core/forms.ts'
import { keepsRecords, saysRetention } from '../core/policy.ts'
import { kindOf, type KindId } from '../kinds.ts'
import { disposalList, disposalsOf, disposalWith, holds, retentionsOf, type Disposal } from '../store.ts'
import type { Reader } from './frame.tsx'
import { KindPage } from './kind-page.tsx'
import { ProtocolPage, protocolText } from './protocol.tsx'
import { readerFor } from './reading.ts'
import { RetentionPage } from './retention-page.tsx'
import { textsIn } from './texts.ts'

type Asking = Request<VisitEnv, string>
interface Filled {
  readonly typed: Typed
  readonly errors: FieldErrors
}
const nothing: Filled = { typed: {}, errors: {} }

/** How long records are kept, what would go, what is confirmed to go, and the protocols of what has gone. */
export function retentionRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('retention'), async (c) =>
    retentionPage(c.get('visit'), c.req.query('whose'), nothing, c.req.query(savedMark) !== undefined),
  )
  routes.on('POST', bothAddresses('retention'), heldOrLifted)
  routes.on('GET', bothAddresses('retentionKind'), async (c) => kindPage(c, c.req.query('whose'), nothing))
  routes.on('POST', bothAddresses('retentionKind'), saidOrConfirmed)
  routes.on('GET', bothAddresses('disposal'), async (c) => {
    const found = await disposalFor(c)
    if (!found) return c.notFound()
    const { locale, page } = c.get('visit')
    return page({ title: textsIn(locale).protocol.title, noindex: true }, <ProtocolPage {...found} />)
  })
  routes.on('GET', bothAddresses('disposalText'), async (c) => {
    const found = await disposalFor(c)
    if (!found) return c.notFound()
    const { disposal, reader } = found
    return c.body(
      protocolText(disposal, reader),
      200,
      attachmentHeaders(`gallring-${disposal.id.slice(0, 8)}.txt`, 'text/plain; charset=utf-8'),
    )
  })
  return routes
}

/** The coordinator may see the rules of all, since they write them down. */
async function readerOf(visit: Visit, whose: string | undefined): Promise<Reader | null> {
  const others = saysRetention(visit.actor)
    ? (await inTransaction(visit, municipalitiesOf)).map(({ code }) => code)
    : []
  return readerFor(visit, whose, others)
}

async function retentionPage(
  visit: Visit,
  whose: string | undefined,
  filled: Filled,
  isSaved = false,
): Promise<Response> {
  const reader = await readerOf(visit, whose)
  if (!reader) return visit.refuse()
  const shown = await inTransaction(visit, async (tx) => ({
    retentions: await retentionsOf(tx, reader.authority, visit.now),
    holds: await holds(tx),
    disposals: await disposalsOf(tx, reader.authority),
  }))
  return visit.page(
    { title: textsIn(visit.locale).retention.title, noindex: true },
    <RetentionPage {...shown} {...filled} reader={reader} isSaved={isSaved} />,
    Object.keys(filled.errors).length === 0 ? 200 : 422,
  )
}

const Lift = z.object({ lift: z.uuid() })

async function heldOrLifted(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  const saved = `${addressOf('retention', visit.locale)}?${savedMark}`
  const lifting = await readForm(c.req, Lift)
  if (lifting.ok) {
    const lifted = await lift(visit, lifting.data.lift)
    return lifted.ok ? c.redirect(saved, 303) : visit.refuse()
  }
  const form = await readForm(c.req, HoldForm)
  if (!form.ok) return retentionPage(visit, undefined, form)
  const held = await hold(visit, { ...form.data.matter, reason: form.data.reason })
  if (held.ok) return c.redirect(saved, 303)
  if (held.refusal === 'not-allowed') return visit.refuse()
  return retentionPage(visit, undefined, { typed: form.typed, errors: { matter: held.refusal } })
}

async function kindPage(c: Asking, whose: string | undefined, filled: Filled): Promise<Response> {
  const visit = c.get('visit')
  const reader = await readerOf(visit, whose)
  if (!reader) return visit.refuse()
  const kind = kindOf(c.req.param('kind') ?? '', reader.authority)
  if (kind === undefined) return c.notFound()
  const keeps = keepsRecords(visit.actor, reader.authority)
  const shown = await inTransaction(visit, async (tx) => {
    const rule = (await retentionsOf(tx, reader.authority, visit.now)).get(kind)
    const until = keeps ? rule?.until : null
    return { rule, list: until ? await disposalList(tx, kind, reader.authority, until) : null }
  })
  return visit.page(
    { title: textsIn(visit.locale).kinds[kind].name, noindex: true },
    <KindPage {...shown} {...filled} {...{ reader, kind, keeps }} maySay={saysRetention(visit.actor)} />,
    Object.keys(filled.errors).length === 0 ? 200 : 422,
  )
}

async function saidOrConfirmed(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  const { typed } = await readForm(c.req, z.unknown())
  const reader = await readerOf(visit, typed['whose'])
  if (!reader) return visit.refuse()
  const kind = kindOf(c.req.param('kind') ?? '', reader.authority)
  if (kind === undefined) return c.notFound()
  return typed['do'] === 'confirm' ? confirmed(c, reader, kind) : said(c, reader, kind)
}

async function said(c: Asking, { authority, municipalities }: Reader, kind: KindId): Promise<Response> {
  const visit = c.get('visit')
  const whose = wordOf(authority, municipalities)
  const form = await readForm(c.req, RetentionForm)
  if (!form.ok) return kindPage(c, whose, form)
  const outcome = await sayRetention(visit, { kind, municipality: authority }, form.data)
  if (!outcome.ok) return visit.refuse()
  return c.redirect(`${addressOf('retention', visit.locale)}?whose=${whose}&${savedMark}`, 303)
}

async function confirmed(c: Asking, { authority, municipalities }: Reader, kind: KindId): Promise<Response> {
  const visit = c.get('visit')
  const whose = wordOf(authority, municipalities)
  const form = await readForm(c.req, ConfirmForm)
  if (!form.ok) return kindPage(c, whose, { typed: {}, errors: form.errors })
  const outcome = await confirmDisposal(visit, { kind, municipality: authority }, form.data)
  if (outcome.ok) return c.redirect(addressOf('disposal', visit.locale, { disposal: outcome.value }), 303)
  if (outcome.refusal === 'not-allowed') return visit.refuse()
  return kindPage(c, whose, { typed: {}, errors: { sure: outcome.refusal } })
}

/** A disposal, for whoever speaks for those records, and the coordinator. */
async function disposalFor(
  c: Asking,
): Promise<{ readonly disposal: Disposal; readonly reader: Reader } | null> {
  const visit = c.get('visit')
  const id = c.req.param('disposal') ?? ''
  const reader = await readerOf(visit, undefined)
  const disposal = isId(id) ? await inTransaction(visit, async (tx) => disposalWith(tx, id)) : undefined
  return reader && disposal ? { disposal, reader } : null
}
