import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { mayLimitAsks } from '../core/policy.ts'
import { limitOf, setLimit } from '../store.ts'

/** Says how often a company may be asked in twelve months, by all municipalities together. */
export async function limitAsks(
  context: Context,
  asksPerYear: number,
): Promise<Outcome<null, 'not-allowed'>> {
  const { actor, networkId, now } = context
  if (!actor || !mayLimitAsks(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const before = await limitOf(tx, networkId)
    await setLimit(tx, networkId, asksPerYear)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'asking.limited',
      on: { kind: 'network', id: networkId },
      before: { asksPerYear: before },
      after: { asksPerYear },
    })
    return done(null)
  })
}
