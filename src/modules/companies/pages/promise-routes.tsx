import { Hono } from 'hono'
import { inTransaction, namesOf, type VisitEnv } from '#modules/accounts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { settlePromise } from '../actions/settle-promise.ts'
import { visitsFor } from '../core/policy.ts'
import { SettleForm, type GivenPromise } from '../core/promise.ts'
import { keptOf, promisesIn, promiseWith } from '../promise-store.ts'
import { readerIn, type Asking } from './asking.ts'
import { PromisesPage, SettlePage } from './promise-page.tsx'
import { textsIn } from './texts.ts'
import type { Reader } from './words.ts'

/** The promises of a municipality, and how each went; for its officers. */
export function promiseRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('promises'), async (c) => {
    const visit = c.get('visit')
    const { actor } = visit
    const own = visitsFor(actor)
    if (!actor || own.length === 0) return visit.refuse()
    const shown = await inTransaction(visit, async (tx) => {
      const open = await promisesIn(tx, { municipalities: own, settled: false })
      const settled = await promisesIn(tx, { municipalities: own, settled: true })
      const owners = [...open, ...settled].flatMap(({ owner }) => owner ?? [])
      return {
        open,
        settled,
        counts: await keptOf(tx, own),
        names: await namesOf(tx, owners),
        reader: (await readerIn(tx, visit)).reader,
      }
    })
    return visit.page(
      { title: textsIn(visit.locale).promises.title, noindex: true },
      <PromisesPage {...shown} person={actor.personId} isSaved={c.req.query(savedMark) !== undefined} />,
    )
  })

  routes.on('GET', bothAddresses('promise'), async (c) => {
    const found = await promiseIn(c)
    if (!found) return c.notFound()
    if (!mayTell(c, found.promise)) return c.get('visit').refuse()
    const { outcome, because } = found.promise
    return settlePage(c, found, { typed: { outcome: outcome ?? '', because }, errors: {} }, 200)
  })

  routes.on('POST', bothAddresses('promise'), async (c) => {
    const visit = c.get('visit')
    const found = await promiseIn(c)
    if (!found) return c.notFound()
    if (!mayTell(c, found.promise)) return visit.refuse()
    const form = await readForm(c.req, SettleForm)
    if (!form.ok) return settlePage(c, found, form, 422)
    const outcome = await settlePromise(visit, found.promise.id, form.data)
    if (outcome.ok) return c.redirect(`${addressOf('promises', visit.locale)}?${savedMark}`, 303)
    return outcome.refusal === 'not-allowed' ? visit.refuse() : c.notFound()
  })

  return routes
}

interface FoundPromise {
  readonly promise: GivenPromise
  readonly reader: Reader
}

async function promiseIn(c: Asking): Promise<FoundPromise | null> {
  const visit = c.get('visit')
  const id = idIn(c, 'promise')
  if (id === null) return null
  return inTransaction(visit, async (tx) => {
    const promise = await promiseWith(tx, id)
    return promise ? { promise, reader: (await readerIn(tx, visit)).reader } : null
  })
}

function mayTell(c: Asking, { municipality }: GivenPromise): boolean {
  return visitsFor(c.get('visit').actor).includes(municipality)
}

function settlePage(
  c: Asking,
  found: FoundPromise,
  filled: { readonly typed: Typed; readonly errors: FieldErrors },
  status: 200 | 422,
): Response {
  const visit = c.get('visit')
  return visit.page(
    { title: textsIn(visit.locale).promises.form.title, noindex: true },
    <SettlePage {...found} {...filled} />,
    status,
  )
}
