import type { Tx } from '#platform/database/connection.ts'
import type { Topic } from './core/topic.ts'
import type { TownHall } from './core/route.ts'

/** The topics that a matter may be about now, in their order. */
export async function topicsOf(tx: Tx): Promise<readonly Topic[]> {
  return tx
    .selectFrom('topic')
    .select(['id', 'name', 'hint', 'questions'])
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** How each of those municipalities takes matters now. */
export async function townHallsOf(tx: Tx, municipalities: readonly string[]): Promise<readonly TownHall[]> {
  if (municipalities.length === 0) return []
  const desks = await tx
    .selectFrom('desk')
    .select(['municipality', 'id', 'ownerId as owner'])
    .where('municipality', 'in', municipalities)
    .where('closedAt', 'is', null)
    .orderBy('id')
    .execute()
  const tables = await tx
    .selectFrom('routingTable')
    .distinctOn('municipality')
    .select(['municipality', 'version', 'rules'])
    .where('municipality', 'in', municipalities)
    .orderBy('municipality')
    .orderBy('version', 'desc')
    .execute()
  return municipalities.map((municipality) => {
    const table = tables.find((one) => one.municipality === municipality)
    return {
      municipality,
      desks: desks.filter((desk) => desk.municipality === municipality),
      version: table?.version ?? null,
      rules: table?.rules ?? [],
    }
  })
}
