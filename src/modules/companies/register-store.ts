import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import {
  anywhere,
  mostHeld,
  type Held,
  type KeptBecause,
  type PersonSought,
  type RecordKind,
  type RegisterLine,
  type RegisterPeriod,
} from '#platform/values/records.ts'

/** The kinds of records that visits hold. */
export const visitRecordKinds = [
  { id: 'visit-words', of: 'municipality' },
  { id: 'contacts', of: 'municipality' },
  { id: 'visit-drafts', of: 'network' },
] as const satisfies readonly RecordKind[]

interface VisitRow {
  readonly number: string
  readonly at: Date
  readonly isOwn: boolean
  readonly isCorrection: boolean
  readonly municipality: string
  readonly subject: string
}

/** What was written of visits and finished, a line each: one's own, and those that others have let one in to. */
export async function visitRegister(
  tx: Tx,
  { municipality, from, until }: RegisterPeriod,
): Promise<readonly RegisterLine[]> {
  if (municipality === null) return []
  const { rows } = await sql<VisitRow>`
    select * from (
      select v.on_day || ' ' || left(v.id::text, 8) as number, v.municipality, c.name as subject, w.is_correction,
        v.municipality = ${municipality} as is_own,
        case when v.municipality = ${municipality} then w.at else greatest(v.shared_at, w.at) end as at
      from company_visit v join company c on c.network_id = v.network_id and c.id = v.company_id
        join (select network_id, visit_id, finished_at as at, false as is_correction from visit_word
              union all select network_id, visit_id, corrected_at, true from visit_correction) w
          on w.network_id = v.network_id and w.visit_id = v.id
    ) as line
    where at >= ${from} and at < ${until} order by at, number`.execute(tx)
  return rows.map(({ isOwn, isCorrection, municipality: theirs, ...row }) => ({
    ...row,
    matter: null,
    what: isCorrection ? 'correction' : 'visit',
    secrecy: null,
    files: 0,
    direction: isOwn ? 'drawn-up' : 'in',
    rule: isOwn ? 'finished' : 'made-available',
    from: { kind: 'municipality', code: theirs },
    to: isOwn ? { kind: 'nobody' } : { kind: 'municipality', code: municipality },
  }))
}

/** What the contacts hold on a person, as far as whoever asks may know it. */
export async function heldInVisits(
  tx: Tx,
  { text, company }: PersonSought,
  at: Date,
): Promise<readonly Held[]> {
  const like = anywhere(text)
  const contacts = await sql<{ id: string; number: string; data: Held['data']; kept: KeptBecause | null }>`
    select t.id, c.name as number,
      jsonb_build_object('name', t.name, 'title', t.title, 'email', t.email, 'phone', t.phone, 'addedAt', to_char(t.added_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')) as data,
      case when keeps_records(t.municipality) then contact_kept(t.id, ${at}) else 'no-right' end as kept
    from company_contact t join company c on c.network_id = t.network_id and c.id = t.company_id
    where t.erased_at is null and (lower(t.email) = lower(${text}) or t.name ilike ${like} or t.phone = ${text}
      or (t.company_id = ${company} and c.sole_trader_digest is not null))
    order by c.name, t.id limit ${mostHeld}`.execute(tx)
  const traders = await sql<{ id: string; number: string; data: Held['data']; kept: KeptBecause | null }>`
    select id, name as number, jsonb_build_object('company', name) as data, trader_kept(id) as kept
    from company where sole_trader_digest is not null and (name ilike ${like} or id = ${company})
    order by name limit ${mostHeld}`.execute(tx)
  const words = await sql<{ id: string; number: string; data: Held['data'] }>`
    select v.id, v.on_day::text as number, jsonb_build_object('text', w.said, 'at', to_char(w.finished_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')) as data
    from visit_word w join company_visit v on v.network_id = w.network_id and v.id = w.visit_id
    where w.said ilike ${like} or w.went ilike ${like}
    order by v.on_day limit ${mostHeld}`.execute(tx)
  return [
    ...contacts.rows.map((row) => ({ kind: 'contact' as const, ...row })),
    ...traders.rows.map((row) => ({ kind: 'trader' as const, ...row })),
    ...words.rows.map((row) => ({ kind: 'mention' as const, ...row, kept: 'words' as const })),
  ]
}

/** Erases a contact of one's own municipality; false where the law keeps them, or whoever asks has no right to. */
export async function eraseContact(tx: Tx, contact: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`select erase_contact(${contact}, ${at}) as erased`.execute(
    tx,
  )
  return rows[0]?.erased === true
}

/** Erases a sole trader whom no record names any more; false where one does, or whoever asks has no right to. */
export async function eraseTrader(tx: Tx, company: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`select erase_trader(${company}, ${at}) as erased`.execute(
    tx,
  )
  return rows[0]?.erased === true
}
