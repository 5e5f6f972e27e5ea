import { asKeyHolder, inTransaction, type Context } from '#modules/accounts'
import { eventWith, participantHere, participantsOf, tableOf, tablesOf } from '#modules/roundtable'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addAttendance, attendancesOf, lockDay } from '../attendance-store.ts'
import { attendanceOf, saysTheSame, type Attendance } from '../core/attendance.ts'
import { keepsDoor } from '../core/policy.ts'
import { firstOpenRound, standing } from '../core/timetable.ts'
import { letIn } from '../door-store.ts'
import { toldPlanOf } from '../plan-store.ts'
import { timesOf } from '../time-store.ts'

export type AttendanceRefusal =
  | 'not-allowed'
  | 'event-unknown'
  | 'cancelled'
  | 'participant-unknown'
  | 'rounds'

/**
 * Writes down at the door who has come, who does not, and who comes or goes in the middle. Said twice, or at two doors at
 * once, it is one word. Whoever was listed without a yes and has come is let in.
 */
export async function sayAttendance(
  context: Context,
  event: string,
  said: Attendance,
): Promise<Outcome<null, AttendanceRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !keepsDoor(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    await lockDay(tx, event)
    const known = await eventWith(tx, event)
    if (!known) return refuse('event-unknown')
    if (known.cancelledAt) return refuse('cancelled')
    const participant = (await participantsOf(tx, event)).find(({ id }) => id === said.participant)
    if (!participant || participant.state === 'withdrawn') return refuse('participant-unknown')
    const times = await timesOf(tx, known)
    if (!areRounds(said, times.length)) return refuse('rounds')
    if (said.state === 'here' && participant.state !== 'yes') await letIn(tx, participant.id, now)
    const before = attendanceOf(await attendancesOf(tx, event), said.participant)
    const after = arrived(said, firstOpenRound(times, now))
    if (!saysTheSame(before, after))
      await addAttendance(tx, { networkId, event }, after, { at: now, by: actor.personId })
    return done(null)
  })
}

function areRounds({ fromRound, untilRound }: Attendance, rounds: number): boolean {
  return (
    (fromRound ?? 0) < rounds && (untilRound ?? rounds) <= rounds && (fromRound ?? 0) < (untilRound ?? rounds)
  )
}

/** Whoever has come before the round they were expected in can be seated in the next that begins. */
function arrived(said: Attendance, firstOpen: number): Attendance {
  const isEarly = said.state === 'here' && said.fromRound !== null && said.fromRound > firstOpen
  return isEarly ? { ...said, fromRound: firstOpen === 0 ? null : firstOpen } : said
}

/** A table's host says that somebody who should sit there now is missing, or has come after all. */
export async function sayAtTable(
  context: Context,
  key: string,
  said: { readonly participant: string; readonly isHere: boolean },
): Promise<Outcome<null, 'key-unknown' | 'cancelled' | 'not-at-table'>> {
  const { networkId, now } = context
  return inTransaction(asKeyHolder(context, key), async (tx) => {
    const here = await participantHere(tx)
    const known = here && (await eventWith(tx, here.event))
    if (!known) return refuse('key-unknown')
    const { id: event } = known
    await lockDay(tx, event)
    const table = (await tablesOf(tx, event)).find(({ hostId }) => hostId === here.participant.id)
    if (!table) return refuse('key-unknown')
    if (known.cancelledAt) return refuse('cancelled')
    const { current, next } = standing(await timesOf(tx, known), now)
    const round = (current ?? next)?.round
    const plan = await toldPlanOf(tx, event)
    if (round === undefined || !plan || tableOf(plan.rounds, said.participant, round) !== table.id)
      return refuse('not-at-table')
    const before = attendanceOf(await attendancesOf(tx, event), said.participant)
    const after: Attendance = { ...before, state: said.isHere ? 'here' : 'absent' }
    if (!saysTheSame(before, after))
      await addAttendance(tx, { networkId, event }, after, { at: now, host: here.participant.id })
    return done(null)
  })
}
