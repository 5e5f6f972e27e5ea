import type { PlaceYear } from '#platform/values/common-year.ts'
import type { YearValue } from './change.ts'
import type { Unit } from './indicator.ts'

/** A year's value by so many inhabitants, or why there is none. */
export type PerCapitaYear = { readonly year: number } & (
  | { readonly value: number; readonly why: null }
  | { readonly value: null; readonly why: 'no-value' | 'no-population' | 'population-zero' }
)

/** Only what counts persons or things can be shared out; a share or an index by inhabitant means nothing. */
export function mayBePerCapita(unit: Unit): boolean {
  return unit === 'persons' || unit === 'count'
}

/**
 * Each year's value by so many inhabitants of the same year. For the region both are sums: the mean of the
 * municipalities' figures by inhabitant would be another number.
 */
export function perCapita(
  values: readonly YearValue[],
  population: readonly YearValue[],
  inhabitants: 1 | 1000 | 10_000 | 100_000,
): PerCapitaYear[] {
  const people = new Map(population.map(({ year, value }) => [year, value]))
  return values.map(({ year, value }) => {
    const of = people.get(year) ?? null
    if (value === null) return { year, value, why: 'no-value' }
    if (of === null) return { year, value: null, why: 'no-population' }
    if (of <= 0) return { year, value: null, why: 'population-zero' }
    return { year, value: (value / of) * inhabitants, why: null }
  })
}

/** The series of inhabitants on the last day of the year that all municipalities of the country have: Kolada's. */
export const populationSeries = 'kolada:N01951'

/** Every place's values by thousand inhabitants. */
export function perThousandInhabitants(
  figures: readonly PlaceYear[],
  population: readonly PlaceYear[],
): readonly PlaceYear[] {
  const people = Map.groupBy(population, ({ place }) => place)
  return [...Map.groupBy(figures, ({ place }) => place)].flatMap(([place, values]) =>
    perCapita(values, people.get(place) ?? [], 1000).map(({ year, value }) => ({ place, year, value })),
  )
}

/** How many live in all of these places together; null for a year in which any of them is not known. */
export function inhabitantsOf(
  places: readonly string[],
  population: readonly PlaceYear[],
): readonly YearValue[] {
  const own = population.filter(({ place }) => places.includes(place))
  return [...Map.groupBy(own, ({ year }) => year)].map(([year, all]) => {
    const known = all.flatMap(({ value }) => value ?? [])
    return { year, value: known.length === places.length ? known.reduce((sum, one) => sum + one, 0) : null }
  })
}
