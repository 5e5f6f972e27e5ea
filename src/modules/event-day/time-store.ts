import { roundsOf, type Event } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import type { DayPlace } from './attendance-store.ts'
import { timetable, type RoundCall, type RoundTime } from './core/timetable.ts'

/** What was said of the rounds' times, in the order in which it was said. */
export async function callsOf(tx: Tx, event: string): Promise<readonly RoundCall[]> {
  return tx
    .selectFrom('roundCall')
    .select(['number', 'round', 'did', 'at', 'minutes'])
    .where('eventId', '=', event)
    .orderBy('number')
    .execute()
}

/** When the event's rounds are, as far as is known now. */
export async function timesOf(tx: Tx, { id, onDay }: Event): Promise<readonly RoundTime[]> {
  return timetable(onDay, await roundsOf(tx, id), await callsOf(tx, id))
}

/** Adds a word on a round's time. */
export async function addCall(
  tx: Tx,
  { networkId, event }: DayPlace,
  { round, did, at, minutes }: Omit<RoundCall, 'number'>,
  said: { readonly at: Date; readonly by: string },
): Promise<void> {
  await tx
    .insertInto('roundCall')
    .values({ networkId, eventId: event, round, did, at, minutes, saidAt: said.at, saidBy: said.by })
    .execute()
}
