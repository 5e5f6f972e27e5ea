import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { GivenPromise, Occasion, SettleForm } from './core/promise.ts'

/** More than anybody reads on a page. */
const mostPromises = 300

interface PromiseQuestion {
  readonly company?: string
  readonly visit?: string
  readonly municipalities?: readonly string[]
  /** Whether it has been told how they went; left out for both. */
  readonly settled?: boolean
}

/** Promises as far as the reader may know them: the soonest due first, or the latest settled. */
export async function promisesIn(
  tx: Tx,
  { company, visit, municipalities, settled }: PromiseQuestion,
): Promise<readonly GivenPromise[]> {
  const rows = await promiseRows(tx)
    .$if(company !== undefined, (query) => query.where('promise.companyId', '=', company ?? ''))
    .$if(visit !== undefined, (query) => query.where('promise.visitId', '=', visit ?? ''))
    .$if(municipalities !== undefined, (query) =>
      query.where('promise.municipality', 'in', [...(municipalities ?? []), '']),
    )
    .$if(settled === false, (query) => query.where('outcome', 'is', null))
    .$if(settled === true, (query) => query.where('outcome', 'is not', null).orderBy('settledAt', 'desc'))
    .orderBy('dueOn')
    .orderBy('promise.id')
    .limit(mostPromises)
    .execute()
  return rows.map(promiseFrom)
}

/** How many promises of municipalities were kept, of those of which it has been told how they went. */
export async function keptOf(
  tx: Tx,
  municipalities: readonly string[],
): Promise<{ readonly kept: number; readonly settled: number }> {
  const { rows } = await sql<{ kept: number; settled: number }>`
    select count(*) filter (where outcome = 'kept')::int as kept, count(outcome)::int as settled
    from promise where municipality = any (${municipalities}::text[])`.execute(tx)
  return rows[0] ?? { kept: 0, settled: 0 }
}

/** A promise, if whoever asks may know of it. */
export async function promiseWith(tx: Tx, id: string): Promise<GivenPromise | undefined> {
  const row = await promiseRows(tx).where('promise.id', '=', id).executeTakeFirst()
  return row && promiseFrom(row)
}

function promiseRows(tx: Tx) {
  return tx
    .selectFrom('promise')
    .innerJoin('company', 'company.id', 'promise.companyId')
    .select([
      'promise.id',
      'visitId',
      'companyId',
      'company.name',
      'promise.municipality',
      'text',
      'dueOn',
      'ownerId',
      'outcome',
      'because',
      'settledAt',
    ])
}

function promiseFrom(
  row: Awaited<ReturnType<ReturnType<typeof promiseRows>['execute']>>[number],
): GivenPromise {
  const { visitId, companyId, name, ownerId, ...rest } = row
  return { ...rest, visit: visitId, company: { id: companyId, name }, owner: ownerId }
}

interface NewPromise {
  readonly visit: string
  readonly company: string
  readonly municipality: string
  readonly text: string
  readonly dueOn: IsoDay
  readonly owner: string
}

export async function addPromises(
  tx: Tx,
  networkId: string,
  promises: readonly NewPromise[],
  at: Date,
): Promise<void> {
  if (promises.length === 0) return
  await tx
    .insertInto('promise')
    .values(
      promises.map(({ visit, company, municipality, text, dueOn, owner }) => ({
        networkId,
        visitId: visit,
        companyId: company,
        municipality,
        text,
        dueOn,
        ownerId: owner,
        madeAt: at,
        outcome: null,
        settledAt: null,
        settledBy: null,
      })),
    )
    .execute()
}

export async function settlePromise(
  tx: Tx,
  id: string,
  { outcome, because }: SettleForm,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await tx
    .updateTable('promise')
    .set({ outcome, because, settledAt: at, settledBy: by })
    .where('id', '=', id)
    .execute()
}

/** A promise that may have to be told of, and to whom. */
export interface DuePromise {
  readonly networkId: string
  readonly id: string
  readonly dueOn: IsoDay
  /** The owner while they are an officer of the municipality, else all its officers. */
  readonly people: readonly string[]
}

/** The open promises that are due by a day, with who is told of them; the worker's database only. */
export async function promisesDueBy(queueDb: Database, day: IsoDay): Promise<readonly DuePromise[]> {
  const { rows } = await sql<DuePromise>`
    select promise.network_id, promise.id, promise.due_on,
           array(select person_id from role_grant
                 where role_grant.network_id = promise.network_id and role_grant.municipality = promise.municipality
                   and role = 'officer' and revoked_at is null
                   and (person_id = promise.owner_id or not exists (
                     select from role_grant as own
                     where own.network_id = promise.network_id and own.municipality = promise.municipality
                       and own.role = 'officer' and own.revoked_at is null and own.person_id = promise.owner_id))
                 order by person_id) as people
    from promise where outcome is null and due_on <= ${day} order by promise.network_id, promise.id`.execute(
    queueDb,
  )
  return rows
}

/** Notes that a letter is written; false when it was written before. */
export async function noteLetter(
  tx: Tx,
  { networkId, id: promiseId }: Pick<DuePromise, 'networkId' | 'id'>,
  {
    person: personId,
    occasion,
    at,
  }: { readonly person: string; readonly occasion: Occasion; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('promiseLetter')
    .values({ networkId, promiseId, personId, occasion, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The address of the person whom the transaction speaks for. */
export async function ownAddress(tx: Tx): Promise<string | null> {
  const row = await tx
    .selectFrom('person')
    .select('email')
    .where('id', '=', sql<string>`current_person()`)
    .executeTakeFirst()
  return row?.email ?? null
}
