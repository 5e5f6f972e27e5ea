import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Pool, PoolOffer, PoolPlace } from './core/pool.ts'

const poolColumns = [
  'id',
  'title',
  'words',
  'field',
  'madeAt',
  'openedAt',
  'seats',
  'chosenOffer',
  'heldOn',
  'outcome',
  'seatsFilled',
  'endedAt',
  'isExample',
] as const
const placeColumns = [
  'id',
  'poolId as pool',
  'companyId as company',
  'companyName',
  'email',
  'municipality',
  'seats',
  'answer',
  'days',
] as const
const offerColumns = [
  'id',
  'poolId as pool',
  'provider',
  'email',
  'words',
  'price',
  'onDay',
  'answeredAt',
] as const

/** Every pool, the newest first. */
export async function poolsOf(tx: Tx): Promise<readonly Pool[]> {
  return tx.selectFrom('skillPool').select(poolColumns).orderBy('madeAt', 'desc').limit(200).execute()
}

/** A pool, if whoever asks may know of it; locked where it is about to be changed. */
export async function poolWith(tx: Tx, id: string, isLocked = false): Promise<Pool | undefined> {
  return tx
    .selectFrom('skillPool')
    .select(poolColumns)
    .where('id', '=', id)
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst()
}

export async function addPool(
  tx: Tx,
  networkId: string,
  pool: { readonly title: string; readonly words: string; readonly field: string },
  days: readonly IsoDay[],
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('skillPool')
    .values({
      ...pool,
      networkId,
      madeAt: at,
      madeBy: by,
      openedAt: null,
      seats: null,
      chosenOffer: null,
      heldOn: null,
      seatsFilled: null,
      endedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const onDay of new Set(days))
    await tx.insertInto('poolDay').values({ networkId, poolId: id, onDay }).execute()
  return id
}

export async function changePool(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<Pool, 'openedAt' | 'seats' | 'chosenOffer' | 'heldOn' | 'outcome' | 'seatsFilled' | 'endedAt'>
  >,
): Promise<void> {
  await tx.updateTable('skillPool').set(change).where('id', '=', id).execute()
}

/** The days that a pool may be held on. */
export async function daysOf(tx: Tx, pool: string): Promise<readonly IsoDay[]> {
  const rows = await tx
    .selectFrom('poolDay')
    .select('onDay')
    .where('poolId', '=', pool)
    .orderBy('onDay')
    .execute()
  return rows.map(({ onDay }) => onDay)
}

/** The companies of a pool that whoever asks may know of. */
export async function placesOf(tx: Tx, pool: string): Promise<readonly PoolPlace[]> {
  return tx
    .selectFrom('poolPlace')
    .select(placeColumns)
    .where('poolId', '=', pool)
    .orderBy('companyName')
    .execute()
}

/** The company that the transaction's key is for. */
export async function placeHere(tx: Tx): Promise<PoolPlace | undefined> {
  return tx
    .selectFrom('poolPlace')
    .select(placeColumns)
    .where('digest', '=', sql<Buffer>`current_key()`)
    .executeTakeFirst()
}

export async function addPlace(
  tx: Tx,
  networkId: string,
  { pool, company, ...place }: Omit<PoolPlace, 'answer' | 'days'>,
  digest: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('poolPlace')
    .values({
      ...place,
      networkId,
      poolId: pool,
      companyId: company,
      digest: Buffer.from(digest, 'hex'),
      askedAt: at,
      answer: null,
      answeredAt: null,
    })
    .execute()
}

export async function answerPlace(
  tx: Tx,
  id: string,
  { answer, seats, days }: Pick<PoolPlace, 'answer' | 'seats' | 'days'>,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('poolPlace')
    .set({ answer, seats, days: [...days], answeredAt: at })
    .where('id', '=', id)
    .execute()
}

/** The offers of a pool that whoever asks may know of. */
export async function offersOf(tx: Tx, pool: string): Promise<readonly PoolOffer[]> {
  return tx
    .selectFrom('poolOffer')
    .select(offerColumns)
    .where('poolId', '=', pool)
    .orderBy('invitedAt')
    .execute()
}

/** The provider that the transaction's key is for. */
export async function offerHere(tx: Tx): Promise<PoolOffer | undefined> {
  return tx
    .selectFrom('poolOffer')
    .select(offerColumns)
    .where('digest', '=', sql<Buffer>`current_key()`)
    .executeTakeFirst()
}

export async function addOffer(
  tx: Tx,
  networkId: string,
  { pool, ...invited }: Pick<PoolOffer, 'id' | 'pool' | 'provider' | 'email'>,
  digest: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('poolOffer')
    .values({
      ...invited,
      networkId,
      poolId: pool,
      digest: Buffer.from(digest, 'hex'),
      invitedAt: at,
      onDay: null,
      answeredAt: null,
    })
    .execute()
}

export async function answerOffer(
  tx: Tx,
  id: string,
  offer: Pick<PoolOffer, 'words' | 'price' | 'onDay'>,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('poolOffer')
    .set({ ...offer, answeredAt: at })
    .where('id', '=', id)
    .execute()
}
