import { yearsOf, type IndicatorSeries, type MissingReason } from './indicator.ts'

/** What the municipalities say in one year. */
export interface YearOfMunicipalities {
  readonly year: number
  readonly values: ReadonlyMap<
    string,
    { readonly value: number | null; readonly missing: MissingReason | null }
  >
}

/** How far apart the municipalities lie in a year. */
export interface Spread {
  readonly year: number
  readonly there: number
  readonly of: number
  readonly lowest: number
  readonly highest: number
}

/**
 * The year to show when none is asked for: the latest of those for which most municipalities have a value. A newer one
 * that only a few have published would say more about who is quick than about the region.
 */
export function bestYear(series: IndicatorSeries): number | null {
  let best: number | null = null
  let most = 1
  for (const year of yearsOf(series.observations)) {
    const known = series.observations.filter((one) => one.year === year && one.value !== null).length
    if (known >= most) [best, most] = [year, known]
  }
  return best
}

/** Every municipality's value in a year; the best year when the asked one has no value at all. */
export function municipalitiesIn(series: IndicatorSeries, asked?: number): YearOfMunicipalities | null {
  const isKnown = series.observations.some((one) => one.year === asked && one.value !== null)
  const year = asked !== undefined && isKnown ? asked : bestYear(series)
  if (year === null) return null
  const inYear = series.observations.filter((one) => one.year === year)
  return {
    year,
    values: new Map(inYear.map(({ municipality, value, missing }) => [municipality, { value, missing }])),
  }
}

/** The lowest and the highest of the municipalities' values; null when none has one. */
export function spreadOf(
  series: IndicatorSeries,
  municipalities: readonly string[],
  asked?: number,
): Spread | null {
  const found = municipalitiesIn(series, asked)
  if (!found) return null
  const values = municipalities.flatMap((code) => {
    const value = found.values.get(code)?.value ?? null
    return value === null ? [] : [value]
  })
  if (values.length === 0) return null
  return {
    year: found.year,
    there: values.length,
    of: municipalities.length,
    lowest: Math.min(...values),
    highest: Math.max(...values),
  }
}
