import {
  cubesAsKnown,
  cubesOf,
  profileOf,
  standingOf,
  type Cube,
  type Standing,
} from '../../src/modules/statistics/index.ts'
import { storedCubes } from '../../src/modules/statistics/cube-store.ts'
import type { Tx } from '../../src/platform/database/connection.ts'
import {
  asKnownAt,
  emptyValues,
  type Design,
  type KpiAnswer,
  type PageQuestion,
  type Place,
  type ProfileRow,
  type Standings,
} from './answers.ts'
import type { SeriesNumbers } from './load-ours.ts'
import type { Questions } from './questions.ts'
import { firstYear, yearCount } from './shape.ts'
import type { Stage } from './stage.ts'

type Read = (tx: Tx, series: readonly number[]) => Promise<readonly Cube[]>

const stored: Read = async (tx, series) => (await storedCubes(tx, series, ['all'])).map(({ cube }) => cube)
const kept: Read = async (tx, series) => cubesOf(tx, series, ['all'])
const then: Read = async (tx, series) => cubesAsKnown(tx, series, asKnownAt)

/** As the program reads, for a visitor under row-level security; everything of a question in one transaction. */
export function fromDatabase({ asVisitor }: Stage, { numberOf, kpiOf }: SeriesNumbers): Design {
  return {
    ...reading(asVisitor, numberOf, stored),
    name: 'Samsyn, from the database',
    profile: async (place) =>
      (await asVisitor(async (tx) => profileOf(tx, place))).map((standing): ProfileRow => ({
        kpi: kpiOf(standing.series),
        gender: standing.gender,
        latestYear: standing.latestYear,
        latestValue: standing.latestValue,
        standing: placeOf(standing),
      })),
  }
}

/** With the cubes that the process keeps; the database is asked whether they hold, in a transaction for each question. */
export function fromKept({ asVisitor }: Stage, { numberOf }: SeriesNumbers): Design {
  return {
    ...reading(asVisitor, numberOf, kept),
    name: 'Samsyn, cubes kept, asked if they hold',
    asKnown: async ({ kpis, places }) => {
      const cubes = await asVisitor(async (tx) => cubesFor(tx, kpis.map(numberOf), then))
      return cubes.map((cube) => valuesIn(cube, places))
    },
  }
}

/** The same in a transaction that is there already, as it is when a page has other things to ask. */
export function fromKeptWithin(tx: Tx, { numberOf }: SeriesNumbers): Design {
  return {
    ...reading(async (work) => work(tx), numberOf, kept),
    name: 'Samsyn, the same in the transaction of the page',
  }
}

/** The cubes in the process and nobody asked: what is left when the database is left out. */
export async function fromCubes(
  { asVisitor }: Stage,
  { numberOf }: SeriesNumbers,
  { pages }: Questions,
): Promise<Design> {
  const series = [...new Set(pages.flatMap(({ kpis }) => kpis.map(numberOf)))]
  const cubes = new Map(
    (await asVisitor(async (tx) => stored(tx, series))).map((cube) => [cube.series, cube]),
  )
  const cubeOf = (kpi: string) => cubes.get(numberOf(kpi))
  return {
    name: 'Samsyn, cubes kept, nobody asked',
    page: (asked) => asked.kpis.map((kpi) => answerIn(cubeOf(kpi), asked)),
    rank: (kpi, places) => standingsIn(cubeOf(kpi), places),
  }
}

function reading(
  scope: Stage['asVisitor'],
  numberOf: SeriesNumbers['numberOf'],
  read: Read,
): Pick<Design, 'page' | 'rank'> {
  const cubesOfKpis = async (kpis: readonly string[]) =>
    scope(async (tx) => cubesFor(tx, kpis.map(numberOf), read))
  return {
    page: async (asked) => (await cubesOfKpis(asked.kpis)).map((cube) => answerIn(cube, asked)),
    rank: async (kpi, places) => standingsIn((await cubesOfKpis([kpi]))[0], places),
  }
}

/** The cubes of everybody, in the order of the series. */
async function cubesFor(
  tx: Tx,
  series: readonly number[],
  read: Read,
): Promise<readonly (Cube | undefined)[]> {
  const cubes = (await read(tx, series)).filter(({ gender }) => gender === 'all')
  const bySeries = new Map(cubes.map((cube) => [cube.series, cube]))
  return series.map((id) => bySeries.get(id))
}

function answerIn(cube: Cube | undefined, { places, peers }: PageQuestion): KpiAnswer {
  return {
    values: valuesIn(cube, places),
    standings: standingsIn(cube, places),
    means: meansIn(cube, peers),
  }
}

function valuesIn(cube: Cube | undefined, places: readonly string[]): Float64Array {
  const values = emptyValues(places.length)
  for (const [index, place] of places.entries())
    if (cube) values.set(cube.valuesOf(place), index * yearCount + cube.firstYear - firstYear)
  return values
}

function meansIn(cube: Cube | undefined, peers: readonly string[]): Float64Array {
  const means = emptyValues(1)
  if (!cube) return means
  const lines = peers.map((place) => cube.valuesOf(place))
  for (let at = 0; at <= cube.lastYear - cube.firstYear; at += 1) {
    let [sum, count] = [0, 0]
    for (const line of lines) {
      const value = line[at] ?? Number.NaN
      if (Number.isNaN(value)) continue
      sum += value
      count += 1
    }
    means[cube.firstYear - firstYear + at] = sum / count
  }
  return means
}

function standingsIn(cube: Cube | undefined, places: readonly string[]): Standings {
  return places.map((place) => {
    const standing = cube && standingOf(cube, place)
    return standing ? placeOf(standing) : null
  })
}

function placeOf({ common }: Standing): Place | null {
  if (!common) return null
  const { year, rank, alike, among } = common
  return { year, rank, alike, among }
}
