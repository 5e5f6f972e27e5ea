import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Rhythm } from './core/due.ts'

/** What is fetched for a series, and when. */
export interface Plan {
  readonly id: string
  readonly seriesKey: string
  /** As the source calls it. */
  readonly title: string
  readonly way: 'kolada' | 'pxweb'
  readonly question: unknown
  readonly rhythm: Rhythm
  readonly nextOn: string | null
  readonly madeBy: string
  readonly madeAt: Date
  readonly endedAt: Date | null
}

export type NewPlan = Pick<Plan, 'seriesKey' | 'title' | 'way' | 'question' | 'rhythm'>

const planColumns = [
  'id',
  'seriesKey',
  'title',
  'way',
  'question',
  'rhythm',
  'nextOn',
  'madeBy',
  'madeAt',
  'endedAt',
] as const

/** Every plan in force, by its title. */
export async function plansInForce(tx: Tx): Promise<readonly Plan[]> {
  return tx
    .selectFrom('importPlan')
    .select(planColumns)
    .where('endedAt', 'is', null)
    .orderBy('title')
    .orderBy('id')
    .execute()
}

/** A plan, in force or ended. */
export async function planWith(tx: Tx, id: string): Promise<Plan | undefined> {
  return tx.selectFrom('importPlan').select(planColumns).where('id', '=', id).executeTakeFirst()
}

/** The plan in force for a series. */
export async function planFor(tx: Tx, seriesKey: string): Promise<Plan | undefined> {
  return tx
    .selectFrom('importPlan')
    .select(planColumns)
    .where('seriesKey', '=', seriesKey)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

/** Writes a plan down; null where the series has one already. */
export async function addPlan(
  tx: Tx,
  networkId: string,
  { question, ...plan }: NewPlan,
  made: { readonly by: string; readonly at: Date },
): Promise<string | null> {
  const row = await tx
    .insertInto('importPlan')
    .values({ networkId, ...plan, question: JSON.stringify(question), madeBy: made.by, madeAt: made.at })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'seriesKey']).where('endedAt', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Ends a plan; answers whether it was in force. */
export async function endPlan(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('importPlan')
    .set({ endedAt: at, nextOn: null })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** When a plan is next carried out. */
export async function setNextDue(tx: Tx, id: string, day: string | null): Promise<void> {
  await tx.updateTable('importPlan').set({ nextOn: day }).where('id', '=', id).execute()
}

/** Plans whose day has come and that are not under way. */
export async function duePlans(tx: Tx, today: string): Promise<readonly Plan[]> {
  return tx
    .selectFrom('importPlan')
    .select(planColumns)
    .where('endedAt', 'is', null)
    .where('nextOn', '<=', today)
    .where(
      sql<boolean>`not exists (select from import_run r where r.plan_id = import_plan.id
        and r.network_id = import_plan.network_id and r.state in ('queued', 'running'))`,
    )
    .orderBy('nextOn')
    .execute()
}
