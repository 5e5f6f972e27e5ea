import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Desk } from './core/desk.ts'

/** A desk of some municipality. */
export interface PlacedDesk extends Desk {
  readonly municipality: string
  readonly closedAt: Date | null
}

/** The desks of the network, those that are closed too, as they were opened: what was taken there was taken there. */
export async function desksOf(tx: Tx, municipality?: string): Promise<readonly PlacedDesk[]> {
  const query = tx
    .selectFrom('desk')
    .select(['municipality', 'id', 'name', 'ownerId as owner', 'deputyId as deputy', 'closedAt'])
    .orderBy('municipality')
    .orderBy('name')
  return (municipality === undefined ? query : query.where('municipality', '=', municipality)).execute()
}

/** Waits for whoever is changing the desks or the rules of that municipality just now. */
export async function holdDesks(tx: Tx, networkId: string, municipality: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`desks ${networkId} ${municipality}`}, 0))`.execute(
    tx,
  )
}

export interface DeskPlace {
  readonly networkId: string
  readonly municipality: string
}

export async function addDesk(tx: Tx, place: DeskPlace, { owner, deputy, ...desk }: Desk): Promise<void> {
  await tx
    .insertInto('desk')
    .values({ ...place, ...desk, ownerId: owner, deputyId: deputy, closedAt: null })
    .execute()
}

export async function changeDesk(
  tx: Tx,
  { networkId, municipality }: DeskPlace,
  id: string,
  change: {
    readonly name?: string
    readonly ownerId?: string | null
    readonly deputyId?: string | null
    readonly closedAt?: Date
  },
): Promise<void> {
  await tx
    .updateTable('desk')
    .set(change)
    .where('networkId', '=', networkId)
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}
