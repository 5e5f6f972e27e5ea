import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Attendance, Attendances } from './core/attendance.ts'

/** In whose event something is said. */
export interface DayPlace {
  readonly networkId: string
  readonly event: string
}

/** Waits for whoever writes of the same event's day at another door, until the transaction ends. */
export async function lockDay(tx: Tx, event: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`day of ${event}`}, 0))`.execute(tx)
}

/** The last word on each participant that whoever asks may know of; whoever nothing was said of is left out. */
export async function attendancesOf(tx: Tx, event: string): Promise<Attendances> {
  const rows = await tx
    .selectFrom('attendance')
    .distinctOn('participantId')
    .select(['participantId as participant', 'state', 'fromRound', 'untilRound'])
    .where('eventId', '=', event)
    .orderBy('participantId')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.participant, row]))
}

/** Whether it was last said of somebody that they do not come. */
export async function isAbsent(
  tx: Tx,
  { event, participant }: { readonly event: string; readonly participant: string },
): Promise<boolean> {
  const last = await tx
    .selectFrom('attendance')
    .select('state')
    .where('eventId', '=', event)
    .where('participantId', '=', participant)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.state === 'absent'
}

/** Adds a word on somebody; those before it are kept. */
export async function addAttendance(
  tx: Tx,
  { networkId, event }: DayPlace,
  { participant, state, fromRound, untilRound }: Attendance,
  said: { readonly at: Date; readonly by: string } | { readonly at: Date; readonly host: string },
): Promise<void> {
  await tx
    .insertInto('attendance')
    .values({
      networkId,
      eventId: event,
      participantId: participant,
      state,
      fromRound,
      untilRound,
      at: said.at,
      saidBy: 'by' in said ? said.by : null,
      hostId: 'host' in said ? said.host : null,
    })
    .execute()
}
