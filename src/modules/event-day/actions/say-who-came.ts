import { inTransaction, type Context } from '#modules/accounts'
import { eventWith, participantsOf } from '#modules/roundtable'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { addAttendance, attendancesOf, lockDay } from '../attendance-store.ts'
import { attendanceOf } from '../core/attendance.ts'
import { leadsDay } from '../core/policy.ts'
import { unspokenOf, type WhoCame } from '../core/who-came.ts'

/**
 * The coordinator says of all who were asked about, and of whom nobody had said it, whether they came. What was said at the door
 * in the meantime stands.
 */
export async function sayWhoCame(
  context: Context,
  event: string,
  { asked, absent }: WhoCame,
): Promise<Outcome<null, 'not-allowed' | 'event-unknown' | 'not-held'>> {
  const { actor, networkId, now } = context
  if (!actor || !leadsDay(actor)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    await lockDay(tx, event)
    const known = await eventWith(tx, event)
    if (!known) return refuse('event-unknown')
    if (known.cancelledAt !== null || dayOf(now) < known.onDay) return refuse('not-held')
    const said = await attendancesOf(tx, event)
    for (const { id } of unspokenOf(await participantsOf(tx, event), said)) {
      if (!asked.has(id)) continue
      const before = attendanceOf(said, id)
      const after = absent.has(id)
        ? { participant: id, state: 'absent' as const, fromRound: null, untilRound: null }
        : { ...before, state: 'here' as const }
      await addAttendance(tx, { networkId, event }, after, { at: now, by: actor.personId })
    }
    return done(null)
  })
}
