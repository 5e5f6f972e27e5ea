import { cubesAsKnown, cubesOf, isMunicipality, seriesWith, type Cube } from '#modules/statistics'
import type { Tx } from '#platform/database/connection.ts'
import type { PlaceYear } from '#platform/values/common-year.ts'
import type { Indicator } from './core/indicator.ts'
import { isWithheld, joined } from './core/joined.ts'
import { populationSeries } from './core/per-capita.ts'
import { indicatorRows } from './store.ts'

/** What is known of all municipalities, also of those outside the network. */
export interface EveryPlace {
  readonly figures: readonly PlaceYear[]
  readonly population: readonly PlaceYear[]
}

/** An indicator's values of every municipality that has any, with how many live there; oldest first. */
export async function everyPlace(tx: Tx, indicator: Indicator): Promise<EveryPlace> {
  const { rows, asOf } = await indicatorRows(tx, { kind: 'these', ids: [indicator.id] })
  const own = rows.find((row) => row.indicator.id === indicator.id)?.seriesIds ?? []
  const people = [...(await seriesWith(tx, [populationSeries])).values()].map(({ id }) => id)
  const ids = [...new Set([...own, ...people])]
  const cubes = asOf ? await cubesAsKnown(tx, ids, asOf) : await cubesOf(tx, ids, ['all'])
  const read = (series: readonly number[]) => joined(series.map((id) => figuresIn(cubes, id)))
  return {
    figures: read(own).map((one) => (isWithheld(one.value, indicator) ? { ...one, value: null } : one)),
    population: read(people),
  }
}

function figuresIn(cubes: readonly Cube[], series: number): readonly PlaceYear[] {
  const cube = cubes.find((one) => one.series === series && one.gender === 'all')
  if (!cube) return []
  return [...cube.figures(cube.places.filter(isMunicipality))].map(
    ({ place, year, value, isPreliminary }) => ({
      place,
      year,
      value,
      ...(isPreliminary ? { isPreliminary } : {}),
    }),
  )
}
