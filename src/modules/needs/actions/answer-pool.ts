import { asKeyHolder, inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { stepOf } from '../core/pool.ts'
import type { OfferForm, PlaceForm } from '../pool-forms.ts'
import * as store from '../pool-store.ts'

type Refusal = 'key-unknown' | 'not-now'

/** A company's yes or no to a course together, which it may change until it is decided. */
export async function answerForCompany(
  context: Context,
  key: string,
  { days, ...form }: PlaceForm,
): Promise<Outcome<null, Refusal>> {
  const { networkId, now } = context
  return inTransaction(asKeyHolder(context, key), async (tx) => {
    const place = await store.placeHere(tx)
    const pool = place && (await store.poolWith(tx, place.pool))
    if (!place || !pool) return refuse('key-unknown')
    if (!['asking', 'open'].includes(stepOf(pool))) return refuse('not-now')
    const offered = await store.daysOf(tx, pool.id)
    await store.answerPlace(tx, place.id, { ...form, days: offered.filter((day) => days.includes(day)) }, now)
    // Who answered what is theirs: the log is told that somebody did.
    await audit.record(tx, {
      networkId,
      by: null,
      at: now,
      did: 'needs.pool-answered',
      on: { kind: 'skill-pool', id: pool.id },
    })
    return done(null)
  })
}

/** A provider's offer, which it may change until one is chosen. */
export async function offerCourse(
  context: Context,
  key: string,
  form: OfferForm,
): Promise<Outcome<null, Refusal | 'day-passed'>> {
  const { networkId, now } = context
  if (form.onDay !== null && form.onDay < dayOf(now)) return refuse('day-passed')
  return inTransaction(asKeyHolder(context, key), async (tx) => {
    const offer = await store.offerHere(tx)
    const pool = offer && (await store.poolWith(tx, offer.pool))
    if (!offer || !pool) return refuse('key-unknown')
    if (stepOf(pool) !== 'open') return refuse('not-now')
    await store.answerOffer(tx, offer.id, form, now)
    await audit.record(tx, {
      networkId,
      by: null,
      at: now,
      did: 'needs.pool-offered',
      on: { kind: 'skill-pool', id: pool.id },
    })
    return done(null)
  })
}
