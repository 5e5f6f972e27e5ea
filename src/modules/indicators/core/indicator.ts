import type { Bilingual } from '#platform/values/locale.ts'

/** What a value counts. A bare number never travels without one. */
export const units = [
  'percent',
  'persons',
  'per-1000',
  'index',
  'tkr',
  'sek',
  'grade',
  'rank',
  'count',
] as const
export type Unit = (typeof units)[number]

/** Which way is wished for; `none` where nobody has decided, as for the population. */
export const directions = ['higher', 'lower', 'none'] as const
export type Direction = (typeof directions)[number]

/** Why a municipality has no value for a year. Missing is never zero. */
export const missingReasons = [
  'too-few-answers',
  'not-participated',
  'not-yet-published',
  'discontinued',
  'not-in-source',
] as const
export type MissingReason = (typeof missingReasons)[number]

/** How the region's value is made from the municipalities'. */
export type RegionRule =
  | { readonly kind: 'sum' }
  | { readonly kind: 'weighted-mean'; readonly weight: string }
  | { readonly kind: 'none'; readonly why: Bilingual }

/** From `from` on the values are counted in another way than before. */
export interface SeriesBreak {
  readonly from: number
  readonly text: Bilingual
}

/** A measure that the network follows, with everything a reader needs to judge a value of it. */
export interface Indicator {
  /** Its word in addresses; it never changes. */
  readonly id: string
  readonly koladaId: string | null
  /** Its place among the headline indicators; null for those that support them. */
  readonly headline: number | null
  /** The strategic area it belongs to, which the programme knows. */
  readonly areaId: string | null
  readonly name: Bilingual
  readonly definition: Bilingual
  readonly method: Bilingual
  readonly unit: Unit
  readonly decimals: number
  readonly direction: Direction
  readonly regionRule: RegionRule
  /** The nearest kin that has values while this one has none. */
  readonly standIn: string | null
  readonly howToRetrieve: Bilingual
  readonly nextPublication: string | null
  readonly breaks: readonly SeriesBreak[]
  readonly retiredAt: Date | null
  /** Counts the changes, so that nobody overwrites what they have not seen. */
  readonly version: number
}

/** One municipality, one year: a value, or why there is none. */
export type Observation = {
  readonly municipality: string
  readonly year: number
  readonly source: string
  readonly retrievedOn: string | null
  readonly note: string | null
} & (
  | { readonly value: number; readonly missing: null }
  | { readonly value: null; readonly missing: MissingReason }
)

/** Where values come from. */
export interface Source {
  readonly id: string
  readonly publisher: string
  readonly title: string
  readonly url: string | null
  readonly licence: string
  readonly licenceUrl: string | null
  readonly vintage: string
  readonly retrievedOn: string | null
  readonly note: Bilingual
}

/** An indicator with all that is known of it. */
export interface IndicatorSeries {
  readonly indicator: Indicator
  readonly observations: readonly Observation[]
  readonly sources: readonly Source[]
}

/** Indicators with their series, by id: those asked for, their stand-ins and the series that weigh them. */
export type Library = ReadonlyMap<string, IndicatorSeries>

/** Whether anything at all has been retrieved. */
export function hasValues(series: IndicatorSeries): boolean {
  return series.observations.some((observation) => observation.value !== null)
}

/** The years that are spoken of, oldest first. */
export function yearsOf(observations: readonly Observation[]): number[] {
  return [...new Set(observations.map((observation) => observation.year))].toSorted((a, b) => a - b)
}
