import { inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { ServiceRating } from '../core/service-factors.ts'
import * as store from '../rating-store.ts'

/** A company says how it found the service in a matter that is closed. `context.key` opens the matter. */
export async function rateService(
  context: Context,
  rating: ServiceRating,
): Promise<Outcome<null, 'matter-unknown' | 'not-closed'>> {
  const { networkId, now } = context
  return inTransaction(context, async (tx) => {
    const matter = await store.matterToRate(tx)
    if (!matter) return refuse('matter-unknown')
    if (matter.state !== 'closed') return refuse('not-closed')
    await store.putRating(
      tx,
      { networkId, matter: matter.id },
      { municipality: matter.municipality, rating, at: now },
    )
    return done(null)
  })
}
