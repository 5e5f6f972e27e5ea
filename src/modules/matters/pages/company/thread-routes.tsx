import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { attachmentHeaders } from '#platform/http/attachment.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import { isId } from '#platform/values/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { isTooOften } from '../../actions/tries.ts'
import * as store from '../../company-store.ts'
import { erasureOf } from '../../erasure-store.ts'
import { fileToHandOut, filesOf } from '../../file-store.ts'
import { deeds, type Done } from './deeds.ts'
import { leadTo } from './draft-routes.tsx'
import { ReceiptPage } from './receipt-page.tsx'
import { holderOf, type CompanySetting, type Holder } from './setting.ts'
import { textsIn } from './texts.ts'
import { ThreadPage, type Deed, type ThreadShown } from './thread-page.tsx'

/** A matter's private address: to follow it, to add to it, to say how it ended. */
export function threadRoutes(setting: CompanySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('threadReceipt'), async (c) => {
    const holder = holderOf(c)
    const found = holder && (await matterBehind(holder))
    if (!found) return c.notFound()
    const { locale, page } = holder.visit
    const address = `${setting.origin}${addressOf('thread', locale, { key: holder.key })}`
    return page(
      { title: textsIn(locale).thread.receipt.title, noindex: true },
      <ReceiptPage {...{ locale, address }} matter={found.matter} isMailed={found.contact.email !== ''} />,
    )
  })

  routes.on('GET', bothAddresses('threadFile'), async (c) => {
    const holder = holderOf(c)
    const id = c.req.param('file') ?? ''
    if (!holder || !isId(id)) return c.notFound()
    const file = await inTransaction({ ...holder.context, actor: null }, async (tx) => {
      const matter = await store.keyMatter(tx)
      return matter && fileToHandOut(tx, matter.id, id)
    })
    if (!file) return c.notFound()
    return c.body(new Uint8Array(file.bytes), 200, {
      ...attachmentHeaders(file.name, file.mediaType),
      'Cache-Control': 'private, no-store',
    })
  })

  routes.on('GET', bothAddresses('thread'), async (c) => {
    const holder = holderOf(c)
    if (!holder) return c.notFound()
    const did = deedNamed(c.req.query(savedMark))
    return threadPage(c, holder, { did, typed: {}, errors: {}, refusedFile: null }, 200)
  })

  routes.on('POST', bothAddresses('thread'), async (c) => {
    const holder = holderOf(c)
    const { typed } = await readForm(c.req, z.unknown())
    const deed = deedNamed(typed['do'])
    if (!holder || !deed || !(await isMatter(holder))) return c.notFound()
    if (await isTooOften(holder.visit, 'deed', holder.key, setting.secret))
      return threadPage(c, holder, refused(typed, { form: 'too-many-tries' }), 429)
    const done: Done = await deeds[deed](c, holder, setting)
    if (done.kind === 'no-matter') return c.notFound()
    if (done.kind === 'refused')
      return threadPage(c, holder, { ...refused(typed, done.errors), refusedFile: done.refusedFile }, 422)
    const address = addressOf('thread', holder.visit.locale, { key: holder.key })
    return leadTo(c, `${address}?${savedMark}=${deed}`)
  })

  return routes
}

function deedNamed(name: string | undefined): Deed | null {
  return name !== undefined && Object.hasOwn(deeds, name) ? (name as Deed) : null
}

type Answer = Pick<ThreadShown, 'did' | 'typed' | 'errors' | 'refusedFile'>

function refused(typed: Typed, errors: FieldErrors): Answer {
  return { did: null, typed, errors, refusedFile: null }
}

async function threadPage(
  c: Request<VisitEnv, string>,
  holder: Holder,
  answer: Answer,
  status: 200 | 422 | 429,
): Promise<Response> {
  const found = await matterBehind(holder)
  if (!found) return c.notFound()
  const { locale, page, now } = holder.visit
  return page(
    { title: found.matter.subject, noindex: true },
    <ThreadPage {...found} {...answer} {...{ locale }} threadKey={holder.key} today={dayOf(now)} />,
    status,
  )
}

/** Whether a private address is any: what is counted is counted for those alone. */
async function isMatter({ context }: Holder): Promise<boolean> {
  return (await inTransaction({ ...context, actor: null }, store.keyMatter)) !== undefined
}

/** All that a company reads of its matter; null where the address is none. */
async function matterBehind({ context }: Holder) {
  return inTransaction({ ...context, actor: null }, async (tx) => {
    const matter = await store.keyMatter(tx)
    const contact = matter && (await store.contactOf(tx, matter.id))
    if (!matter || !contact) return null
    return {
      matter,
      contact,
      lead: await store.leadOf(tx, matter.id),
      entries: await store.sentEntriesOf(tx, matter.id),
      files: await filesOf(tx, matter.id),
      looks: await store.accessOf(tx, matter.id),
      erasure: await erasureOf(tx, matter.id),
      people: await store.peopleInKeyMatter(tx),
      municipalities: await municipalitiesOf(tx),
    }
  })
}
