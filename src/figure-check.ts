import { allNetworkIds } from '#modules/region'
import { checkCubes, rebuildCubes, type CubeFault } from '#modules/statistics'
import type { Database } from '#platform/database/connection.ts'

const inWords: Readonly<Record<CubeFault['kind'], string>> = {
  'cube-lacks': 'there is no cube of the figures',
  'cube-differs': 'the cube does not say what the figures say',
  'cube-without-figures': 'there is a cube but there are no figures',
  'standing-differs': 'the standings do not say what the figures say',
  'figures-without-series': 'there are figures of a series that is not there',
  'figures-without-retrieval': 'there are figures whose retrieval is not there',
}

/**
 * Compares what is derived from the figures with the figures, in every network, and mends it if that is asked for. Answers
 * what to print, and whether all is well now. `ownerDb` speaks as the database's owner.
 */
export async function checkFigures(
  ownerDb: Database,
  mends: boolean,
): Promise<{ readonly lines: readonly string[]; readonly isWell: boolean }> {
  const lines: string[] = []
  let left = 0
  for (const { id, slug } of await allNetworkIds(ownerDb)) {
    await ownerDb.transaction().execute(async (tx) => {
      const faults = await checkCubes(tx, id)
      const told = faults.map(({ kind, series }) => `${slug}: series ${series}: ${inWords[kind]}`)
      if (faults.length > 0 && mends) {
        const mended = await rebuildCubes(tx, id, faults)
        const after = await checkCubes(tx, id)
        lines.push(...told, `${slug}: made anew for ${mended} series, ${after.length} faults left`)
        left += after.length
      } else {
        lines.push(...told, `${slug}: ${faults.length} faults`)
        left += faults.length
      }
    })
  }
  return { lines, isWell: left === 0 }
}
