import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { PartKind, Programme, VersionedFramework } from './core/framework.ts'
import { partSaid, type PartVersion } from './core/framework-versions.ts'
import type { AreaForm, GoalForm, InterventionForm, StatusForm } from './core/framework-forms.ts'
import type { Vocabulary } from './core/vocabulary.ts'

/**
 * The whole framework: the programme, and every goal, area, intervention and status, retired ones too; as it was at the
 * moment that the transaction speaks of.
 */
export async function frameworkOf(tx: Tx): Promise<VersionedFramework> {
  const programme = await tx
    .selectFrom('programmeThen')
    .select(['name', 'vision', 'isProposal', 'proposalNote', 'version'])
    .executeTakeFirst()
  const goals = await tx
    .selectFrom('goalThen')
    .select(['id', 'position', 'name', 'text', 'retiredAt', 'version'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const areas = await tx
    .selectFrom('areaThen')
    .select(['id', 'position', 'goalId as goal', 'name', 'strategy', 'retiredAt', 'version'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const interventions = await tx
    .selectFrom('interventionThen')
    .select(['id', 'number', 'areaId as area', 'name', 'text', 'indicatorIds as indicators'])
    .select(['retiredAt', 'version'])
    .orderBy('number')
    .orderBy('id')
    .execute()
  const statuses = await statusRows(tx).execute()
  return { programme: programme ?? null, goals, areas, interventions, statuses }
}

/** How the network words the statuses, as it did at the moment that the transaction speaks of. */
export async function vocabularyOf(tx: Tx): Promise<Vocabulary> {
  return statusRows(tx).execute()
}

function statusRows(tx: Tx) {
  return tx
    .selectFrom('statusThen')
    .select(['id', 'position', 'name', 'text', 'retiredAt', 'version'])
    .orderBy('position')
    .orderBy('id')
}

/** Lets one change of a network's framework happen at a time, until the transaction ends. */
export async function holdFramework(tx: Tx, networkId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${networkId}, 3))`.execute(tx)
}

/** Which part of the framework is changed, and when. */
export interface PartChange {
  readonly networkId: string
  readonly id: string
  readonly at: Date
}

export async function saveProgramme(
  tx: Tx,
  { networkId, at }: Omit<PartChange, 'id'>,
  programme: Programme,
): Promise<void> {
  const { isProposal, ...words } = programme
  await tx
    .updateTable('programme')
    .set({ isProposal, ...asJson(words), version: next('programme'), validFrom: at })
    .where('networkId', '=', networkId)
    .execute()
}

/** Writes a goal, new or known. */
export async function putGoal(tx: Tx, { at, ...place }: PartChange, form: GoalForm): Promise<void> {
  const words = asJson({ name: form.name, text: form.text })
  const columns = { position: form.position, ...words, validFrom: at }
  await tx
    .insertInto('goal')
    .values({ ...place, ...columns, retiredAt: null })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'id']).doUpdateSet({ ...columns, version: next('goal') }),
    )
    .execute()
}

/** Writes an area, new or known. */
export async function putArea(tx: Tx, { at, ...place }: PartChange, form: AreaForm): Promise<void> {
  const words = asJson({ name: form.name, strategy: form.strategy })
  const columns = { position: form.position, goalId: form.goal, ...words, validFrom: at }
  await tx
    .insertInto('area')
    .values({ ...place, ...columns, retiredAt: null })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'id']).doUpdateSet({ ...columns, version: next('area') }),
    )
    .execute()
}

/** Writes an intervention, new or known. */
export async function putIntervention(
  tx: Tx,
  { at, ...place }: PartChange,
  form: InterventionForm,
): Promise<void> {
  const words = asJson({ name: form.name, text: form.text })
  const placed = { number: form.number, areaId: form.area, indicatorIds: form.indicators }
  const columns = { ...placed, ...words, validFrom: at }
  await tx
    .insertInto('intervention')
    .values({ ...place, ...columns, retiredAt: null })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'id']).doUpdateSet({ ...columns, version: next('intervention') }),
    )
    .execute()
}

/** Rewords a status; there are as many as the rules know. */
export async function putStatus(tx: Tx, { networkId, id, at }: PartChange, form: StatusForm): Promise<void> {
  const words = asJson({ name: form.name, text: form.text })
  await tx
    .updateTable('status')
    .set({ position: form.position, ...words, version: next('status'), validFrom: at })
    .where('networkId', '=', networkId)
    .where(sql<string>`id`, '=', id)
    .execute()
}

/** Takes a part out of the framework, or back into it. */
export async function setRetired(
  tx: Tx,
  kind: PartKind,
  { networkId, id, at }: PartChange,
  isRetired: boolean,
): Promise<void> {
  await tx
    .updateTable(kind)
    .set({ retiredAt: isRetired ? at : null, version: next(kind), validFrom: at })
    .where('networkId', '=', networkId)
    .where('id', '=', id)
    .execute()
}

function next(table: PartKind | 'programme') {
  return sql<number>`${sql.ref(`${table}.version`)} + 1`
}

function asJson<Words extends Readonly<Record<string, unknown>>>(words: Words): Record<keyof Words, string> {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, JSON.stringify(value)]),
  ) as Record<keyof Words, string>
}

/** Every version of every part of the framework, those that hold now among them. */
export async function partVersions(tx: Tx): Promise<readonly PartVersion[]> {
  const { rows } = await sql<Omit<PartVersion, 'since' | 'said'> & { since: Date | number; said: unknown }>`
    select 'programme' as kind, '' as id, version, valid_from as since, to_jsonb(programme) as said from programme
    union all select 'goal', id, version, valid_from, to_jsonb(goal) from goal
    union all select 'area', id, version, valid_from, to_jsonb(area) from area
    union all select 'intervention', id, version, valid_from, to_jsonb(intervention) from intervention
    union all select 'status', id, version, valid_from, to_jsonb(status) from status
    union all select kind, id, version, valid_from, said from framework_past`.execute(tx)
  return rows.map(({ since, said, ...rest }) => ({
    ...rest,
    // Minus infinity comes as a number.
    since: since instanceof Date ? since : null,
    said: partSaid(said),
  }))
}
