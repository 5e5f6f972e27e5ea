import { commonYear, type CommonYear, type PlaceYear } from '#platform/values/common-year.ts'
import type { YearValue } from './change.ts'
import { compare, type Comparison } from './compare.ts'
import type { Direction, Indicator, Unit } from './indicator.ts'
import {
  inhabitantsOf,
  mayBePerCapita,
  perCapita,
  perThousandInhabitants,
  populationSeries,
} from './per-capita.ts'
import { standingsIn, type Standing } from './standing.ts'

/** What values are written in, and which way is wished for. */
export interface ComparedMeasure {
  readonly unit: Unit
  readonly decimals: number
  readonly direction: Direction
}

/** Everything that places are compared by: their values over time, and one year that nearly all share. */
export interface PlacesCompared {
  readonly measure: ComparedMeasure
  readonly figures: readonly PlaceYear[]
  /** The region's values where they can stand beside a place's: a sum of all cannot. */
  readonly region: readonly YearValue[]
  /** Null when no place has any value. */
  readonly year: CommonYear | null
  /** The places' values of that year. */
  readonly values: ReadonlyMap<string, number>
}

interface Known {
  readonly figures: readonly PlaceYear[]
  readonly population: readonly PlaceYear[]
  readonly region: readonly YearValue[]
  /** The network's municipalities, which make up the region. */
  readonly municipalities: readonly string[]
}

/** Whether an indicator's values can be shared out on the inhabitants: it counts something else than them, and they are known. */
export function maySharePerCapita(
  { unit, series }: Pick<Indicator, 'unit' | 'series'>,
  population: readonly PlaceYear[],
): boolean {
  return mayBePerCapita(unit) && population.length > 0 && !series.includes(populationSeries)
}

/** The values as they are. */
export function placesCompared(indicator: Indicator, { figures, region }: Known): PlacesCompared {
  const { unit, decimals, direction, regionRule } = indicator
  const beside = regionRule.kind === 'sum' ? [] : region
  return inCommonYear({ unit, decimals, direction }, figures, beside)
}

/** The values by thousand inhabitants: how places of different size can be compared by what they count. */
export function placesPerCapita(indicator: Indicator, known: Known): PlacesCompared {
  const { figures, population, region, municipalities } = known
  const measure = { unit: 'per-1000', decimals: 1, direction: indicator.direction } as const
  // Only a sum can be shared out on all who live in the region.
  const shared =
    indicator.regionRule.kind === 'sum'
      ? perCapita(region, inhabitantsOf(municipalities, population), 1000)
      : []
  return inCommonYear(measure, perThousandInhabitants(figures, population), shared)
}

function inCommonYear(
  measure: ComparedMeasure,
  figures: readonly PlaceYear[],
  region: readonly YearValue[],
): PlacesCompared {
  const year = commonYear(figures)
  const values = new Map(
    figures.flatMap((one): [string, number][] =>
      one.year === year?.year && one.value !== null ? [[one.place, one.value]] : [],
    ),
  )
  return { measure, figures, region, year, values }
}

/** One place beside the others; null when no place has any value. */
export function comparisonOf(
  { measure, figures, region }: PlacesCompared,
  place: string,
  peers: readonly string[],
  chosen: readonly string[],
): Comparison | null {
  const regionIn = (year: number) => region.find((one) => one.year === year)?.value ?? null
  return compare(place, figures, { regionIn, peers, chosen }, measure)
}

/** A place's value of every year, oldest first. */
export function valuesOf({ figures }: PlacesCompared, place: string): readonly YearValue[] {
  return figures.filter((one) => one.place === place)
}

/** The places of the common year in the order of their values, the most wished-for first; those alike by their names. */
export function inOrder(
  { values, measure }: PlacesCompared,
  byName: (one: string, other: string) => number,
): readonly (readonly [place: string, standing: Standing])[] {
  return [...standingsIn(values, measure)].toSorted(
    ([one, a], [other, b]) => a.rank.best - b.rank.best || byName(one, other),
  )
}
