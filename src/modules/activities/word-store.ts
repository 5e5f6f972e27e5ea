import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { ActivityWord } from './core/activity.ts'

interface ActivityPlace {
  readonly networkId: string
  readonly id: string
}

/** The ids that begin as a new one would: addresses that are taken. */
export async function idsTaken(tx: Tx): Promise<ReadonlySet<string>> {
  return new Set((await tx.selectFrom('activity').select('id').execute()).map(({ id }) => id))
}

/** Lets one activity at a time be added to a network, until the transaction ends: two never take the same address. */
export async function holdAdding(tx: Tx, networkId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${networkId}, 4))`.execute(tx)
}

export async function addActivity(
  tx: Tx,
  place: ActivityPlace,
  activity: { readonly municipality: string; readonly takenFrom: string | null; readonly at: Date },
): Promise<void> {
  const { at, ...rest } = activity
  await tx
    .insertInto('activity')
    .values({ ...place, ...rest, addedAt: at })
    .execute()
}

/** The copy of an activity that a municipality has already made; undefined when there is none. */
export async function copyOf(tx: Tx, origin: string, municipality: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('activity')
    .select('id')
    .where('takenFrom', '=', origin)
    .where('municipality', '=', municipality)
    .executeTakeFirst()
  return row?.id
}

interface Saying {
  readonly word: ActivityWord
  /** Null where it is as it was. */
  readonly note: string | null
  readonly by: string
  readonly at: Date
}

/** Says a word after the one of that version, or the first; false when somebody else did at the same moment. */
export async function addWord(
  tx: Tx,
  { networkId, id }: ActivityPlace,
  after: number,
  { word, note, by, at }: Saying,
): Promise<boolean> {
  const { text, reason, budget, paidBy, owner, deputy, intervention, joined, milestones, ...outside } = word
  const place = { networkId, activityId: id, version: after + 1 }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('activityWord')
    .values({
      ...place,
      ...outside,
      interventionId: intervention,
      joined: [...joined],
      milestones: JSON.stringify(milestones),
      isExample: false,
      saidAt: at,
      saidBy: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await tx
    .insertInto('activityInside')
    .values({ ...place, text, reason, budget, paidBy, ownerId: owner, deputyId: deputy })
    .execute()
  if (note !== null)
    await tx
      .insertInto('activityNote')
      .values({ ...place, text: note })
      .execute()
  return true
}

interface Passing {
  readonly owner: string | null
  readonly deputy: string | null
  readonly by: string
  readonly at: Date
}

/** Repeats the word of that version with somebody else responsible; false when it is not the latest any more. */
export async function passOnWord(
  tx: Tx,
  { networkId, id }: ActivityPlace,
  version: number,
  { owner, deputy, by, at }: Passing,
): Promise<boolean> {
  const { rows } = await sql`
    insert into activity_word (network_id, activity_id, version, intervention_id, title, aim, body, joined, starts_on,
      ends_on, milestones, status, is_example, said_at, said_by, handed_over_at, handed_over_by)
    select network_id, activity_id, version + 1, intervention_id, title, aim, body, joined, starts_on,
      ends_on, milestones, status, is_example, said_at, said_by, ${at}, ${by}::uuid
    from activity_word
    where network_id = ${networkId} and activity_id = ${id} and version = ${version}
    on conflict do nothing returning version`.execute(tx)
  if (rows.length !== 1) return false
  await sql`
    insert into activity_inside (network_id, activity_id, version, text, reason, budget, paid_by, owner_id, deputy_id)
    select network_id, activity_id, ${version + 1}, text, reason, budget, paid_by, ${owner}::uuid, ${deputy}::uuid
    from activity_inside
    where network_id = ${networkId} and activity_id = ${id} and version <= ${version}
    order by version desc limit 1`.execute(tx)
  return true
}

/** Tells that a milestone was reached, or was not after all; false when somebody else told at the same moment. */
export async function tellReached(
  tx: Tx,
  { networkId, id }: ActivityPlace,
  reached: { readonly milestone: number; readonly reachedOn: IsoDay | null },
  { by, at }: Pick<Saying, 'by' | 'at'>,
): Promise<boolean> {
  const { last } = await tx
    .selectFrom('milestoneReached')
    .select((eb) => eb.fn.max('version').as('last'))
    .where('networkId', '=', networkId)
    .where('activityId', '=', id)
    .where('milestone', '=', reached.milestone)
    .executeTakeFirstOrThrow()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('milestoneReached')
    .values({ networkId, activityId: id, ...reached, version: (last ?? 0) + 1, saidAt: at, saidBy: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
