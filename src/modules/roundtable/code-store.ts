import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import { codesFrom } from './core/code.ts'

/** The short codes of an event's participants, by their ids, for members and whoever is invited. */
export async function codesOf(tx: Tx, event: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ participantId: string; seed: Buffer }>`
    select participant_id, seed from code_seeds(${event})`.execute(tx)
  return codesFrom(rows.map(({ participantId, seed }) => ({ participant: participantId, seed })))
}
