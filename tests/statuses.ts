import { sql } from 'kysely'
import type { TestDatabase } from './database.ts'

/** Where a network's status is found. */
interface StatusPlace {
  readonly networkId: string
  readonly id: string
}

/** Calls a status something else from that moment on, as the owner. */
export async function renameStatus(
  { ownerDb }: TestDatabase,
  { networkId, id }: StatusPlace,
  sv: string,
  at: Date,
): Promise<void> {
  await sql`update status set name = jsonb_set(name, '{sv}', to_jsonb(${sv}::text)), version = version + 1, valid_from = ${at}
            where network_id = ${networkId} and id = ${id}`.execute(ownerDb)
}

/** Takes a status out of use or into it again, as the owner. */
export async function useStatus(
  { ownerDb }: TestDatabase,
  { networkId, id }: StatusPlace,
  isUsed: boolean,
): Promise<void> {
  await sql`update status set retired_at = case when ${isUsed} then null else now() end, version = version + 1,
                              valid_from = now()
            where network_id = ${networkId} and id = ${id}`.execute(ownerDb)
}
