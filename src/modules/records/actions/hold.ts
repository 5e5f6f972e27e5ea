import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { authoritiesOf } from '../core/policy.ts'
import * as store from '../store.ts'

/** Keeps a matter whatever its period says: somebody has asked for it, or an authority looks into it. */
export async function hold(
  context: Context,
  wanted: { readonly year: number; readonly number: number; readonly reason: string },
): Promise<Outcome<null, 'not-allowed' | 'matter-unknown'>> {
  const { actor, networkId, now: at } = context
  if (!actor || authoritiesOf(actor).length === 0) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const id = await store.holdMatter(tx, networkId, wanted, { by: actor.personId, at })
    if (id === undefined) return refuse('matter-unknown')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at,
      did: 'records.held',
      on: { kind: 'matter', id },
    })
    return done(null)
  })
}

/** Lets a matter go as its period says. */
export async function lift(context: Context, wanted: string): Promise<Outcome<null, 'not-allowed'>> {
  const { actor, networkId, now: at } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const id = await store.liftHold(tx, wanted, at)
    if (id === undefined) return refuse('not-allowed')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at,
      did: 'records.hold-lifted',
      on: { kind: 'matter', id },
    })
    return done(null)
  })
}
