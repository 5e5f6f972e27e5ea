import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { noteVoiceOf } from '../core/speaking.ts'
import * as store from '../thread-store.ts'

/** Marks a matter with the paragraph that may make it secret, or takes the mark away. It reminds and decides nothing. */
export async function markSecret(
  context: Context,
  id: string,
  secrecy: string | null,
): Promise<Outcome<null, 'not-allowed' | 'matter-unknown'>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const matter = await store.heldMatter(tx, id)
    if (!matter) return refuse('matter-unknown')
    if (!noteVoiceOf(actor, matter)) return refuse('not-allowed')
    const mark =
      secrecy === null
        ? { secrecy, secrecyAt: null, secrecyBy: null }
        : { secrecy, secrecyAt: now, secrecyBy: actor.personId }
    await store.markText(tx, { networkId, matter: id }, mark)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'matters.secrecy-marked',
      on: { kind: 'matter', id },
      // The mark may be in somebody's own words, and no word of a matter stands in the log.
      before: { isMarked: matter.secrecy !== null },
      after: { isMarked: secrecy !== null },
    })
    return done(null)
  })
}
