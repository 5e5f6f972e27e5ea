import { sql } from 'kysely'
import type { Database } from '#platform/database/connection.ts'

/** Somebody on a list, as the worker finds them. */
export interface Found {
  readonly networkId: string
  readonly participant: string
}

/** An event with people who wait; the worker's database only. */
export interface FoundEvent {
  readonly networkId: string
  readonly event: string
  readonly seats: number
  readonly criteria: readonly { readonly id: string; readonly seats: number }[]
  readonly people: readonly {
    readonly id: string
    readonly state: 'yes' | 'waiting'
    readonly criterionId: string | null
    readonly answeredAt: string
    readonly offeredUntil: string | null
  }[]
}

/** The events to come in which somebody waits for a seat, with who has one and who waits. */
export async function eventsWithWaiting(queueDb: Database, today: string): Promise<readonly FoundEvent[]> {
  const { rows } = await sql<FoundEvent>`
    select event.network_id as "networkId", event.id as event, event.seats,
           coalesce((select json_agg(json_build_object('id', criterion.id, 'seats', criterion.seats))
             from event_criterion criterion
             where criterion.network_id = event.network_id and criterion.event_id = event.id), '[]') as criteria,
           (select json_agg(json_build_object('id', one.id, 'state', one.state, 'criterionId', one.criterion_id,
             'answeredAt', one.answered_at, 'offeredUntil', one.offered_until))
             from participant one
             where one.network_id = event.network_id and one.event_id = event.id and one.state in ('yes', 'waiting')) as people
    from event
    where cancelled_at is null and on_day >= ${today}::date and exists (
      select from participant one
      where one.network_id = event.network_id and one.event_id = event.id and one.state = 'waiting')
    order by event.network_id, event.id`.execute(queueDb)
  return rows
}

/** Somebody invited who has not answered, and when they were written to last. */
export interface Silent extends Found {
  readonly answerBy: string
  readonly lastLetterAt: Date
}

/** Those who have not answered to what they still can answer; the worker's database only. */
export async function silentOn(queueDb: Database, today: string): Promise<readonly Silent[]> {
  const { rows } = await sql<Silent>`
    select one.network_id as "networkId", one.id as participant, answer_by as "answerBy", max(sent_at) as "lastLetterAt"
    from participant one
    join event on event.network_id = one.network_id and event.id = one.event_id
    join participant_letter letter on letter.network_id = one.network_id and letter.participant_id = one.id
    where one.state = 'invited' and cancelled_at is null and published_at is not null and answer_by >= ${today}::date
    group by one.network_id, one.id, answer_by
    order by one.network_id, one.id`.execute(queueDb)
  return rows
}

/** Those whose needs are to be forgotten: the event was so many days ago; the worker's database only. */
export async function needsToForget(queueDb: Database, today: string): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select need.network_id as "networkId", need.participant_id as participant
    from participant_need need
    join participant one on one.network_id = need.network_id and one.id = need.participant_id
    join event on event.network_id = one.network_id and event.id = one.event_id
    where on_day + needs_days < ${today}::date or (cancelled_at is not null and on_day < ${today}::date)
    order by 1, 2`.execute(queueDb)
  return rows
}
