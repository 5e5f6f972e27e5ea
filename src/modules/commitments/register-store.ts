import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import {
  anywhere,
  mostHeld,
  type Held,
  type Party,
  type PersonSought,
  type RecordKind,
  type RegisterLine,
  type RegisterPeriod,
} from '#platform/values/records.ts'

/** The kinds of records that what was said and promised at round tables is. */
export const commitmentRecordKinds = [
  { id: 'event-notes', of: 'network' },
  { id: 'event-words', of: 'network' },
] as const satisfies readonly RecordKind[]

interface ToldRow {
  readonly number: string
  readonly at: Date
  readonly subject: string
  readonly what: 'table-notes' | 'summary' | 'promise' | 'came-of'
  readonly count: number
  readonly municipality: string | null
}

/** What was noted, told and promised at round tables: notes and the summary when it was sent, promises when they were confirmed. */
export async function commitmentRegister(
  tx: Tx,
  { municipality, from, until }: RegisterPeriod,
): Promise<readonly RegisterLine[]> {
  if (municipality !== null) return []
  const { rows } = await sql<ToldRow>`
    with told as (
      select s.event_id, s.sent_at as at, 'table-notes' as what, '2' as part, 0 as days, null as municipality from event_summary s
      union all
      select s.event_id, s.sent_at, 'summary', '3', 0, null from event_summary s
      union all
      select r.event_id, r.made_at, 'came-of', '4-' || r.days, r.days, null from event_return r
      union all
      select c.event_id, c.confirmed_at, 'promise', '5-' || left(c.id::text, 8), 0, c.municipality from commitment c)
    select e.on_day || ' ' || left(e.id::text, 8) || '/' || told.part as number, told.at, e.title as subject,
      told.what, told.municipality, (select count(*)::int from participant_letter l
        join participant p on p.network_id = l.network_id and p.id = l.participant_id
        where l.network_id = e.network_id and p.event_id = e.id
          and l.occasion = case told.what when 'summary' then 'summary' when 'came-of' then 'return-' || told.days end) as count
    from told join event e on e.network_id = current_network() and e.id = told.event_id
    where told.at >= ${from} and told.at < ${until} order by told.at, 1`.execute(tx)
  return rows.map(({ count, municipality: theirs, ...row }) => ({
    ...row,
    matter: null,
    secrecy: null,
    files: 0,
    ...wayOf(row.what, count, theirs),
  }))
}

function wayOf(
  what: ToldRow['what'],
  count: number,
  municipality: string | null,
): Pick<RegisterLine, 'direction' | 'rule' | 'from' | 'to'> {
  const network: Party = { kind: 'network' }
  if (what === 'promise') {
    const from: Party =
      municipality === null ? { kind: 'nobody' } : { kind: 'municipality', code: municipality }
    return { direction: 'in', rule: 'received', from, to: network }
  }
  if (what === 'table-notes')
    return { direction: 'drawn-up', rule: 'finished', from: network, to: { kind: 'nobody' } }
  return { direction: 'out', rule: 'sent', from: network, to: { kind: 'people', count } }
}

/** Where notes, promises and summaries speak of somebody, as far as whoever asks may read them. */
export async function heldInCommitments(tx: Tx, { text }: PersonSought): Promise<readonly Held[]> {
  const like = anywhere(text)
  const { rows } = await sql<Omit<Held, 'kind' | 'kept'>>`
    select said.id::text as id, e.title as number, jsonb_build_object('text', said.text, 'day', e.on_day::text) as data
    from (
      select t.id, n.event_id, t.text from note_text t join table_note n on n.network_id = t.network_id and n.id = t.note_id
      union all select id, event_id, what || ' ' || because || ' ' || shown_name || ' ' || shown_receiver from commitment
      union all select id, event_id, text || ' ' || fate_text from event_point
      union all select event_id, event_id, intro from event_summary
      union all select id, event_id, text from next_theme
    ) as said join event e on e.network_id = current_network() and e.id = said.event_id
    where said.text ilike ${like} order by e.on_day, said.id limit ${mostHeld}`.execute(tx)
  return rows.map((row) => ({ kind: 'mention', ...row, kept: 'words' }))
}
