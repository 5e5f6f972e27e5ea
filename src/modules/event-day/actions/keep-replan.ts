import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { problemOf, savePlan, tellPlan, type SeatLetters } from '#modules/seat-plan'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addAttendance, lockDay } from '../attendance-store.ts'
import { leadsDay } from '../core/policy.ts'
import { replanningIn } from '../core/replan-form.ts'
import { closeTables } from '../plan-store.ts'
import { groundOf, planAnew, type PreviewRefusal } from './plan-anew.ts'

/** What was kept: its version, and how many letters were sent. */
export interface KeptReplan {
  readonly version: number
  readonly letters: number
}

/**
 * Keeps the plan that was shown and tells it: who is there and which tables are, the new version, and a letter to each who has
 * another seat than they knew, all at once or nothing. What has changed since it was shown is shown anew.
 */
export async function keepReplan(
  context: Context,
  { event, seen, mark }: { readonly event: string; readonly seen: number; readonly mark: string },
  typed: Readonly<Record<string, string>>,
  write: SeatLetters,
): Promise<Outcome<KeptReplan, PreviewRefusal | 'overtaken'>> {
  const { actor, networkId, now } = context
  if (!actor || !leadsDay(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    await lockDay(tx, event)
    const ground = await groundOf(tx, event, now)
    if (!ground.ok) return ground
    const { choices, latest } = ground.value
    if (latest.version !== seen) return refuse('overtaken')
    const reading = replanningIn(typed, choices)
    if (!reading.ok) return refuse({ errors: reading.errors })
    const { changed, closed } = reading.data
    const planned = planAnew(await problemOf(tx, event), ground.value, reading.data)
    if (!planned.ok) return planned
    const { rounds, round, made, pins, moves, movedPeople } = planned.value
    if (planned.value.mark !== mark) return refuse('overtaken')

    const place = { networkId, event }
    const saved = await savePlan(tx, {
      ...place,
      basedOn: latest.version,
      rounds,
      made: { by: 'replan', why: '', ...made, pins },
      at: now,
      by: actor.personId,
    })
    if (!saved.ok) return saved
    for (const one of changed) await addAttendance(tx, place, one, { at: now, by: actor.personId })
    await closeTables(tx, event, round, closed)
    await tellPlan(tx, event, saved.value, now)
    const letters = await write(tx, { networkId, event: ground.value.event, now, by: actor.personId })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'event-day.replanned',
      on: { kind: 'event', id: event },
      after: { version: saved.value, round: round + 1, moves: moves.length, moved: movedPeople },
    })
    return done({ version: saved.value, letters })
  })
}
