import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Held, PersonSought } from '#platform/values/records.ts'

/** Who follows supports from an address, told to the coordinator alone. It is nobody's record. */
export async function heldInSupports(tx: Tx, { text }: PersonSought): Promise<readonly Held[]> {
  const { rows } = await sql<Omit<Held, 'kind' | 'kept'>>`
    select id, email as number, jsonb_build_object('email', email, 'answers', answers::text,
      'since', to_char(begun_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')) as data
    from followers_at(${text})`.execute(tx)
  return rows.map((row) => ({ kind: 'follower', ...row, kept: null }))
}

/** Erases whoever follows supports; false where whoever asks has no right to. */
export async function eraseFollower(tx: Tx, follower: string): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`select erase_follower(${follower}) as erased`.execute(tx)
  return rows[0]?.erased === true
}
