import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'

/** Asks for work in the transaction that causes it: rolled back with it, never forgotten once committed. */
export async function enqueue(
  tx: Tx,
  kind: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  await sql`select enqueue_job(${kind}, ${JSON.stringify(payload)}::jsonb)`.execute(tx)
}
