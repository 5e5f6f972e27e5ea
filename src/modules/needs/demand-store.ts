import { sql } from 'kysely'
import type { Batch } from '#modules/disclosure'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { DemandBatch } from './core/demand.ts'
import type { Counted } from './core/one-each.ts'

export interface Snapshot {
  readonly onDay: IsoDay
  readonly answered: number
}

/** The newest snapshot; undefined before there is any. */
export async function latestSnapshot(tx: Tx): Promise<Snapshot | undefined> {
  return tx
    .selectFrom('demandSnapshot')
    .select(['onDay', 'answered'])
    .orderBy('onDay', 'desc')
    .executeTakeFirst()
}

/** The batches that are shown. */
export async function shownBatches(tx: Tx): Promise<readonly DemandBatch[]> {
  return tx
    .selectFrom('demandBatch')
    .select(['told', 'companies as givers', 'people', 'holdsBack', 'begunOn'])
    .where('endedOn', 'is', null)
    .orderBy('begunOn')
    .orderBy('id')
    .execute()
}

// What follows is the worker's: it reads all needs, and who stands in which batch.

export async function networksToTell(queueDb: Database): Promise<readonly string[]> {
  const rows = await queueDb.selectFrom('skillNeed').select('networkId').distinct().execute()
  return rows.map(({ networkId }) => networkId)
}

/** Makes sure that a day's snapshot is made once; false when it has been. */
export async function beginSnapshot(tx: Tx, networkId: string, snapshot: Snapshot): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('demand of ' || ${networkId}, 0))`.execute(tx)
  const known = await tx
    .selectFrom('demandSnapshot')
    .select('onDay')
    .where('networkId', '=', networkId)
    .where('onDay', '>=', snapshot.onDay)
    .executeTakeFirst()
  if (known) return false
  await tx
    .insertInto('demandSnapshot')
    .values({ networkId, ...snapshot })
    .execute()
  return true
}

/** All that stand and are known to be the company's, as they are counted. */
export async function statementsToCount(
  queueDb: Database,
  networkId: string,
  today: IsoDay,
): Promise<readonly Counted[]> {
  return queueDb
    .selectFrom('skillNeed')
    .select([
      'companyId as company',
      'concept',
      'words',
      'field',
      'people',
      'neededBy',
      'places',
      'holdsBack',
      'way',
      'saidAt',
    ])
    .where('networkId', '=', networkId)
    .where('withdrawnAt', 'is', null)
    .where('standsUntil', '>=', today)
    .where((eb) => eb.or([eb('way', '<>', 'door'), eb('confirmedAt', 'is not', null)]))
    .orderBy('saidAt')
    .orderBy('id')
    .execute()
}

export interface KnownBatch extends Batch {
  readonly id: string
}

/** The batches that are shown, with their members; and every unit that ever was in any. */
export async function batchesWithMembers(
  tx: Tx,
  networkId: string,
): Promise<{ readonly shown: readonly KnownBatch[]; readonly earlier: ReadonlySet<string> }> {
  const batches = await tx
    .selectFrom('demandBatch')
    .select(['id', 'told', 'companies as givers', 'endedOn'])
    .where('networkId', '=', networkId)
    .execute()
  const members = await tx
    .selectFrom('demandMember')
    .select(['batchId', 'unit'])
    .where('networkId', '=', networkId)
    .execute()
  const units = Map.groupBy(members, ({ batchId }) => batchId)
  return {
    shown: batches
      .filter(({ endedOn }) => endedOn === null)
      .map((batch) => ({ ...batch, units: (units.get(batch.id) ?? []).map(({ unit }) => unit) })),
    earlier: new Set(members.map(({ unit }) => unit)),
  }
}

export async function addBatch(
  tx: Tx,
  networkId: string,
  { told, givers, units }: Batch,
  facts: Pick<DemandBatch, 'people' | 'holdsBack' | 'begunOn'>,
): Promise<void> {
  const { id } = await tx
    .insertInto('demandBatch')
    .values({ networkId, told: JSON.stringify(told), companies: givers, ...facts, endedOn: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into demand_member (network_id, batch_id, unit)
            select ${networkId}::uuid, ${id}::uuid, unit from unnest(${[...units]}::text[]) as unit`.execute(
    tx,
  )
}

export async function endBatches(
  tx: Tx,
  networkId: string,
  ids: readonly string[],
  on: IsoDay,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('demandBatch')
    .set({ endedOn: on })
    .where('networkId', '=', networkId)
    .where('id', 'in', [...ids])
    .execute()
}
