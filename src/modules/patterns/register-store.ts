import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import {
  anywhere,
  mostHeld,
  type Held,
  type PersonSought,
  type RecordKind,
  type RegisterLine,
  type RegisterPeriod,
} from '#platform/values/records.ts'

/** The kinds of records that patterns hold. */
export const patternRecordKinds = [
  { id: 'pattern-voices', of: 'network' },
] as const satisfies readonly RecordKind[]

interface PatternRow {
  readonly number: string
  readonly at: Date
  readonly subject: string
  readonly what: 'pattern' | 'pattern-note' | 'pattern-answer'
  readonly count: number
}

/** Patterns when they were confirmed, notes to leaders when they were made, and what came of it when companies were told. */
export async function patternRegister(
  tx: Tx,
  { municipality, from, until }: RegisterPeriod,
): Promise<readonly RegisterLine[]> {
  if (municipality !== null) return []
  const { rows } = await sql<PatternRow>`
    select left(p.id::text, 8) || '/' || told.part as number, told.at, w.title as subject, told.what, told.count
    from pattern p join pattern_word w on w.network_id = p.network_id and w.pattern_id = p.id
      cross join lateral (
        select 1 as part, p.decided_at as at, 'pattern' as what, 0 as count
        union all
        select 2, r.raised_at, 'pattern-note', 0 from pattern_raised r
        where r.network_id = p.network_id and r.pattern_id = p.id and r.kind = 'note'
        union all
        select 3, p.returned_at, 'pattern-answer', (select count(*)::int from pattern_matter m
          where m.network_id = p.network_id and m.pattern_id = p.id and m.due_at is not null)) as told
    where p.state = 'confirmed' and told.at >= ${from} and told.at < ${until} order by told.at, 1`.execute(tx)
  return rows.map(({ count, ...row }) => ({
    ...row,
    matter: null,
    secrecy: null,
    files: 0,
    from: { kind: 'network' },
    ...(row.what === 'pattern-answer'
      ? { direction: 'out', rule: 'sent', to: { kind: 'companies', count } }
      : { direction: 'drawn-up', rule: 'finished', to: { kind: 'nobody' } }),
  }))
}

/** Where patterns, their voices and themes speak of somebody, as far as whoever asks may read them. */
export async function heldInPatterns(tx: Tx, { text }: PersonSought): Promise<readonly Held[]> {
  const { rows } = await sql<Omit<Held, 'kind' | 'kept'>>`
    select said.id, said.number, jsonb_build_object('text', said.text) as data
    from (
      select w.pattern_id::text as id, w.title as number,
        concat_ws(' ', w.title, w.obstacle, w.because, w.asked, w.came_of, s.text) as text
      from pattern_word w left join pattern_sentence s on s.network_id = w.network_id and s.pattern_id = w.pattern_id
      union all
      select v.id::text, w.title, v.text from pattern_voice v
        join pattern_word w on w.network_id = v.network_id and w.pattern_id = v.pattern_id where v.removed_at is null
      union all
      select id::text, title, title || ' ' || question from theme
    ) as said
    where said.text ilike ${anywhere(text)} order by said.number, said.id limit ${mostHeld}`.execute(tx)
  return rows.map((row) => ({ kind: 'mention', ...row, kept: 'words' }))
}
