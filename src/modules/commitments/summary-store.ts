import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Returned } from './core/returned.ts'
import type { ReturnDays } from './core/ladder.ts'
import type { Fate, Point, Summary } from './core/summary.ts'

/** What those who were there are told of, as it stands with their letters. */
export type ToldOf = 'summary' | `return-${ReturnDays}`

export interface EventPlace {
  readonly networkId: string
  readonly event: string
}

/** The summary of an event that whoever asks may read: the coordinator as it is written, everybody once it is sent. */
export async function summaryOf(tx: Tx, event: string): Promise<Summary | undefined> {
  return tx
    .selectFrom('eventSummary')
    .select(['version', 'intro', 'savedAt', 'sentAt'])
    .where('eventId', '=', event)
    .executeTakeFirst()
}

/** The same, held until the transaction ends. */
export async function heldSummary(tx: Tx, event: string): Promise<Summary | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${event}, 9))`.execute(tx)
  return summaryOf(tx, event)
}

/** The summary's points, in order. */
export async function pointsOf(tx: Tx, event: string): Promise<readonly Point[]> {
  return tx
    .selectFrom('eventPoint')
    .select(['id', 'questionId as question', 'text', 'fate', 'fateText', 'notes'])
    .where('eventId', '=', event)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Saves the words at the top of a summary as its next version. */
export async function putSummary(
  tx: Tx,
  { networkId, event: eventId }: EventPlace,
  { version, intro, at: savedAt }: { readonly version: number; readonly intro: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('eventSummary')
    .values({ networkId, eventId, version, intro, savedAt, sentAt: null })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'eventId']).doUpdateSet({ version, intro, savedAt }),
    )
    .execute()
}

/** Marks a summary as sent. */
export async function noteSent(tx: Tx, { networkId, event }: EventPlace, at: Date): Promise<void> {
  await tx
    .updateTable('eventSummary')
    .set({ sentAt: at })
    .where('networkId', '=', networkId)
    .where('eventId', '=', event)
    .execute()
}

/** Adds points after those that are there. */
export async function addPoints(
  tx: Tx,
  { networkId, event: eventId }: EventPlace,
  points: readonly Pick<Point, 'question' | 'text' | 'notes'>[],
): Promise<void> {
  if (points.length === 0) return
  const { last } = await tx
    .selectFrom('eventPoint')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), sql<number>`-1`).as('last'))
    .where('eventId', '=', eventId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('eventPoint')
    .values(
      points.map(({ question, text, notes }, at) => ({
        networkId,
        eventId,
        id: sql<string>`gen_random_uuid()`,
        questionId: question,
        text,
        notes: [...notes],
        position: last + 1 + at,
      })),
    )
    .execute()
}

/** What a point says, and what becomes of it. */
export async function changePoint(
  tx: Tx,
  networkId: string,
  {
    id,
    ...said
  }: { readonly id: string; readonly text?: string; readonly fate: Fate; readonly fateText: string },
): Promise<void> {
  await tx
    .updateTable('eventPoint')
    .set(said)
    .where('networkId', '=', networkId)
    .where('id', '=', id)
    .execute()
}

export async function deletePoints(tx: Tx, networkId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('eventPoint').where('networkId', '=', networkId).where('id', 'in', ids).execute()
}

/** What was told of an event after so many days. */
export interface KeptReturn {
  readonly days: number
  readonly content: unknown
  readonly madeAt: Date
}

/** All that has been told of what came of an event, the latest first. */
export async function returnsOf(tx: Tx, event: string): Promise<readonly KeptReturn[]> {
  return tx
    .selectFrom('eventReturn')
    .select(['days', 'content', 'madeAt'])
    .where('eventId', '=', event)
    .orderBy('days', 'desc')
    .execute()
}

/** Keeps what is told after so many days, unless it has been told. The worker's database only. */
export async function putReturn(
  queueDb: Database,
  { networkId, event }: EventPlace,
  { days, content, at }: { readonly days: ReturnDays; readonly content: Returned; readonly at: Date },
): Promise<void> {
  await sql`
    insert into event_return (network_id, event_id, days, content, made_at)
    values (${networkId}, ${event}, ${days}, ${JSON.stringify(content)}::jsonb, ${at})
    on conflict do nothing`.execute(queueDb)
}

/** An event that was held, and how far its returns have come. */
export interface HeldEvent extends EventPlace {
  readonly onDay: IsoDay
  readonly sentAt: Date | null
  readonly returned: readonly number[]
  /** Somebody who was there, in whose name what is told can be read. */
  readonly somebody: string | null
}

/** Every event that has begun and was not cancelled, for a year and some days; the worker's database only. */
export async function heldEvents(queueDb: Database, today: IsoDay): Promise<readonly HeldEvent[]> {
  const { rows } = await sql<HeldEvent>`
    select event.network_id, event.id as event, on_day, sent_at,
      array(select days from event_return
            where event_return.network_id = event.network_id and event_id = event.id) as returned,
      (select participant.id from participant
       where participant.network_id = event.network_id and participant.event_id = event.id and state = 'yes'
       order by participant.id limit 1) as somebody
    from event left join event_summary
      on event_summary.network_id = event.network_id and event_summary.event_id = event.id
    where cancelled_at is null and on_day <= ${today}::date and on_day > ${today}::date - 400
    order by event.network_id, on_day, event.id`.execute(queueDb)
  return rows
}

/** Those who said that they come and have not been told of something; the worker's database only. */
export async function untold(
  queueDb: Database,
  { networkId, event }: EventPlace,
  what: ToldOf,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from participant
    where network_id = ${networkId} and event_id = ${event} and state = 'yes'
      and not exists (
        select from participant_letter told
        where told.network_id = participant.network_id and participant_id = participant.id and occasion = ${what})
    order by id`.execute(queueDb)
  return rows.map(({ id }) => id)
}

/** Notes that a coordinator is told that participants wait; false when they have been. */
export async function noteCountdown(
  tx: Tx,
  { networkId, event: eventId }: EventPlace,
  { reader: readerId, at: sentAt }: { readonly reader: string; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('eventLetter')
    .values({ networkId, eventId, readerId, what: 'countdown', sentAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Those who coordinate a network; the worker's database only. */
export async function coordinatorsOf(queueDb: Database, networkId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from role_grant
    where network_id = ${networkId} and role = 'coordinator' and revoked_at is null
    order by person_id`.execute(queueDb)
  return rows.map(({ personId }) => personId)
}

/** Events of the last two months whose participants wait for their summary. */
export async function eventsWaiting(
  tx: Tx,
  today: IsoDay,
): Promise<readonly { readonly id: string; readonly title: string; readonly onDay: IsoDay }[]> {
  return tx
    .selectFrom('event')
    .leftJoin('eventSummary', (join) =>
      join
        .onRef('eventSummary.networkId', '=', 'event.networkId')
        .onRef('eventSummary.eventId', '=', 'event.id'),
    )
    .select(['event.id', 'event.title', 'event.onDay'])
    .where('sentAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .where('onDay', '<', today)
    .where(sql<boolean>`on_day > ${today}::date - 60`)
    .orderBy('onDay')
    .execute()
}
