import { randomUUID } from 'node:crypto'
import { inTransaction, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import * as mail from '#modules/mail'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { oneEach } from '../core/one-each.ts'
import { mayPool } from '../core/policy.ts'
import { agreed, stepOf, type Pool, type PoolOffer, type PoolStep } from '../core/pool.ts'
import { digestOf, keyOf } from '../key.ts'
import type { DecideForm, EndForm, InviteForm, StartForm } from '../pool-forms.ts'
import * as store from '../pool-store.ts'
import { standingNeeds } from '../store.ts'
import type { Letter } from './say-need.ts'

/** The letters of a pool; their words are the pages'. None to a company says how many are asked. */
export interface PoolLetters {
  readonly asked: (pool: Pick<Pool, 'title' | 'words'>, key: string) => Letter
  readonly opened: (pool: Pool, key: string) => Letter
  readonly invited: (pool: Pool, key: string) => Letter
  readonly decided: (pool: Pool, key: string) => Letter
  readonly chosen: (pool: Pool, key: string) => Letter
  readonly cameToNothing: (pool: Pool) => Letter
}

export interface PoolSetting {
  readonly secret: string
  readonly letters: PoolLetters
}

/** Asks companies whether they want a course together. None of them learns of another by it. Answers the pool's id. */
export async function startPool(
  context: Context,
  form: StartForm,
  { secret, letters }: PoolSetting,
): Promise<Outcome<string, 'not-allowed' | 'companies-gone' | 'day-passed'>> {
  const { actor, networkId, now } = context
  if (!actor || !mayPool(actor)) return refuse('not-allowed')
  const today = dayOf(now)
  if (form.days.some((day) => day < today)) return refuse('day-passed')

  return inTransaction(context, async (tx) => {
    const wanted = new Set(form.units)
    const statements = await standingNeeds(tx, today)
    const needs = oneEach(statements).filter(({ unit }) => wanted.has(unit))
    const byCompany = new Map(needs.map((need) => [need.first.company, need]))
    const [need] = needs
    if (!need || byCompany.size < 2) return refuse('companies-gone')
    // What is near and not the same is told as each has called it.
    const words = [...new Set(needs.map(({ first }) => first.words))].join(', ')
    const { field } = need.first
    const pool = { title: form.title, words, field }
    const id = await store.addPool(tx, networkId, pool, form.days, { at: now, by: actor.personId })
    for (const [company, { first, people, places }] of byCompany) {
      const place = randomUUID()
      const key = keyOf(secret, { networkId, kind: 'pool-place', id: place })
      // What was written down for a company may lack the address that it has given itself.
      const email =
        first.email || (statements.find((one) => one.company === company && one.email !== '')?.email ?? '')
      await store.addPlace(
        tx,
        networkId,
        {
          id: place,
          pool: id,
          company,
          companyName: first.companyName,
          email,
          municipality: places[0] ?? '',
          seats: people,
        },
        digestOf(key),
        now,
      )
      if (email !== '')
        await mail.send(tx, { networkId, to: email, ...letters.asked(pool, key), holdsSecret: true }, now)
    }
    await note(tx, { ...context, actor }, id, 'needs.pool-started')
    return done(id)
  })
}

/** Lets those who have said yes see each other. Two at the least: one alone would learn that nobody else wants it. */
export async function openPool(
  context: Context,
  id: string,
  setting: PoolSetting,
): Promise<Outcome<null, LeadRefusal | 'too-few'>> {
  return lead(context, id, ['asking'], 'needs.pool-opened', async (tx, pool) => {
    const { places, seats } = agreed(await store.placesOf(tx, id))
    if (places.length < 2) return refuse('too-few')
    await store.changePool(tx, id, { openedAt: context.now, seats })
    await tellCompanies(tx, context, pool, setting, setting.letters.opened)
    return done(null)
  })
}

/** Invites a provider to offer the course; it learns how many seats, never which companies. */
export async function inviteProvider(
  context: Context,
  id: string,
  { provider, email }: InviteForm,
  { secret, letters }: PoolSetting,
): Promise<Outcome<null, LeadRefusal>> {
  const { networkId, now } = context
  return lead(context, id, ['open'], 'needs.pool-provider-invited', async (tx, pool) => {
    const offer = randomUUID()
    const key = keyOf(secret, { networkId, kind: 'pool-offer', id: offer })
    const { seats } = agreed(await store.placesOf(tx, id))
    await store.changePool(tx, id, { seats })
    await store.addOffer(tx, networkId, { id: offer, pool: id, provider, email }, digestOf(key), now)
    await mail.send(
      tx,
      { networkId, to: email, ...letters.invited({ ...pool, seats }, key), holdsSecret: true },
      now,
    )
    return done(null)
  })
}

/** Decides on an offer and a day; the companies and the provider are told. */
export async function decidePool(
  context: Context,
  id: string,
  { offer: offerId, heldOn }: DecideForm,
  setting: PoolSetting,
): Promise<Outcome<null, LeadRefusal | 'offer-unknown'>> {
  const { networkId, now } = context
  return lead(context, id, ['open'], 'needs.pool-decided', async (tx, pool) => {
    const offer = (await store.offersOf(tx, id)).find((one) => one.id === offerId && one.answeredAt !== null)
    if (!offer) return refuse('offer-unknown')
    const decided: Pool = { ...pool, chosenOffer: offer.id, heldOn }
    await store.changePool(tx, id, { chosenOffer: offer.id, heldOn })
    await tellCompanies(tx, context, decided, setting, setting.letters.decided)
    await tellProvider(
      tx,
      context,
      offer,
      setting.letters.chosen(decided, offerKey(setting, networkId, offer)),
      now,
    )
    return done(null)
  })
}

/** Ends a pool, with what came of it. What never was opened ends in silence, but for those who had said yes. */
export async function endPool(
  context: Context,
  id: string,
  { outcome, seatsFilled }: EndForm,
  setting: PoolSetting,
): Promise<Outcome<null, LeadRefusal>> {
  return lead(context, id, ['asking', 'open', 'decided'], 'needs.pool-ended', async (tx, pool) => {
    await store.changePool(tx, id, { outcome, seatsFilled, endedAt: context.now })
    if (stepOf(pool) !== 'decided')
      await tellCompanies(tx, context, pool, setting, (one) => setting.letters.cameToNothing(one))
    return done(null)
  })
}

type LeadRefusal = 'not-allowed' | 'pool-unknown' | 'not-now'

/** One step of a pool by the coordinator, locked so that two presses of a button are one. */
async function lead<Refused>(
  context: Context,
  id: string,
  when: readonly PoolStep[],
  did: string,
  work: (tx: Tx, pool: Pool) => Promise<Outcome<null, Refused>>,
): Promise<Outcome<null, Refused | LeadRefusal>> {
  const { actor } = context
  if (!actor || !mayPool(actor)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const pool = await store.poolWith(tx, id, true)
    if (!pool) return refuse('pool-unknown')
    if (!when.includes(stepOf(pool))) return refuse('not-now')
    const outcome = await work(tx, pool)
    if (outcome.ok) await note(tx, { ...context, actor }, id, did)
    return outcome
  })
}

async function note(
  tx: Tx,
  { networkId, actor, now }: Context & { readonly actor: Actor },
  id: string,
  did: string,
): Promise<void> {
  await audit.record(tx, { networkId, by: actor.personId, at: now, did, on: { kind: 'skill-pool', id } })
}

/** Writes to every company that has said yes. */
async function tellCompanies(
  tx: Tx,
  { networkId, now }: Context,
  pool: Pool,
  { secret }: PoolSetting,
  write: (pool: Pool, key: string) => Letter,
): Promise<void> {
  for (const { id, email } of agreed(await store.placesOf(tx, pool.id)).places) {
    if (email === '') continue
    const key = keyOf(secret, { networkId, kind: 'pool-place', id })
    await mail.send(tx, { networkId, to: email, ...write(pool, key), holdsSecret: true }, now)
  }
}

async function tellProvider(
  tx: Tx,
  { networkId }: Context,
  { email }: PoolOffer,
  letter: Letter,
  now: Date,
): Promise<void> {
  await mail.send(tx, { networkId, to: email, ...letter, holdsSecret: true }, now)
}

function offerKey({ secret }: PoolSetting, networkId: string, { id }: PoolOffer): string {
  return keyOf(secret, { networkId, kind: 'pool-offer', id })
}
