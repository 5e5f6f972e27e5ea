import { LRUCache } from 'lru-cache'
import type { Tx } from '#platform/database/connection.ts'
import type { Cube } from './core/cube.ts'
import { genders, type Gender } from './core/figure.ts'
import { cubesFromFigures, cubeVersions, storedCubes, type CubeVersion } from './cube-store.ts'
import { retrievedAfter } from './store.ts'

const mostBytes = 64 * 2 ** 20

interface Kept {
  readonly version: string
  readonly cube: Cube
}

/** By series and gender: no two networks share a series. */
const kept = new LRUCache<string, Kept>({ maxSize: mostBytes, sizeCalculation: ({ cube }) => cube.size })

/**
 * What is known now of these series: a cube for each gender that there are figures of, or for those that are named. The
 * process keeps the cubes it has read, and asks the database each time which versions hold: whoever may not see a cube, or
 * sees another version of it, is never given the one that is kept.
 */
export async function cubesOf(
  tx: Tx,
  series: readonly number[],
  only: readonly Gender[] = genders,
): Promise<readonly Cube[]> {
  const isAnyKept = series.some((id) => only.some((gender) => kept.has(keyOf(id, genders.indexOf(gender)))))
  const held = isAnyKept ? heldIn(await cubeVersions(tx, series, only)) : null
  // A series of which one cube is lacking is read whole: its genders are always of one moment.
  const lacking = held ? series.filter((id) => held.get(id)?.includes(null)) : series
  const read = await storedCubes(tx, lacking, only)
  for (const { series: id, gender, version, cube } of read) kept.set(keyOf(id, gender), { version, cube })
  const fresh = Map.groupBy(
    read.map(({ cube }) => cube),
    (cube) => cube.series,
  )
  return series.flatMap((id) => fresh.get(id) ?? held?.get(id)?.filter((cube) => cube !== null) ?? [])
}

/** What was known of these series at a moment. */
export async function cubesAsKnown(tx: Tx, series: readonly number[], at: Date): Promise<readonly Cube[]> {
  const now = await cubesOf(tx, series)
  const later = await retrievedAfter(
    tx,
    now.flatMap(({ retrievalIds }) => retrievalIds),
    at,
  )
  // A cube to which nothing has come since is what it was. The others are made of their figures, which takes longer.
  const isOther = new Set(
    now.flatMap((cube) => (cube.retrievalIds.some((id) => later.has(id)) ? [cube.series] : [])),
  )
  const then = await cubesFromFigures(tx, [...isOther], at)
  return [...now.filter((cube) => !isOther.has(cube.series)), ...then]
}

/** The cubes that are kept in the version that holds, of each series in order; null for each that is not. */
function heldIn(versions: readonly CubeVersion[]): ReadonlyMap<number, readonly (Cube | null)[]> {
  const bySeries = Map.groupBy(versions, ({ series }) => series)
  return new Map(
    [...bySeries].map(([id, own]) => [
      id,
      own.map(({ gender, version }) => {
        const one = kept.get(keyOf(id, gender))
        return one?.version === version ? one.cube : null
      }),
    ]),
  )
}

function keyOf(series: number, gender: number): string {
  return `${series} ${gender}`
}
