import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type {
  Held,
  KeptBecause,
  Party,
  PersonSought,
  RecordKind,
  RegisterLine,
  RegisterPeriod,
} from '#platform/values/records.ts'

/** The kinds of records that matters hold. */
export const matterRecordKinds = [
  { id: 'matter-answered', of: 'either' },
  { id: 'matter-planned', of: 'either' },
  { id: 'sender-details', of: 'either' },
  { id: 'matter-files', of: 'either' },
  { id: 'matter-notes', of: 'either' },
  { id: 'matter-drafts', of: 'either' },
  { id: 'matter-access', of: 'either' },
] as const satisfies readonly RecordKind[]

interface EntryRow {
  readonly matter: string
  readonly number: string
  readonly at: Date
  readonly isCompanys: boolean
  readonly isOwn: boolean
  readonly isSent: boolean
  readonly municipality: string | null
  readonly subject: string
  readonly secrecy: string | null
  readonly sender: Party
  readonly files: number
}

/**
 * What has come and gone in matters, a line each, with the matter that it stands in. A draft is no record, nor is a note
 * while the matter goes on; what was finished and not sent is one when the matter is closed.
 */
export async function matterRegister(
  tx: Tx,
  { municipality, from, until }: RegisterPeriod,
): Promise<readonly RegisterLine[]> {
  const { rows } = await sql<EntryRow>`
    select * from (
      select m.id as matter,
        m.year || '-' || m.number || '/' || row_number() over (partition by m.id order by e.id) as number,
        greatest(coalesce(e.sent_at, m.closed_at), part.added_at) as at,
        e.side = 'company' as is_companys, e.municipality is not distinct from ${municipality} as is_own,
        e.state = 'sent' as is_sent, e.municipality, t.subject, t.secrecy,
        case when s.erased_at is not null then '{"kind":"erased"}'
          when m.sender_kind = 'nameless' then '{"kind":"nameless"}'
          when s.matter_id is null or s.name_for = 'answerer' then '{"kind":"kept"}'
          else jsonb_build_object('kind', 'named', 'name', coalesce(c.name, nullif(s.contact_name, ''), '–')) end::jsonb as sender,
        (select count(*)::int from matter_file f where f.network_id = m.network_id and f.entry_id = e.id) as files
      from matter m
        join matter_text t on t.network_id = m.network_id and t.matter_id = m.id
        join matter_entry e on e.network_id = m.network_id and e.matter_id = m.id
          and (e.state = 'sent' or (e.state = 'finished' and m.state = 'closed'))
        left join matter_sender s on s.network_id = m.network_id and s.matter_id = m.id
        left join company c on c.network_id = m.network_id and c.id = s.company_id
        left join matter_part part on part.network_id = m.network_id and part.matter_id = m.id
          and part.municipality = ${municipality}
      where m.received_at < ${until} and case when ${municipality}::text is null then m.entrance is null else part.matter_id is not null end
    ) as line
    where at >= ${from} and at < ${until} order by at, number`.execute(tx)
  return rows.map((row) => lineOf(row, municipality))
}

function lineOf(row: EntryRow, municipality: string | null): RegisterLine {
  const { matter, number, at, subject, secrecy, files, sender } = row
  const own = partyOf(municipality)
  const shared = { matter, number, at, subject, secrecy, files, what: 'matter' } as const
  if (row.isCompanys) return { ...shared, direction: 'in', rule: 'received', from: sender, to: own }
  if (!row.isOwn)
    return { ...shared, direction: 'in', rule: 'made-available', from: partyOf(row.municipality), to: own }
  return row.isSent
    ? { ...shared, direction: 'out', rule: 'sent', from: own, to: sender }
    : { ...shared, direction: 'drawn-up', rule: 'closed', from: own, to: { kind: 'nobody' } }
}

function partyOf(municipality: string | null): Party {
  return municipality === null ? { kind: 'network' } : { kind: 'municipality', code: municipality }
}

/** Notes for the companies that what they sent was written out to a register. */
export async function noteExported(
  tx: Tx,
  networkId: string,
  matters: readonly string[],
  {
    personId,
    municipality,
    at,
  }: { readonly personId: string; readonly municipality: string | null; readonly at: Date },
): Promise<void> {
  if (matters.length === 0) return
  await tx
    .insertInto('matterAccess')
    .values(
      matters.map((matterId) => ({
        networkId,
        matterId,
        personId,
        municipality,
        did: 'exported' as const,
        at,
      })),
    )
    .execute()
}

const mostFound = 200

/** What matters hold on a person, as far as whoever asks may know it: who sent them, and where they are spoken of. */
export async function heldInMatters(
  tx: Tx,
  { text, company }: PersonSought,
  at: Date,
): Promise<readonly Held[]> {
  const like = `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`
  const senders = await sql<{ id: string; number: string; data: Held['data']; kept: KeptBecause | null }>`
    select s.matter_id as id, m.year || '-' || m.number as number,
      jsonb_build_object('name', s.contact_name, 'email', s.email, 'phone', s.phone, 'company', coalesce(c.name, ''),
        'organisationNumber', coalesce(c.organisation_number, ''), 'sentAt', to_char(m.received_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')) as data,
      sender_kept(s.matter_id, ${at}) as kept
    from matter_sender s join matter m on m.network_id = s.network_id and m.id = s.matter_id
      left join company c on c.network_id = s.network_id and c.id = s.company_id
    where s.erased_at is null and (lower(s.email) = lower(${text}) or s.contact_name ilike ${like} or c.name ilike ${like} or s.phone = ${text}
      or s.company_id = ${company})
    order by m.year, m.number limit ${mostFound}`.execute(tx)
  const words = await sql<{ id: string; number: string; data: Held['data'] }>`
    select e.id::text, m.year || '-' || m.number as number, jsonb_build_object('text', e.text, 'at', to_char(e.written_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')) as data
    from matter_entry e join matter m on m.network_id = e.network_id and m.id = e.matter_id
    where e.text ilike ${like}
    union all
    select n.id::text, m.year || '-' || m.number, jsonb_build_object('text', n.text, 'at', to_char(n.written_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD'))
    from matter_note n join matter m on m.network_id = n.network_id and m.id = n.matter_id
    where n.text ilike ${like}
    order by 2, 1 limit ${mostFound}`.execute(tx)
  return [
    ...senders.rows.map((row) => ({ kind: 'sender' as const, ...row })),
    ...words.rows.map((row) => ({ kind: 'mention' as const, ...row, kept: 'words' as const })),
  ]
}

/** Erases who sent a matter; false where the law keeps it, or whoever asks has no right to. */
export async function eraseSender(tx: Tx, matter: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`select erase_sender(${matter}, ${at}) as erased`.execute(tx)
  return rows[0]?.erased === true
}

/** The address of a matter's sender, to answer what they have asked; empty where there is none. */
export async function senderAddress(tx: Tx, matter: string): Promise<string> {
  const row = await tx
    .selectFrom('matterSender')
    .select('email')
    .where('matterId', '=', matter)
    .executeTakeFirst()
  return row?.email ?? ''
}
