import type { YearValue } from './change.ts'
import type { IndicatorSeries } from './indicator.ts'
import type { RegionValue } from './region-value.ts'

interface Known {
  readonly series: IndicatorSeries
  readonly region: readonly RegionValue[]
}

/** A place's values year by year, oldest first: a municipality's by its code, the region's by null. */
export function placeValues({ series, region }: Known, place: string | null): readonly YearValue[] {
  if (place === null) return region
  return series.observations
    .filter(({ municipality }) => municipality === place)
    .toSorted((a, b) => a.year - b.year)
}
