import { inTransaction, type Context } from '#modules/accounts'
import { frameworkOf } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import { endOfDay, type IsoDay } from '#platform/values/dates.ts'
import { inForceAmong, type AdoptedGrid } from './core/adopted-on.ts'
import { adoptionsOf } from './store.ts'
import { placeKey, treesOf } from './tree-store.ts'

type Asking = Pick<Context, 'db' | 'networkId' | 'actor' | 'asOf'>

/** Which of the interventions that counted on a day stood in which adopted programme on that day. */
export async function adoptedOn(context: Asking, day: IsoDay): Promise<AdoptedGrid> {
  const { interventions } = await inTransaction({ ...context, asOf: endOfDay(day) }, frameworkOf)
  return inTransaction(context, async (tx) => {
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
  })
}
