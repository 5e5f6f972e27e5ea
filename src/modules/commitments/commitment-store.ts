import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Act, Commitment, Deed, Side } from './core/commitment.ts'
import type { Chased, DueLetter } from './core/ladder.ts'

export interface CommitmentPlace {
  readonly networkId: string
  readonly id: string
}

/** Which commitments: all, those of an event, of a participant on either side, or one. */
export interface CommitmentPart {
  readonly id?: string
  readonly event?: string
  readonly participant?: string
  readonly table?: string
}

/** The commitments that whoever asks may know of, the nearest day first. */
export async function commitmentsIn(tx: Tx, part: CommitmentPart = {}): Promise<readonly Commitment[]> {
  let query = commitmentRows(tx)
  if (part.id !== undefined) query = query.where('commitment.id', '=', part.id)
  if (part.event !== undefined) query = query.where('commitment.eventId', '=', part.event)
  if (part.table !== undefined) query = query.where('commitment.tableId', '=', part.table)
  const { participant } = part
  if (participant !== undefined)
    query = query.where((eb) =>
      eb.or([eb('promiserId', '=', participant), eb('receiverId', '=', participant)]),
    )
  const rows = await query.orderBy('byDay').orderBy('commitment.id').limit(2000).execute()
  return rows.map(({ eventId, title, onDay, ...row }) => ({ ...row, event: { id: eventId, title, onDay } }))
}

function commitmentRows(tx: Tx) {
  return tx
    .selectFrom('commitment')
    .innerJoin('event', (join) =>
      join.onRef('event.networkId', '=', 'commitment.networkId').onRef('event.id', '=', 'commitment.eventId'),
    )
    .leftJoin('commitmentActivity as stands', (join) =>
      join
        .onRef('stands.networkId', '=', 'commitment.networkId')
        .onRef('stands.commitmentId', '=', 'commitment.id'),
    )
    .select(['commitment.id', 'eventId', 'event.title', 'event.onDay', 'promiserId', 'receiverId'])
    .select(['promiserKind', 'receiverKind', 'municipality', 'shownName', 'shownReceiver'])
    .select(['what', 'byDay'])
    .select(['interventionId as intervention', 'isPublic', 'state', 'because', 'notedAt', 'confirmedAt'])
    .select(['settledAt', 'activityId as activity', 'commitment.isExample'])
}

/** One commitment, if whoever asks may know of it. */
export async function commitmentWith(tx: Tx, id: string): Promise<Commitment | undefined> {
  return (await commitmentsIn(tx, { id }))[0]
}

/** The same, held until the transaction ends: of two who act at once, the second finds what the first has done. */
export async function heldCommitment(tx: Tx, id: string): Promise<Commitment | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 8))`.execute(tx)
  return commitmentWith(tx, id)
}

interface NewCommitment {
  readonly eventId: string
  readonly tableId: string
  readonly noteId: string | null
  readonly promiserId: string
  readonly receiverId: string | null
  readonly promiserKind: Commitment['promiserKind']
  readonly receiverKind: Commitment['receiverKind']
  readonly municipality: string | null
  readonly shownReceiver: string
  readonly what: string
  readonly byDay: IsoDay
  readonly interventionId: string | null
  readonly isPublic: boolean
  readonly isExample: boolean
}

/** Notes a commitment; false when one with its id is there already. */
export async function addCommitment(
  tx: Tx,
  place: CommitmentPlace,
  commitment: NewCommitment,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('commitment')
    .values({ ...place, ...commitment, notedAt: at, confirmedAt: null, settledAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type Changed = Partial<
  Pick<
    Commitment,
    'what' | 'byDay' | 'isPublic' | 'shownName' | 'state' | 'because' | 'confirmedAt' | 'settledAt'
  >
>

/** Changes what a commitment says or how it stands. */
export async function changeCommitment(
  tx: Tx,
  { networkId, id }: CommitmentPlace,
  changed: Changed,
): Promise<void> {
  await tx
    .updateTable('commitment')
    .set(changed)
    .where('networkId', '=', networkId)
    .where('id', '=', id)
    .execute()
}

interface NewAct {
  readonly did: Deed
  readonly side: Side
  readonly text?: string
  readonly dayBefore?: IsoDay
  readonly dayAfter?: IsoDay
  readonly at: Date
}

/** Writes down that something was done with it. */
export async function addAct(tx: Tx, { networkId, id }: CommitmentPlace, act: NewAct): Promise<void> {
  const { did, side, text = '', dayBefore = null, dayAfter = null, at } = act
  await sql`
    insert into commitment_act (network_id, commitment_id, number, did, side, text, day_before, day_after, at)
    select ${networkId}::uuid, ${id}::uuid, coalesce(max(number), 0) + 1, ${did}, ${side}, ${text},
      ${dayBefore}::date, ${dayAfter}::date, ${at}
    from commitment_act where network_id = ${networkId} and commitment_id = ${id}`.execute(tx)
}

/** All that was done with it, in order. */
export async function actsOf(tx: Tx, id: string): Promise<readonly Act[]> {
  return tx
    .selectFrom('commitmentAct')
    .select(['number', 'did', 'side', 'text', 'dayBefore', 'dayAfter', 'at'])
    .where('commitmentId', '=', id)
    .orderBy('number')
    .execute()
}

/** Ties a commitment to the activity that it stands as. */
export async function tieActivity(
  tx: Tx,
  { networkId, id: commitmentId }: CommitmentPlace,
  { activity: activityId, by, at }: { readonly activity: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx.insertInto('commitmentActivity').values({ networkId, commitmentId, activityId, by, at }).execute()
}

/** Of the promises of an event that are not for everybody, how many stand how. */
export async function innerCommitments(
  tx: Tx,
  event: string,
): Promise<readonly { readonly state: string; readonly count: number }[]> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count from inner_commitments(${event})`.execute(tx)
  return rows
}

interface SentLetter {
  readonly to: string
  readonly rung: DueLetter['rung'] | 'enter' | 'follow'
  readonly byDay: IsoDay
}

/** Notes that a letter goes out; false when it has gone before. */
export async function noteLetter(
  tx: Tx,
  { networkId, id: commitmentId }: CommitmentPlace,
  { to: readerId, rung, byDay }: SentLetter,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('commitmentLetter')
    .values({ networkId, commitmentId, readerId, rung, byDay, sentAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Every commitment that may still need a letter, or one of them; the worker's database only. */
export async function chasedCommitments(
  queueDb: Database,
  one?: CommitmentPlace,
): Promise<readonly (Chased & CommitmentPlace)[]> {
  const which = one ? sql`network_id = ${one.networkId} and id = ${one.id}` : sql`true`
  const { rows } = await sql<Chased & CommitmentPlace>`
    select network_id, id, promiser_id, receiver_id, by_day, state, noted_at
    from commitment where state in ('noted', 'confirmed') and ${which} order by network_id, by_day, id`.execute(
    queueDb,
  )
  return rows
}

/** The officers of a municipality; the worker's database only. */
export async function officersIn(
  queueDb: Database,
  networkId: string,
  municipality: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from role_grant
    where network_id = ${networkId} and role = 'officer' and municipality = ${municipality} and revoked_at is null
    order by person_id`.execute(queueDb)
  return rows.map(({ personId }) => personId)
}
