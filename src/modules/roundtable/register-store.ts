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

/** The kinds of records that round tables hold. */
export const eventRecordKinds = [
  { id: 'event-people', of: 'network' },
] as const satisfies readonly RecordKind[]

interface LettersRow {
  readonly number: string
  readonly at: Date
  readonly subject: string
  readonly count: number
}

/**
 * Whom the network has written to about its round tables: a line for each occasion and day. What was told afterwards stands
 * where it was written; answers are kept with their event.
 */
export async function eventRegister(
  tx: Tx,
  { municipality, from, until }: RegisterPeriod,
): Promise<readonly RegisterLine[]> {
  if (municipality !== null) return []
  const { rows } = await sql<LettersRow>`
    select e.on_day || ' ' || left(e.id::text, 8) || '/1-' || to_char((l.sent_at at time zone 'Europe/Stockholm')::date, 'YYMMDD') || '-' ||
        (array_agg(left(l.id::text, 4) order by l.sent_at, l.id))[1] as number, min(l.sent_at) as at, e.title as subject,
      count(*)::int as count
    from participant_letter l
      join participant p on p.network_id = l.network_id and p.id = l.participant_id
      join event e on e.network_id = p.network_id and e.id = p.event_id
    where l.occasion <> 'summary' and l.occasion not like 'return-%' and l.sent_at >= ${from} and l.sent_at < ${until}
    group by e.id, e.on_day, e.title, l.occasion, (l.sent_at at time zone 'Europe/Stockholm')::date
    order by 2, 1`.execute(tx)
  return rows.map(({ count, ...row }) => ({
    ...row,
    matter: null,
    direction: 'out',
    rule: 'sent',
    what: 'invitation',
    from: { kind: 'network' },
    to: { kind: 'people', count },
    secrecy: null,
    files: 0,
  }))
}

/** What lists of who was invited hold on a person, as far as whoever asks may know it. */
export async function heldInEvents(
  tx: Tx,
  { text, company }: PersonSought,
  at: Date,
): Promise<readonly Held[]> {
  const { rows } = await sql<Omit<Held, 'kind'>>`
    select p.id, e.title as number,
      jsonb_build_object('name', p.name, 'title', p.title, 'organisation', p.organisation, 'email', coalesce(c.email, ''),
        'phone', coalesce(c.phone, ''), 'food', coalesce(n.food, ''), 'other', coalesce(n.other, ''),
        'day', e.on_day::text, 'state', p.state) as data,
      case when keeps_records(null) then participant_kept(p.id, ${at}) else 'no-right' end as kept
    from participant p
      join event e on e.network_id = p.network_id and e.id = p.event_id
      left join participant_contact c on c.network_id = p.network_id and c.participant_id = p.id
      left join participant_need n on n.network_id = p.network_id and n.participant_id = p.id
      left join company on company.network_id = p.network_id and company.id = p.company_id
    where p.erased_at is null and (lower(c.email) = lower(${text}) or c.phone = ${text} or p.name ilike ${anywhere(text)}
      or (p.company_id = ${company} and company.sole_trader_digest is not null))
    order by e.on_day, p.id limit ${mostHeld}`.execute(tx)
  return rows.map((row) => ({ kind: 'participant', ...row }))
}

/** Erases a participant of a round table that is over; false where the law keeps them, or whoever asks has no right to. */
export async function eraseParticipant(tx: Tx, participant: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{
    erased: boolean
  }>`select erase_participant(${participant}, ${at}) as erased`.execute(tx)
  return rows[0]?.erased === true
}
