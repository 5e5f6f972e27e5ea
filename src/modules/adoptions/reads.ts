import { frameworkOf } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import { inForceAmong, type AdoptedGrid } from './core/adopted-on.ts'
import { adoptionsOf } from './store.ts'
import { placeKey, treesOf } from './tree-store.ts'

/** Which of the interventions that count now stood in which adopted programme on a day. */
export async function adoptedOn(tx: Tx, day: IsoDay): Promise<AdoptedGrid> {
  const { interventions } = await frameworkOf(tx)
  const found = inForceAmong(await municipalitiesOf(tx), await adoptionsOf(tx), day)
  const sure = found.flatMap(({ inForce }) => (inForce.kind === 'one' ? [inForce.version] : []))
  const trees = await treesOf(tx, sure)
  return {
    day,
    interventions: interventions.filter(({ retiredAt }) => retiredAt === null),
    columns: found.map((column) => ({
      ...column,
      mapped: column.inForce.kind === 'one' ? (trees.get(placeKey(column.inForce.version)) ?? null) : null,
    })),
  }
}
