import { Hono } from 'hono'
import { z } from 'zod'
import { asKeyHolder, inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { reachMinutes, travelBetween } from '#modules/courses'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import type { Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { answerForCompany, offerCourse } from '../actions/answer-pool.ts'
import {
  decidePool,
  endPool,
  inviteProvider,
  openPool,
  startPool,
  type PoolSetting,
} from '../actions/pool.ts'
import { isConfirmed } from '../core/need.ts'
import { oneEach } from '../core/one-each.ts'
import { mayPool } from '../core/policy.ts'
import { proposals } from '../core/pooling.ts'
import { keyOf } from '../key.ts'
import { DecideForm, EndForm, InviteForm, OfferForm, PlaceForm, StartForm } from '../pool-forms.ts'
import * as store from '../pool-store.ts'
import { standingNeeds } from '../store.ts'
import { OfferPage, PlacePage } from './place-page.tsx'
import { poolLetters } from './pool-letters.ts'
import { PoolPage } from './pool-page.tsx'
import { poolTextsIn } from './pool-texts.ts'
import { PoolsPage, StartPage } from './pools-page.tsx'
import type { Asking, NeedSetting } from './setting.ts'

const leastSeats = 4
const mostDaysApart = 183

interface Refused {
  readonly typed: Typed
  readonly errors: FieldErrors
}
const nothingTyped: Refused = { typed: {}, errors: {} }

/** Courses for several companies: proposed, asked for, offered, decided, and what came of them. */
export function poolRoutes(setting: NeedSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  const pooling = { secret: setting.secret, letters: poolLetters(setting.origin) }

  routes.on('GET', bothAddresses('pools'), async (c) => {
    const { skill, place } = c.req.query()
    return poolsPage(c, setting, skill === undefined ? null : { skill, place: place ?? '' })
  })
  routes.on('POST', bothAddresses('pools'), async (c) => started(c, setting, pooling))

  routes.on('GET', bothAddresses('pool'), async (c) => {
    const said = c.req.query(savedMark)
    return poolPage(c, setting, said === 'asked' || said === 'saved' ? said : null, nothingTyped)
  })
  routes.on('POST', bothAddresses('pool'), async (c) => stepTaken(c, setting, pooling))

  routes.on('GET', bothAddresses('poolPlace'), async (c) => placePage(c, nothingTyped))
  routes.on('POST', bothAddresses('poolPlace'), async (c) => {
    const visit = c.get('visit')
    const key = keyIn(c)
    const form = await readForm(c.req, PlaceForm)
    if (!form.ok) return placePage(c, form, 422)
    await answerForCompany(visit, key, form.data)
    return c.redirect(addressOf('poolPlace', visit.locale, { key }), 303)
  })

  routes.on('GET', bothAddresses('poolOffer'), async (c) => offerPage(c, nothingTyped))
  routes.on('POST', bothAddresses('poolOffer'), async (c) => {
    const visit = c.get('visit')
    const key = keyIn(c)
    const form = await readForm(c.req, OfferForm)
    if (!form.ok) return offerPage(c, form, 422)
    const outcome = await offerCourse(visit, key, form.data)
    if (!outcome.ok && outcome.refusal === 'day-passed')
      return offerPage(c, { typed: form.typed, errors: { onDay: 'day-passed' } }, 422)
    return c.redirect(addressOf('poolOffer', visit.locale, { key }), 303)
  })
  return routes
}

function keyIn(c: Asking): string {
  return c.req.param('key') ?? ''
}

/** What may become a course, as the needs stand that day. */
async function proposalsIn(tx: Tx, today: string, groups: ReadonlyMap<string, string>) {
  const minutes = await travelBetween(tx)
  return proposals(oneEach((await standingNeeds(tx, today)).filter(isConfirmed)), {
    leastSeats,
    mostDaysApart,
    groupOf: (skill) => groups.get(skill),
    isInReach: (from, to) => {
      const far = minutes(from, to)
      return far !== null && far <= reachMinutes
    },
  })
}

async function poolsPage(
  c: Asking,
  { concepts }: NeedSetting,
  chosen: { readonly skill: string; readonly place: string } | null,
  sent: Refused | null = null,
): Promise<Response> {
  const visit = c.get('visit')
  const { locale, actor, now, page, refuse } = visit
  if (!mayPool(actor)) return refuse()
  const groups = await concepts.groups()
  const known = await inTransaction(visit, async (tx) => ({
    proposals: await proposalsIn(tx, dayOf(now), groups),
    pools: await store.poolsOf(tx),
    municipalities: await municipalitiesOf(tx),
  }))
  const reader = { locale, municipalities: known.municipalities, fields: await concepts.fields() }
  const head = { title: poolTextsIn(locale).list.title, noindex: true }
  const proposal =
    chosen && known.proposals.find(({ skill, place }) => skill === chosen.skill && place === chosen.place)
  if (!proposal) return page(head, <PoolsPage {...known} reach={reachMinutes} reader={reader} />)
  const filled = { ...(sent ?? nothingTyped), isSent: sent !== null }
  return page(
    head,
    <StartPage proposal={proposal} reach={reachMinutes} {...filled} reader={reader} />,
    sent ? 422 : 200,
  )
}

async function started(c: Asking, setting: NeedSetting, pooling: PoolSetting): Promise<Response> {
  const visit = c.get('visit')
  if (!mayPool(visit.actor)) return visit.refuse()
  const form = await readForm(c.req, StartForm)
  const { typed } = form
  const chosen = { skill: typed['skill'] ?? '', place: typed['place'] ?? '' }
  if (!form.ok) return poolsPage(c, setting, chosen, form)
  const outcome = await startPool(visit, form.data, pooling)
  if (!outcome.ok) {
    const field = outcome.refusal === 'day-passed' ? 'day-1' : 'companies'
    return poolsPage(c, setting, chosen, { typed, errors: { [field]: outcome.refusal } })
  }
  return c.redirect(`${addressOf('pool', visit.locale, { pool: outcome.value })}?${savedMark}=asked`, 303)
}

async function poolPage(
  c: Asking,
  { concepts, secret, origin }: NeedSetting,
  say: 'asked' | 'saved' | null,
  refused: Refused,
): Promise<Response> {
  const visit = c.get('visit')
  const { locale, actor, networkId } = visit
  if (!mayPool(actor)) return visit.refuse()
  const id = idIn(c, 'pool')
  const found = await inTransaction(visit, async (tx) => {
    const pool = id === null ? undefined : await store.poolWith(tx, id)
    if (!pool) return null
    return {
      pool,
      places: await store.placesOf(tx, pool.id),
      offers: await store.offersOf(tx, pool.id),
      days: await store.daysOf(tx, pool.id),
      municipalities: await municipalitiesOf(tx),
    }
  })
  if (!found) return c.notFound()
  const { municipalities, ...shown } = found
  return visit.page(
    { title: found.pool.title, noindex: true },
    <PoolPage
      {...shown}
      {...refused}
      say={say}
      addressFor={({ id: place, email }) =>
        email === ''
          ? `${origin}${addressOf('poolPlace', locale, { key: keyOf(secret, { networkId, kind: 'pool-place', id: place }) })}`
          : null
      }
      reader={{ locale, municipalities, fields: await concepts.fields() }}
    />,
    Object.keys(refused.errors).length > 0 ? 422 : 200,
  )
}

/** One press of the coordinator's on a pool's page. */
async function stepTaken(c: Asking, setting: NeedSetting, pooling: PoolSetting): Promise<Response> {
  const visit = c.get('visit')
  const id = idIn(c, 'pool')
  if (!mayPool(visit.actor)) return visit.refuse()
  if (id === null) return c.notFound()
  const { typed } = await readForm(c.req, z.unknown())
  const taken = await takeStep(visit, id, c, pooling)
  if ('errors' in taken) return poolPage(c, setting, null, { typed, errors: taken.errors })
  if (!taken.ok) {
    if (taken.refusal === 'pool-unknown') return c.notFound()
    const field = { 'too-few': 'open', 'offer-unknown': 'offer' }[taken.refusal] ?? 'form'
    return poolPage(c, setting, null, { typed, errors: { [field]: taken.refusal } })
  }
  return c.redirect(`${addressOf('pool', visit.locale, { pool: id })}?${savedMark}=saved`, 303)
}

async function takeStep(
  visit: Visit,
  id: string,
  c: Asking,
  pooling: PoolSetting,
): Promise<Outcome<null, string> | { readonly errors: FieldErrors }> {
  const { typed } = await readForm(c.req, z.unknown())
  switch (typed['do']) {
    case 'open':
      return openPool(visit, id, pooling)
    case 'invite':
      return withForm(await readForm(c.req, InviteForm), async (form) =>
        inviteProvider(visit, id, form, pooling),
      )
    case 'decide':
      return withForm(await readForm(c.req, DecideForm), async (form) => decidePool(visit, id, form, pooling))
    case undefined:
    default:
      return withForm(await readForm(c.req, EndForm), async (form) => endPool(visit, id, form, pooling))
  }
}

async function withForm<Data, Answer>(
  form: { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly errors: FieldErrors },
  act: (data: Data) => Promise<Answer>,
): Promise<Answer | { readonly errors: FieldErrors }> {
  return form.ok ? act(form.data) : { errors: form.errors }
}

async function placePage(c: Asking, refused: Refused, status: 200 | 422 = 200): Promise<Response> {
  const visit = c.get('visit')
  const letterKey = keyIn(c)
  const found = await inTransaction(asKeyHolder(visit, letterKey), async (tx) => {
    const place = await store.placeHere(tx)
    const pool = place && (await store.poolWith(tx, place.pool))
    if (!place || !pool) return null
    const isIn = place.answer === 'yes' && pool.openedAt !== null
    return {
      place,
      pool,
      days: await store.daysOf(tx, pool.id),
      others: isIn ? (await store.placesOf(tx, pool.id)).filter(({ id }) => id !== place.id) : [],
      chosen: (await store.offersOf(tx, pool.id)).find(({ id }) => id === pool.chosenOffer),
    }
  })
  if (!found) return c.notFound()
  const { locale } = visit
  return visit.page(
    { title: poolTextsIn(locale).place.title(found.pool.title), noindex: true },
    <PlacePage {...found} {...refused} letterKey={letterKey} locale={locale} />,
    status,
  )
}

async function offerPage(c: Asking, refused: Refused, status: 200 | 422 = 200): Promise<Response> {
  const visit = c.get('visit')
  const letterKey = keyIn(c)
  const found = await inTransaction(asKeyHolder(visit, letterKey), async (tx) => {
    const offer = await store.offerHere(tx)
    const pool = offer && (await store.poolWith(tx, offer.pool))
    return offer && pool ? { offer, pool, days: await store.daysOf(tx, pool.id) } : null
  })
  if (!found) return c.notFound()
  const { locale } = visit
  return visit.page(
    { title: poolTextsIn(locale).offer.title(found.pool.title), noindex: true },
    <OfferPage {...found} {...refused} letterKey={letterKey} locale={locale} />,
    status,
  )
}
