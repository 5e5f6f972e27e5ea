import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { enqueue } from '#modules/jobs'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { addingWords, freeSlug } from '#platform/values/slug.ts'
import { mayRunRounds } from '../core/policy.ts'
import { whyNotOn, type RoundForm } from '../core/round.ts'
import * as store from '../store.ts'

export type OpenRefusal = 'not-allowed' | 'day-passed' | 'day-too-far'

/** The coordinator opens a round: every officer is written to once. Answers the round's id. */
export async function openRound(context: Context, form: RoundForm): Promise<Outcome<string, OpenRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayRunRounds(actor)) return refuse('not-allowed')
  const why = whyNotOn(form.closesOn, dayOf(now))
  if (why) return refuse(why)

  return inTransaction(context, async (tx) => {
    // Of two rounds with one name the second gets another address, so they may not be made at once.
    await store.holdRound(tx, { networkId, round: '' })
    const taken = new Set((await store.roundsOf(tx)).map(({ id }) => id))
    const round = freeSlug(form.name.sv, taken, 'omgang', addingWords)
    await store.addRound(tx, { networkId, round }, form, { by: actor.personId, at: now })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'follow-up.round-opened',
      on: { kind: 'follow-up-round', id: round },
      after: form,
    })
    await enqueue(tx, 'follow-up.tell-of-round', { networkId, round })
    return done(round)
  })
}
