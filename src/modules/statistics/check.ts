import type { Tx } from '#platform/database/connection.ts'
import { cubesFromFigures, dropDerived, putCubes, storedCubes } from './cube-store.ts'
import type { Cube } from './core/cube.ts'
import type { Gender } from './core/figure.ts'
import { standingsOf, type Standing } from './core/standing.ts'
import { orphans } from './figure-store.ts'
import { profilesOf, standingsToPut } from './standing-store.ts'
import { holdFigures, seriesIn } from './store.ts'

/** Where what is derived does not say what the figures say. */
export interface CubeFault {
  readonly kind:
    | 'cube-lacks'
    | 'cube-differs'
    /** There is a cube of figures that are not there. */
    | 'cube-without-figures'
    | 'standing-differs'
    /** Figures of a series, or with a retrieval, that is not there. No rebuilding mends that. */
    | 'figures-without-series'
    | 'figures-without-retrieval'
  readonly series: number
  readonly gender: Gender | null
}

const seriesAtOnce = 50

/**
 * Compares every cube and standing of a network with its figures. It reads everything, and so takes a while; nothing is
 * written, and others may write meanwhile.
 */
export async function checkCubes(tx: Tx, networkId: string): Promise<readonly CubeFault[]> {
  const faults: CubeFault[] = [...(await orphans(tx, networkId))]
  const all = await seriesIn(tx, networkId)
  for (let start = 0; start < all.length; start += seriesAtOnce) {
    const ids = all.slice(start, start + seriesAtOnce)
    const are = (await storedCubes(tx, ids)).map(({ cube }) => cube)
    const should = await cubesFromFigures(tx, ids)
    faults.push(...cubeFaults(are, should))
    faults.push(...standingFaults(await profilesOf(tx, ids), should.flatMap(standingsOf)))
  }
  return faults
}

/**
 * Makes the cubes and standings anew of every series that has a fault, as the database's owner; gives how many series that
 * were.
 */
export async function rebuildCubes(tx: Tx, networkId: string, faults: readonly CubeFault[]): Promise<number> {
  await holdFigures(tx, networkId)
  const ids = [...new Set(faults.map(({ series }) => series))]
  for (let start = 0; start < ids.length; start += seriesAtOnce) {
    const some = ids.slice(start, start + seriesAtOnce)
    const cubes = await cubesFromFigures(tx, some)
    await dropDerived(tx, networkId, some)
    await putCubes(tx, networkId, cubes)
    await standingsToPut(tx, networkId, cubes.flatMap(standingsOf))()
  }
  return ids.length
}

function keyOf({ series, gender }: Pick<Cube, 'series' | 'gender'>): string {
  return `${series} ${gender}`
}

function cubeFaults(are: readonly Cube[], should: readonly Cube[]): readonly CubeFault[] {
  const known = new Map(are.map((cube) => [keyOf(cube), cube]))
  const right = new Set(should.map(keyOf))
  const wrong = should.flatMap((cube): CubeFault[] => {
    const is = known.get(keyOf(cube))
    if (!is) return [faultIn('cube-lacks', cube)]
    return saysTheSame(is, cube) ? [] : [faultIn('cube-differs', cube)]
  })
  const stray = are.filter((cube) => !right.has(keyOf(cube)))
  return [...wrong, ...stray.map((cube) => faultIn('cube-without-figures', cube))]
}

function faultIn(kind: CubeFault['kind'], { series, gender }: Pick<Cube, 'series' | 'gender'>): CubeFault {
  return { kind, series, gender }
}

function saysTheSame(one: Cube, other: Cube): boolean {
  const [a, b] = [one, other].map((cube) => JSON.stringify([...cube.figures()]))
  return a === b
}

function said(one: Standing): readonly [string, string] {
  return [`${keyOf(one)} ${one.place}`, JSON.stringify(one)]
}

function standingFaults(are: readonly Standing[], should: readonly Standing[]): readonly CubeFault[] {
  const known = new Map(are.map(said))
  const wrong = should.filter((one) => known.get(said(one)[0]) !== said(one)[1])
  const series = new Map(wrong.map((one) => [keyOf(one), one]))
  return [...series.values()].map((one) => faultIn('standing-differs', one))
}
