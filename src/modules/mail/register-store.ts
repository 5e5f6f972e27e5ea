import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import {
  mostHeld,
  type Held,
  type PersonSought,
  type RecordKind,
  type RegisterLine,
  type RegisterPeriod,
} from '#platform/values/records.ts'

/** The kinds of records that mail is. */
export const mailRecordKinds = [
  { id: 'mail-raw', of: 'network' },
  { id: 'mail-ledger', of: 'network' },
] as const satisfies readonly RecordKind[]

/** Mail that came to the network and stands in no matter. */
export async function mailRegister(
  tx: Tx,
  { municipality, from, until }: RegisterPeriod,
): Promise<readonly RegisterLine[]> {
  if (municipality !== null) return []
  const rows = await tx
    .selectFrom('mailIncoming')
    .select(['id', 'cameAt as at', 'fromAddress', 'subject'])
    .where('state', '=', 'unplaced')
    .where('cameAt', '>=', from)
    .where('cameAt', '<', until)
    .orderBy('cameAt')
    .execute()
  return rows.map(({ id, at, fromAddress, subject }) => ({
    number: id.slice(0, 8),
    at,
    matter: null,
    direction: 'in',
    rule: 'received',
    what: 'mail',
    from: fromAddress === '' ? { kind: 'erased' } : { kind: 'named', name: fromAddress },
    to: { kind: 'network' },
    subject,
    secrecy: null,
    files: 0,
  }))
}

/** Letters to somebody's address, and mail of theirs that stands in no matter, as far as whoever asks may know. */
export async function heldInMail(tx: Tx, { text }: PersonSought): Promise<readonly Held[]> {
  const { rows } = await sql<Omit<Held, 'kind'> & { readonly kind: 'letter' | 'mention' }>`
    select 'letter' as kind, id, subject as number, jsonb_build_object('email', recipient, 'at', to_char(created_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')) as data,
      case when matter_id is not null then 'record' when not has_role('coordinator') then 'no-right'
        when state not in ('sent', 'shown') then 'open' end as kept
    from mail_message where lower(recipient) = lower(${text})
    union all
    select 'mention', id, subject, jsonb_build_object('email', from_address, 'text', text, 'at', to_char(came_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')), 'words'
    from mail_incoming where lower(from_address) = lower(${text})
    order by 3, 2 limit ${mostHeld}`.execute(tx)
  return rows
}

/** Erases to whom a letter went that was about no matter; false where it is kept, or whoever asks has no right to. */
export async function eraseLetter(tx: Tx, letter: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`select erase_letter(${letter}, ${at}) as erased`.execute(tx)
  return rows[0]?.erased === true
}
