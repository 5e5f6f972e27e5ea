import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Tx } from '#platform/database/connection.ts'
import { Cube, pack, type PackedCube } from './core/cube.ts'
import { genders, type Gender } from './core/figure.ts'
import { figuresAsKnown } from './figure-store.ts'

/** Which cube, and what tells this version of its row from every other. */
export interface CubeVersion {
  readonly series: number
  readonly gender: number
  readonly version: string
}

// A row that is written anew has another writer or another place, and no two networks have a row in common.
const version = sql<string>`concat(network_id, ctid, xmin)`

const of = (series: readonly number[], only: readonly Gender[]) =>
  sql`series_id = any (${sql.val([...series])}::int[])
    and gender = any (${sql.val(only.map((gender) => genders.indexOf(gender)))}::smallint[])`

/** The versions that are stored of these series' cubes: far less to read than the cubes. */
export async function cubeVersions(
  tx: Tx,
  series: readonly number[],
  only: readonly Gender[],
): Promise<readonly CubeVersion[]> {
  const { rows } = await sql<CubeVersion>`
    select series_id as series, gender, ${version} as version from cube where ${of(series, only)}
    order by series_id, gender`.execute(tx)
  return rows
}

type CubeRow = CubeVersion & Omit<PackedCube, 'places'> & { readonly places: string }

/** What is stored now of these series: a cube for each gender that there are figures of. */
export async function storedCubes(
  tx: Tx,
  series: readonly number[],
  only: readonly Gender[] = genders,
): Promise<readonly (CubeVersion & { readonly cube: Cube })[]> {
  if (series.length === 0) return []
  const { rows } = await sql<CubeRow>`
    select series_id as series, gender, ${version} as version, first_year, to_json(places)::text as places, width, cells,
      preliminary, retrievals, retrieval_of, notes
    from cube where ${of(series, only)} order by series_id, gender`.execute(tx)
  return rows.map(({ series: id, gender, version: own, places, ...packed }) => ({
    series: id,
    gender,
    version: own,
    cube: new Cube(id, genders[gender] ?? 'all', { ...packed, places: placesIn(places) }),
  }))
}

const lists = new LRUCache<string, readonly string[]>({ max: 200 })

/** Nearly all cubes have the same places: each list is read once, and held once. */
function placesIn(list: string): readonly string[] {
  const places = lists.get(list) ?? (JSON.parse(list) as readonly string[])
  lists.set(list, places)
  return places
}

/** The cubes as the figures say they must be; or must have been at a moment. */
export async function cubesFromFigures(
  tx: Tx,
  series: readonly number[],
  at?: Date,
): Promise<readonly Cube[]> {
  const figures = await figuresAsKnown(tx, series, at)
  const bySeries = Map.groupBy(figures, (figure) => `${figure.series} ${figure.gender}`)
  return [...bySeries.values()].flatMap((own) => {
    const [first] = own
    return first ? [new Cube(first.series, first.gender, pack(own))] : []
  })
}

/** Writes cubes in place of those that are there. */
export async function putCubes(tx: Tx, networkId: string, cubes: readonly Cube[]): Promise<void> {
  if (cubes.length === 0) return
  await tx
    .insertInto('cube')
    .values(
      cubes.map(({ series, gender, packed: { places, retrievals, notes, ...rest } }) => ({
        networkId,
        seriesId: series,
        gender: genders.indexOf(gender),
        places: [...places],
        retrievals: [...retrievals],
        notes: notes && JSON.stringify(notes),
        ...rest,
        cells: Buffer.from(rest.cells),
        preliminary: rest.preliminary && Buffer.from(rest.preliminary),
        retrievalOf: rest.retrievalOf && Buffer.from(rest.retrievalOf),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['networkId', 'seriesId', 'gender']).doUpdateSet((row) => ({
        firstYear: row.ref('excluded.firstYear'),
        places: row.ref('excluded.places'),
        width: row.ref('excluded.width'),
        cells: row.ref('excluded.cells'),
        preliminary: row.ref('excluded.preliminary'),
        retrievals: row.ref('excluded.retrievals'),
        retrievalOf: row.ref('excluded.retrievalOf'),
        notes: row.ref('excluded.notes'),
      })),
    )
    .execute()
}

/** Takes away what is derived of these series. Only the database's owner may. */
export async function dropDerived(tx: Tx, networkId: string, series: readonly number[]): Promise<void> {
  const those = sql<boolean>`series_id = any (${sql.val([...series])}::int[])`
  await tx.deleteFrom('cube').where('networkId', '=', networkId).where(those).execute()
  await tx.deleteFrom('standing').where('networkId', '=', networkId).where(those).execute()
}
