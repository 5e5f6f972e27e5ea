import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { eventWith } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf, momentAt } from '#platform/values/dates.ts'
import { lockDay } from '../attendance-store.ts'
import type { CallForm } from '../core/call-form.ts'
import type { RoundCall, RoundTime } from '../core/timetable.ts'
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
    const call = await callFrom(tx, event, form, now)
    if (!call.ok) return call
    const { did, round, at, minutes } = call.value
    await addCall(tx, { networkId, event }, call.value, { at: now, by: actor.personId })
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

/** What is said, if it can be said now of these rounds. */
async function callFrom(
  tx: Tx,
  event: string,
  form: CallForm,
  now: Date,
): Promise<Outcome<Omit<RoundCall, 'number'>, Exclude<CallRefusal, 'not-allowed'>>> {
  const known = await eventWith(tx, event)
  if (!known) return refuse('event-unknown')
  if (known.cancelledAt) return refuse('cancelled')
  if (dayOf(now) !== known.onDay) return refuse('not-today')
  if (((await callsOf(tx, event)).at(-1)?.number ?? 0) !== form.seen) return refuse('overtaken')
  const { did, round } = form
  const at = form.time === '' ? now : momentAt(known.onDay, form.time)
  const wrong = wrongTime(await timesOf(tx, known), { did, round, at }, now)
  return wrong === null
    ? done({ did, round, at, minutes: did === 'longer' ? form.minutes : null })
    : refuse(wrong)
}

/** A round begins after the one before has, and ends after it has begun itself. */
function wrongTime(
  times: readonly RoundTime[],
  { did, round, at }: Pick<RoundCall, 'did' | 'round' | 'at'>,
  now: Date,
): 'round-unknown' | 'time-to-come' | 'before-the-last' | null {
  const index = times.findIndex((time) => time.round === round)
  if (index === -1) return 'round-unknown'
  if (at > now) return 'time-to-come'
  const after = { began: times[index - 1], ended: times[index], longer: undefined, 'as-planned': undefined }[
    did
  ]
  return after && at < after.startsAt ? 'before-the-last' : null
}
