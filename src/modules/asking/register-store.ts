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

/** The kinds of records that asks hold. */
export const askRecordKinds = [{ id: 'ask-words', of: 'either' }] as const satisfies readonly RecordKind[]

interface AskRow {
  readonly id: string
  readonly title: string
  readonly sentAt: Date
  readonly closedAt: Date | null
  readonly asked: number
}

/** Asks that were sent, and what came of them when they closed. Single answers are kept in order with their ask (OSL 5:1). */
export async function askRegister(
  tx: Tx,
  { municipality, from, until }: RegisterPeriod,
): Promise<readonly RegisterLine[]> {
  const { rows } = await sql<AskRow>`
    select left(ask.id::text, 8) as id, title, sent_at, closed_at,
      (select count(*)::int from ask_recipient r where r.network_id = ask.network_id and r.ask_id = ask.id) as asked
    from ask where municipality is not distinct from ${municipality}
      and (sent_at >= ${from} and sent_at < ${until} or closed_at >= ${from} and closed_at < ${until})`.execute(
    tx,
  )
  const own =
    municipality === null
      ? { kind: 'network' as const }
      : { kind: 'municipality' as const, code: municipality }
  const isIn = (at: Date) => at >= from && at < until
  return rows.flatMap(({ id, title: subject, sentAt, closedAt, asked }): readonly RegisterLine[] => {
    const shared = { subject, matter: null, from: own, secrecy: null, files: 0 }
    return [
      ...(isIn(sentAt)
        ? [
            {
              ...shared,
              number: `${id}/1`,
              at: sentAt,
              what: 'ask',
              direction: 'out',
              rule: 'sent',
              to: { kind: 'companies', count: asked },
            } as const,
          ]
        : []),
      ...(closedAt && isIn(closedAt)
        ? [
            {
              ...shared,
              number: `${id}/2`,
              at: closedAt,
              what: 'answers',
              direction: 'drawn-up',
              rule: 'finished',
              to: { kind: 'nobody' },
            } as const,
          ]
        : []),
    ]
  })
}

/** Asks that went to somebody's address, as far as whoever asks may know. */
export async function heldInAsks(tx: Tx, { text, company }: PersonSought): Promise<readonly Held[]> {
  const { rows } = await sql<Omit<Held, 'kind'>>`
    select r.id, ask.title as number,
      jsonb_build_object('email', r.email, 'company', c.name, 'askedAt', to_char(r.asked_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD'), 'ground', r.ground) as data,
      case when ask.closed_at is null then 'open-ask' end as kept
    from ask_recipient r join ask on ask.network_id = r.network_id and ask.id = r.ask_id
      join company c on c.network_id = r.network_id and c.id = r.company_id
    where r.erased_at is null and (lower(r.email) = lower(${text}) or (r.company_id = ${company} and c.sole_trader_digest is not null))
    order by r.asked_at limit ${mostHeld}`.execute(tx)
  return rows.map((row) => ({ kind: 'recipient' as const, ...row }))
}

/** Erases the address that an ask went to; false while the ask is open, or where whoever asks has no right to. */
export async function eraseRecipient(tx: Tx, recipient: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{
    erased: boolean
  }>`select erase_recipient(${recipient}, ${at}) as erased`.execute(tx)
  return rows[0]?.erased === true
}
