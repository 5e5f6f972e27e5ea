import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import { mayRunRounds } from '../core/policy.ts'
import { whyNotOn } from '../core/round.ts'
import * as store from '../store.ts'
import { holdOpenRound } from './hold-open-round.ts'

export type MoveRefusal = 'not-allowed' | 'round-unknown' | 'round-frozen' | 'day-passed' | 'day-too-far'

/** The coordinator gives the municipalities another last day. */
export async function moveDeadline(
  context: Context,
  id: string,
  closesOn: IsoDay,
): Promise<Outcome<null, MoveRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayRunRounds(actor)) return refuse('not-allowed')
  const why = whyNotOn(closesOn, dayOf(now))
  if (why) return refuse(why)
  const place = { networkId, round: id }

  return inTransaction(context, async (tx) => {
    const round = await holdOpenRound(tx, place)
    if (!round.ok) return round
    await store.moveDeadline(tx, place, closesOn)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'follow-up.deadline-moved',
      on: { kind: 'follow-up-round', id },
      before: { closesOn: round.value.closesOn },
      after: { closesOn },
    })
    return done(null)
  })
}
