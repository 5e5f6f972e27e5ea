import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { eventWith } from '#modules/roundtable'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf, momentAt } from '#platform/values/dates.ts'
import { lockDay } from '../attendance-store.ts'
import type { CallForm } from '../core/call-form.ts'
import { leadsDay } from '../core/policy.ts'
import { addCall, callsOf, timesOf } from '../time-store.ts'

export type CallRefusal =
  | 'not-allowed'
  | 'event-unknown'
  | 'cancelled'
  | 'not-today'
  | 'round-unknown'
  | 'overtaken'
  | 'time-to-come'
  | 'before-the-last'

/** Says that a round began or ended, takes longer, or is as planned after all. A press counts once: the second is `overtaken`. */
export async function callRound(
  context: Context,
  event: string,
  form: CallForm,
): Promise<Outcome<null, CallRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !leadsDay(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    await lockDay(tx, event)
    const known = await eventWith(tx, event)
    if (!known) return refuse('event-unknown')
    if (known.cancelledAt) return refuse('cancelled')
    if (dayOf(now) !== known.onDay) return refuse('not-today')
    const times = await timesOf(tx, known)
    const index = times.findIndex(({ round }) => round === form.round)
    if (index === -1) return refuse('round-unknown')
    if (((await callsOf(tx, event)).at(-1)?.number ?? 0) !== form.seen) return refuse('overtaken')
    const at = form.time === '' ? now : momentAt(known.onDay, form.time)
    if (at > now) return refuse('time-to-come')
    const earliest = form.did === 'ended' ? times[index] : form.did === 'began' ? times[index - 1] : undefined
    if (earliest && at < earliest.startsAt) return refuse('before-the-last')
    const { did, round } = form
    const minutes = did === 'longer' ? form.minutes : null
    await addCall(tx, { networkId, event }, { round, did, at, minutes }, { at: now, by: actor.personId })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: `event-day.round-${did}`,
      on: { kind: 'event', id: event },
      after: { round: round + 1, at, ...(minutes !== null && { minutes }) },
    })
    return done(null)
  })
}
