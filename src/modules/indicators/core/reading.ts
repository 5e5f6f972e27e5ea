import { latestChange, type Change, type YearValue } from './change.ts'
import {
  hasValues,
  type Indicator,
  type IndicatorSeries,
  type Library,
  type MissingReason,
  type Source,
} from './indicator.ts'
import { regionSeries, type RegionGap } from './region-value.ts'
import { signalOf, type Signal } from './signal.ts'
import { nextTarget, targetReading, type TargetReading } from './target.ts'

/** What there is to say about the region or a municipality by one indicator: the latest value, or why there is none. */
export type Reading =
  | {
      readonly kind: 'value'
      readonly year: number
      readonly value: number
      /** Its source, or that of something it is made of, may still change it. */
      readonly isPreliminary: boolean
      readonly change: Change
      /** Whether the value is more than the series usually varies: only then is a change called better or worse. */
      readonly signal: Signal
      /** How it stands with the target that is next to come; null where none is decided. */
      readonly target: TargetReading | null
      readonly points: readonly YearValue[]
    }
  | {
      readonly kind: 'gap'
      readonly year: number
      readonly gap: RegionGap
      readonly points: readonly YearValue[]
    }
  | { readonly kind: 'missing'; readonly year: number; readonly why: MissingReason }
  | { readonly kind: 'not-retrieved' }

/** The region's latest value, or the reason why there is none for the latest year that was tried. */
export function regionReading(
  series: IndicatorSeries,
  library: Library,
  municipalities: readonly string[],
): Reading {
  if (!hasValues(series)) return { kind: 'not-retrieved' }
  const values = regionSeries(series, library, municipalities)
  const reading = readingOf(values, series, null)
  if (reading) return reading
  const latest = values.findLast((value) => value.gap !== null)
  return latest?.gap
    ? { kind: 'gap', year: latest.year, gap: latest.gap, points: [] }
    : { kind: 'not-retrieved' }
}

/** A municipality's latest value, or why it has none. */
export function municipalityReading(series: IndicatorSeries, municipality: string): Reading {
  const own = series.observations
    .filter((observation) => observation.municipality === municipality)
    .toSorted((a, b) => a.year - b.year)
  const reading = readingOf(own, series, municipality)
  if (reading) return reading
  const latest = own.at(-1)
  return latest?.missing
    ? { kind: 'missing', year: latest.year, why: latest.missing }
    : { kind: 'not-retrieved' }
}

function readingOf(
  points: readonly YearValue[],
  { indicator, targets }: IndicatorSeries,
  place: string | null,
): Reading | null {
  const change = latestChange(points, indicator)
  const latest = points.findLast((point) => point.value !== null)
  if (!change || !latest || latest.value === null) return null
  const target = nextTarget(
    targets.filter((one) => one.place === place),
    latest.year,
  )
  return {
    kind: 'value',
    year: latest.year,
    value: latest.value,
    isPreliminary: latest.isPreliminary === true,
    change,
    signal: signalOf(points, indicator),
    target: target && targetReading(points, target, indicator),
    points: points.map(({ year, value }) => ({ year, value })),
  }
}

/** A headline indicator as it is shown: by its own value, else by its stand-in's, else by what is lacking. */
export interface HeadlineReading {
  /** The indicator that was asked for. */
  readonly indicator: Indicator
  /** The one whose value is shown; the same unless a stand-in speaks for it. */
  readonly shown: Indicator
  readonly reading: Reading
  readonly sources: readonly Source[]
}

/**
 * Reads an indicator for the region. One that has no region value is spoken for by its stand-in, if that has one;
 * what the stand-in is, is for the page to say beside the value.
 */
export function headlineReading(
  series: IndicatorSeries,
  library: Library,
  municipalities: readonly string[],
): HeadlineReading {
  const { indicator } = series
  const own = regionReading(series, library, municipalities)
  const standIn = indicator.standIn === null ? undefined : library.get(indicator.standIn)
  if (own.kind !== 'value' && standIn && standIn.indicator.retiredAt === null) {
    const instead = regionReading(standIn, library, municipalities)
    if (instead.kind === 'value') {
      return {
        indicator,
        shown: standIn.indicator,
        reading: instead,
        sources: sourcesAt(standIn, instead.year),
      }
    }
  }
  const sources = own.kind === 'value' ? sourcesAt(series, own.year) : series.sources
  return { indicator, shown: indicator, reading: own, sources }
}

/** The sources of one year's values, which may differ from those of older ones. */
function sourcesAt(series: IndicatorSeries, year: number): readonly Source[] {
  const used = new Set(series.observations.filter((one) => one.year === year).map((one) => one.source))
  return series.sources.filter((source) => used.has(source.id))
}

/** The headline indicators in their order, each read for the region. */
export function headlineReadings(
  library: Library,
  municipalities: readonly string[],
): readonly HeadlineReading[] {
  return [...library.values()]
    .filter(({ indicator }) => indicator.headline !== null && indicator.retiredAt === null)
    .toSorted((a, b) => (a.indicator.headline ?? 0) - (b.indicator.headline ?? 0))
    .map((series) => headlineReading(series, library, municipalities))
}
