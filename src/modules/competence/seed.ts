import { plantOrganisations } from '#modules/accounts'
import type { Tx } from '#platform/database/connection.ts'
import { PlantedSupport } from './core/planted.ts'
import { Support } from './finder/support.ts'

/** Writes the supports that are known from the start, as the database's owner. Nobody here has written or checked them. */
export async function plantSupports(
  tx: Tx,
  networkId: string,
  files: readonly unknown[],
  now: Date,
): Promise<void> {
  const supports = files.map((file) => PlantedSupport.parse(file))
  if (supports.length === 0) return
  const givers = new Map(supports.map(({ giver }) => [giver.id, giver]))
  await plantOrganisations(tx, networkId, [...givers.values()])
  await tx
    .insertInto('support')
    .values(
      supports.map(({ id, giver }) => ({ networkId, id, giver: giver.id, addedAt: now, remindedAt: null })),
    )
    .execute()
  await tx
    .insertInto('supportVersion')
    .values(
      supports.map(({ id, content }) => ({
        networkId,
        supportId: id,
        content: JSON.stringify(Support.parse(content)),
        writtenAt: now,
        writtenBy: null,
        confirmedAt: now,
        confirmedBy: null,
        droppedAt: null,
      })),
    )
    .execute()
}
