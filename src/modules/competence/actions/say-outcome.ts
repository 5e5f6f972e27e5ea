import { asKeyHolder, inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { saidIn } from '../core/outcome.ts'
import { addOutcome, followerHere, noteFollower } from '../follower-store.ts'

/** A follower says, once, what came of the supports that fitted. No row tells whose it is, and only the month is kept. */
export async function sayOutcome(
  context: Context,
  key: string,
  typed: Readonly<Record<string, string>>,
): Promise<Outcome<null, 'key-unknown' | 'said-already' | 'nothing-said'>> {
  const { networkId, now } = context
  return inTransaction(asKeyHolder(context, key), async (tx) => {
    const follower = await followerHere(tx)
    if (!follower?.confirmedAt) return refuse('key-unknown')
    if (follower.answeredAt !== null) return refuse('said-already')
    const said = saidIn(follower.told, typed)
    if (said.length === 0) return refuse('nothing-said')
    const saidOn = `${dayOf(now).slice(0, 7)}-01`
    for (const one of said) await addOutcome(tx, { networkId, ...one, saidOn })
    await noteFollower(tx, follower.id, { answeredAt: now })
    return done(null)
  })
}
