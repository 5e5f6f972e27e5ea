import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'

/** What can be seen of an activity from the outside: since when, and when anything last happened in it. */
export interface ActivitySince {
  readonly id: string
  readonly status: Date
  readonly owner: Date | null
  /** The latest of: a word, a milestone reached, evidence that stands. */
  readonly lastHappened: Date
}

/** Since when each activity has had its status and its owner, and when anything last happened in it. */
export async function activitiesSince(tx: Tx): Promise<readonly ActivitySince[]> {
  const { rows } = await sql<ActivitySince>`
    select activity.id,
      (select min(said_at) from activity_word as word
       where word.network_id = activity.network_id and word.activity_id = activity.id
         and version > coalesce((
           select max(version) from activity_word as other
           where other.network_id = activity.network_id and other.activity_id = activity.id
             and other.status <> latest.status), 0)) as status,
      (select min(coalesce(handed_over_at, said_at)) from activity_word as word
       where word.network_id = activity.network_id and word.activity_id = activity.id
         and version > coalesce((
           select max(version) from activity_inside as other
           where other.network_id = activity.network_id and other.activity_id = activity.id
             and other.owner_id is distinct from inside.owner_id), 0)) as owner,
      greatest(
        (select max(said_at) from activity_word as word
         where word.network_id = activity.network_id and word.activity_id = activity.id),
        (select max(reached_on)::timestamp at time zone 'Europe/Stockholm' from (
           select distinct on (milestone) reached_on from milestone_reached
           where network_id = activity.network_id and activity_id = activity.id
           order by milestone, version desc) as reached),
        (select max(added_at) from evidence
         where evidence.network_id = activity.network_id and activity_id = activity.id
           and withdrawn_at is null)) as last_happened
    from activity
    cross join lateral (
      select status from activity_word
      where network_id = activity.network_id and activity_id = activity.id order by version desc limit 1) as latest
    left join lateral (
      select owner_id from activity_inside
      where network_id = activity.network_id and activity_id = activity.id order by version desc limit 1) as inside
      on true
    where activity.network_id = current_network()`.execute(tx)
  return rows
}

/** Everybody who has ever spoken of an activity. */
export async function activitySpeakers(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('activityWord')
    .select('saidBy')
    .distinct()
    .where('saidBy', 'is not', null)
    .execute()
  return rows.flatMap(({ saidBy }) => saidBy ?? [])
}
