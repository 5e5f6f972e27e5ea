import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { PartKind, Programme, VersionedFramework } from './core/framework.ts'
import type { AreaForm, GoalForm, InterventionForm } from './core/framework-forms.ts'

/** The whole framework: the programme, and every goal, area and intervention, retired ones too. */
export async function frameworkOf(tx: Tx): Promise<VersionedFramework> {
  const programme = await tx
    .selectFrom('programme')
    .select(['name', 'vision', 'isProposal', 'proposalNote', 'version'])
    .executeTakeFirst()
  const goals = await tx
    .selectFrom('goal')
    .select(['id', 'position', 'name', 'text', 'retiredAt', 'version'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const areas = await tx
    .selectFrom('area')
    .select(['id', 'position', 'goalId as goal', 'name', 'strategy', 'retiredAt', 'version'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const interventions = await tx
    .selectFrom('intervention')
    .select(['id', 'number', 'areaId as area', 'name', 'text', 'indicatorIds as indicators'])
    .select(['retiredAt', 'version'])
    .orderBy('number')
    .orderBy('id')
    .execute()
  return { programme: programme ?? null, goals, areas, interventions }
}

/** Lets one change of a network's framework happen at a time, until the transaction ends. */
export async function holdFramework(tx: Tx, networkId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${networkId}, 3))`.execute(tx)
}

/** Which part of the framework a change is about. */
export interface PartPlace {
  readonly networkId: string
  readonly id: string
}

export async function saveProgramme(tx: Tx, networkId: string, programme: Programme): Promise<void> {
  const { isProposal, ...words } = programme
  await tx
    .updateTable('programme')
    .set({ isProposal, ...asJson(words), version: next('programme') })
    .where('networkId', '=', networkId)
    .execute()
}

/** Writes a goal, new or known. */
export async function putGoal(tx: Tx, place: PartPlace, form: GoalForm): Promise<void> {
  const columns = { position: form.position, ...asJson({ name: form.name, text: form.text }) }
  await tx
    .insertInto('goal')
    .values({ ...place, ...columns, retiredAt: null })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'id']).doUpdateSet({ ...columns, version: next('goal') }),
    )
    .execute()
}

/** Writes an area, new or known. */
export async function putArea(tx: Tx, place: PartPlace, form: AreaForm): Promise<void> {
  const words = asJson({ name: form.name, strategy: form.strategy })
  const columns = { position: form.position, goalId: form.goal, ...words }
  await tx
    .insertInto('area')
    .values({ ...place, ...columns, retiredAt: null })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'id']).doUpdateSet({ ...columns, version: next('area') }),
    )
    .execute()
}

/** Writes an intervention, new or known. */
export async function putIntervention(tx: Tx, place: PartPlace, form: InterventionForm): Promise<void> {
  const words = asJson({ name: form.name, text: form.text })
  const columns = { number: form.number, areaId: form.area, indicatorIds: form.indicators, ...words }
  await tx
    .insertInto('intervention')
    .values({ ...place, ...columns, retiredAt: null })
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'id']).doUpdateSet({ ...columns, version: next('intervention') }),
    )
    .execute()
}

/** Takes a part out of the framework, or back into it when `at` is null. */
export async function setRetired(tx: Tx, kind: PartKind, place: PartPlace, at: Date | null): Promise<void> {
  const { networkId, id } = place
  await tx
    .updateTable(kind)
    .set({ retiredAt: at, version: next(kind) })
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
