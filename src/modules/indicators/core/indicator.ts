import type { MissingReason, Said, Source } from '#modules/statistics'
import type { Bilingual } from '#platform/values/locale.ts'

export type { MissingReason, Source }

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

/** How the region's value is made from the municipalities'. */
export type RegionRule =
  | { readonly kind: 'sum' }
  | { readonly kind: 'weighted-mean'; readonly weight: string }
  | { readonly kind: 'median' }
  /** The source's own value for a group of municipalities; Kolada's are unweighted means. */
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'none'; readonly why: Bilingual }

/** How Kolada names a group of municipalities: `G96190`. */
export const groupId = /^G\d{4,7}$/

/** From `from` on the values are counted in another way than before. */
export interface SeriesBreak {
  readonly from: number
  readonly text: Bilingual
}

/** A measure that the network follows, with everything a reader needs to judge a value of it. */
export interface Indicator {
  /** Its word in addresses; it never changes. */
  readonly id: string
  /** The keys of the series that its values are read from, the oldest first: a later one goes on where an earlier ended. */
  readonly series: readonly string[]
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
  /** A number of persons below this is not shown: it could be traced to somebody. Null: nothing is withheld. */
  readonly fewest: number | null
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
  /** The id of its source. */
  readonly source: string
  readonly retrievedOn: string | null
  readonly note: string | null
  /** The source may still change it without calling that a revision. */
  readonly isPreliminary: boolean
  /** The number of the retrieval that it came with. */
  readonly retrieval: number
} & Said

/** What somebody has decided that a value is to be in a year. */
export interface Target {
  /** The municipality's code; null for the region. */
  readonly place: string | null
  readonly year: number
  readonly value: number
  readonly decidedBy: string
  /** ISO day. */
  readonly decidedOn: string
  /** Where the decision can be read. */
  readonly url?: string | null
}

/** An indicator with all that is known of it. */
export interface IndicatorSeries {
  readonly indicator: Indicator
  readonly observations: readonly Observation[]
  /** The same of women and of men; empty where its source does not tell them apart. */
  readonly women: readonly Observation[]
  readonly men: readonly Observation[]
  readonly sources: readonly Source[]
  /** Those in force, by their year. */
  readonly targets: readonly Target[]
}

/** Indicators with their series, by id: those asked for, their stand-ins and the series that weigh them. */
export type Library = ReadonlyMap<string, IndicatorSeries>

/** The number of Kolada's that its values are read by now; null where they come from elsewhere. */
export function koladaIdOf({ series }: Pick<Indicator, 'series'>): string | null {
  return series.findLast((key) => key.startsWith('kolada:'))?.slice('kolada:'.length) ?? null
}

/** Whether anything at all has been retrieved. */
export function hasValues(series: IndicatorSeries): boolean {
  return series.observations.some((observation) => observation.value !== null)
}

/** The years that are spoken of, oldest first. */
export function yearsOf(observations: readonly Observation[]): number[] {
  return [...new Set(observations.map((observation) => observation.year))].toSorted((a, b) => a - b)
}
