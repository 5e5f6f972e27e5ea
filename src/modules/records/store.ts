import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { RetentionForm } from './core/forms.ts'

/** How long an authority keeps a kind, and by which decision. */
export interface Retention {
  readonly id: number
  readonly kind: string
  /** Null preserves it. */
  readonly months: number | null
  readonly decision: string
  readonly decidedOn: string | null
  readonly saidAt: Date
  /** What had ended by then may go; null where all is preserved. */
  readonly until: Date | null
}

/** The rules that hold for an authority's records, one for each kind that anything was said of. */
export async function retentionsOf(
  tx: Tx,
  municipality: string | null,
  now: Date,
): Promise<ReadonlyMap<string, Retention>> {
  const { rows } = await sql<Retention>`
    select distinct on (kind) id, kind, months, decision, decided_on, said_at,
      ${now}::timestamptz - make_interval(months => months) as until
    from retention_rule where municipality is not distinct from ${municipality} order by kind, id desc`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.kind, row]))
}

export async function addRetention(
  tx: Tx,
  networkId: string,
  {
    kind,
    municipality,
    ...rule
  }: RetentionForm & { readonly kind: string; readonly municipality: string | null },
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('retentionRule')
    .values({ networkId, kind, municipality, ...rule, saidAt: at, saidBy: by })
    .execute()
}

/** Something that would go, or that would not and why. */
export interface Disposable {
  readonly item: string
  readonly number: string
  /** When it ended. */
  readonly at: Date
  readonly kept: string | null
}

/** The dry run: all of a kind that had ended by a moment, the oldest first. */
export async function disposalList(
  tx: Tx,
  kind: string,
  municipality: string | null,
  until: Date,
): Promise<readonly Disposable[]> {
  const { rows } = await sql<Disposable>`
    select item, number, at, kept from disposal_list(${kind}, ${municipality}, ${until})`.execute(tx)
  return rows
}

export async function addDisposal(
  tx: Tx,
  networkId: string,
  disposal: {
    readonly kind: string
    readonly municipality: string | null
    readonly ruleId: number
    readonly until: Date
    readonly items: readonly string[]
  },
  { by: confirmedBy, at: confirmedAt }: { readonly by: string; readonly at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto('disposal')
    .values({ networkId, ...disposal, items: [...disposal.items], confirmedAt, confirmedBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Carries a disposal out; how many went, null where it was carried out before. */
export async function dispose(tx: Tx, id: string, at: Date): Promise<number | null> {
  const { rows } = await sql<{ count: number | null }>`select dispose(${id}, ${at}) as count`.execute(tx)
  return rows[0]?.count ?? null
}

/** A disposal with the decision that it stands on: the protocol, once it is done. */
export interface Disposal {
  readonly id: string
  readonly kind: string
  readonly municipality: string | null
  readonly until: Date
  readonly confirmedAt: Date
  readonly confirmedBy: string
  readonly doneAt: Date | null
  readonly numbers: readonly string[] | null
  readonly asked: number
  readonly months: number | null
  readonly decision: string
  readonly decidedOn: string | null
}

/** The disposals of an authority, the newest first. */
export async function disposalsOf(tx: Tx, municipality: string | null): Promise<readonly Disposal[]> {
  return disposals(tx)
    .where('disposal.municipality', 'is not distinct from', municipality)
    .limit(100)
    .execute()
}

export async function disposalWith(tx: Tx, id: string): Promise<Disposal | undefined> {
  return disposals(tx).where('disposal.id', '=', id).executeTakeFirst()
}

function disposals(tx: Tx) {
  return tx
    .selectFrom('disposal')
    .innerJoin('retentionRule as rule', (join) =>
      join.onRef('rule.networkId', '=', 'disposal.networkId').onRef('rule.id', '=', 'disposal.ruleId'),
    )
    .innerJoin('person', 'person.id', 'disposal.confirmedBy')
    .select([
      'disposal.id',
      'disposal.kind',
      'disposal.municipality',
      'disposal.until',
      'confirmedAt',
      'doneAt',
      'numbers',
    ])
    .select(['person.name as confirmedBy', 'rule.months', 'rule.decision', 'rule.decidedOn'])
    .select(sql<number>`cardinality(items)`.as('asked'))
    .orderBy('confirmedAt', 'desc')
}

/** A matter that is kept whatever its period says. */
export interface Hold {
  readonly id: string
  readonly number: string
  readonly reason: string
  readonly placedAt: Date
}

export async function holds(tx: Tx): Promise<readonly Hold[]> {
  return tx
    .selectFrom('recordHold')
    .innerJoin('matter', 'matter.id', 'recordHold.matterId')
    .select(['recordHold.id', 'reason', 'placedAt'])
    .select(sql<string>`year || '-' || number`.as('number'))
    .where('liftedAt', 'is', null)
    .orderBy('placedAt')
    .execute()
}

/** Holds a matter; its id, undefined where whoever asks does not work on such a one, or it is held already. */
export async function holdMatter(
  tx: Tx,
  networkId: string,
  { year, number, reason }: { readonly year: number; readonly number: number; readonly reason: string },
  { by: placedBy, at: placedAt }: { readonly by: string; readonly at: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into record_hold (network_id, matter_id, reason, placed_at, placed_by)
    select ${networkId}, id, ${reason}, ${placedAt}, ${placedBy} from matter
    where year = ${year} and number = ${number} and works_on_matter(id)
    on conflict do nothing returning matter_id as id`.execute(tx)
  return rows[0]?.id
}

/** Lets a matter go again; its id. */
export async function liftHold(tx: Tx, id: string, liftedAt: Date): Promise<string | undefined> {
  const row = await tx
    .updateTable('recordHold')
    .set({ liftedAt })
    .where('id', '=', id)
    .where('liftedAt', 'is', null)
    .returning('matterId')
    .executeTakeFirst()
  return row?.matterId
}
