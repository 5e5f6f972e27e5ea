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

/** The kinds of records that needs and courses together hold. */
export const needRecordKinds = [
  { id: 'skill-needs', of: 'network' },
  { id: 'skill-pools', of: 'network' },
] as const satisfies readonly RecordKind[]

interface SaidRow {
  readonly number: string
  readonly at: Date
  readonly subject: string
  readonly what: 'need' | 'pool' | 'offer-asked' | 'offer'
  /** Whether somebody outside sent it; else the network wrote it down or sent it. */
  readonly isTheirs: boolean
  readonly name: string
  readonly count: number
}

/** What companies have said that they lack, whom a course was asked of and what was offered. Answers are kept with their course. */
export async function needRegister(
  tx: Tx,
  { municipality, from, until }: RegisterPeriod,
): Promise<readonly RegisterLine[]> {
  if (municipality !== null) return []
  const { rows } = await sql<SaidRow>`
    select * from (
      select left(id::text, 8) as number, said_at as at, coalesce(nullif(words, ''), concept, field) as subject, 'need' as what,
        way = 'door' as is_theirs, company_name as name, 0 as count from skill_need
      union all
      select left(p.id::text, 8) || '/1', min(l.asked_at), p.title, 'pool', false, '', count(*)::int
      from skill_pool p join pool_place l on l.network_id = p.network_id and l.pool_id = p.id group by p.id, p.title
      union all
      select left(p.id::text, 8) || '/' || left(o.id::text, 8), o.invited_at, p.title, 'offer-asked', false, o.provider, 0
      from skill_pool p join pool_offer o on o.network_id = p.network_id and o.pool_id = p.id
      union all
      select left(p.id::text, 8) || '/' || left(o.id::text, 8) || '-1', o.answered_at, p.title, 'offer', true, o.provider, 0
      from skill_pool p join pool_offer o on o.network_id = p.network_id and o.pool_id = p.id
    ) as line
    where at >= ${from} and at < ${until} order by at, number`.execute(tx)
  return rows.map(({ isTheirs, name, count, ...row }) => ({
    ...row,
    matter: null,
    secrecy: null,
    files: 0,
    ...wayOf(row.what, { isTheirs, name, count }),
  }))
}

function wayOf(
  what: SaidRow['what'],
  { isTheirs, name, count }: Pick<SaidRow, 'isTheirs' | 'name' | 'count'>,
): Pick<RegisterLine, 'direction' | 'rule' | 'from' | 'to'> {
  const network: Party = { kind: 'network' }
  const named: Party = { kind: 'named', name }
  if (isTheirs) return { direction: 'in', rule: 'received', from: named, to: network }
  if (what === 'need')
    return { direction: 'drawn-up', rule: 'entered', from: network, to: { kind: 'nobody' } }
  return {
    direction: 'out',
    rule: 'sent',
    from: network,
    to: what === 'pool' ? { kind: 'companies', count } : named,
  }
}

/** What needs and courses together hold on a person, as far as whoever asks may know it, and where they are spoken of. */
export async function heldInNeeds(
  tx: Tx,
  { text, company }: PersonSought,
  at: Date,
): Promise<readonly Held[]> {
  const like = anywhere(text)
  const { rows } = await sql<Held>`
    with own as (select id, name from company where id = ${company} and sole_trader_digest is not null)
    select 'need' as kind, n.id, coalesce(nullif(n.words, ''), n.concept, n.field) as number,
      jsonb_build_object('company', n.company_name, 'email', n.email, 'words', n.words, 'until', n.stands_until::text) as data,
      case when keeps_records(null) then need_kept(n.id, ${at}) else 'no-right' end as kept
    from skill_need n
    where lower(n.email) = lower(${text}) or n.company_name ilike ${like} or n.company_id in (select id from own)
    union all
    select 'pooled', l.id, p.title, jsonb_build_object('company', l.company_name, 'email', l.email, 'answer', coalesce(l.answer, '')),
      case when keeps_records(null) then pool_kept(p.id, ${at}) else 'no-right' end
    from pool_place l join skill_pool p on p.network_id = l.network_id and p.id = l.pool_id
    where lower(l.email) = lower(${text}) or l.company_name ilike ${like} or l.company_id in (select id from own)
    union all
    select 'pooled', o.id, p.title, jsonb_build_object('company', o.provider, 'email', o.email, 'words', o.words),
      case when keeps_records(null) then pool_kept(p.id, ${at}) else 'no-right' end
    from pool_offer o join skill_pool p on p.network_id = o.network_id and p.id = o.pool_id
    where lower(o.email) = lower(${text}) or o.provider ilike ${like}
    union all
    select 'mention', id, left(id::text, 8), jsonb_build_object('text', said), 'words'
    from (select id, words as said from skill_need
      union all select id, title || ' ' || words || ' ' || outcome from skill_pool
      union all select id, words from pool_offer) as told
    where said ilike ${like}
    order by 1 desc, 3, 2 limit ${mostHeld}`.execute(tx)
  return rows
}

/** Erases a need that stands no more; false where the law keeps it, or whoever asks has no right to. */
export async function eraseNeed(tx: Tx, need: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`select erase_need(${need}, ${at}) as erased`.execute(tx)
  return rows[0]?.erased === true
}

/** Erases who was asked about a course that is over, or offered one; false where the law keeps them, or nobody may. */
export async function erasePooled(tx: Tx, wanted: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`select erase_pooled(${wanted}, ${at}) as erased`.execute(tx)
  return rows[0]?.erased === true
}
