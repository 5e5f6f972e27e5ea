import type { Municipality } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import type { IndicatorSeries, Library } from './core/indicator.ts'
import {
  headlineReading,
  headlineReadings,
  municipalityReading,
  regionReading,
  type HeadlineReading,
  type Reading,
} from './core/reading.ts'
import { regionSeries, type RegionValue } from './core/region-value.ts'
import { municipalitiesIn, type YearOfMunicipalities } from './core/spread.ts'
import { libraryOf } from './library.ts'
import { choicesOf, indicatorRows, type Choice, type IndicatorRow } from './store.ts'

/** An indicator as a map shows it: every municipality's value in one year. */
export interface MapReading {
  readonly series: IndicatorSeries
  readonly inYear: YearOfMunicipalities
}

/** An indicator without its values, and the numbers of the series it is read from. */
export type FollowedIndicator = Pick<IndicatorRow, 'indicator' | 'seriesIds'>

/** Every indicator of the network, the headline ones first, with the numbers of its series. */
export async function indicatorsWithSeries(tx: Tx): Promise<readonly FollowedIndicator[]> {
  return (await indicatorRows(tx, { kind: 'all' })).rows
}

/** What the overview needs of this module. */
export interface OverviewIndicators {
  readonly headline: readonly HeadlineReading[]
  /** Null while no indicator has any value. */
  readonly map: MapReading | null
  /** What the map can be coloured by. */
  readonly choices: readonly Choice[]
}

/**
 * The headline indicators read for the region, and the map coloured by the indicator that was asked for, else by the
 * first that has values. Any word may be asked for; one that is no indicator's is passed over.
 */
export async function overviewIndicators(
  tx: Tx,
  municipalities: readonly Municipality[],
  asked?: string,
): Promise<OverviewIndicators> {
  const choices = (await choicesOf(tx)).filter((choice) => choice.hasValues && choice.retiredAt === null)
  const wanted = choices.find((choice) => choice.id === asked)
  const library = await libraryOf(tx, { kind: 'headline', and: wanted ? [wanted.id] : [] })
  const headline = headlineReadings(library, codesOf(municipalities))
  const first = headline.find((one) => one.reading.kind === 'value')?.shown.id ?? choices[0]?.id
  const series = library.get(wanted?.id ?? first ?? '')
  const inYear = series && municipalitiesIn(series)
  return { headline, choices, map: series && inYear ? { series, inYear } : null }
}

/** The named indicators read for the region, in the order of the names; unknown and retired ones are left out. */
export async function indicatorReadings(
  tx: Tx,
  municipalities: readonly Municipality[],
  ids: readonly string[],
): Promise<readonly HeadlineReading[]> {
  if (ids.length === 0) return []
  const library = await libraryOf(tx, { kind: 'these', ids })
  return ids.flatMap((id) => {
    const series = library.get(id)
    return series && series.indicator.retiredAt === null
      ? [headlineReading(series, library, codesOf(municipalities))]
      : []
  })
}

/** One indicator read for a municipality, with the region's reading beside it. */
export interface MunicipalityReading {
  readonly own: HeadlineReading
  readonly region: Reading
}

/**
 * Every indicator read for one municipality: the headline ones first, each by its stand-in where it has no value of its
 * own, then those that are not shown already.
 */
export async function municipalityReadings(
  tx: Tx,
  municipalities: readonly Municipality[],
  code: string,
): Promise<readonly MunicipalityReading[]> {
  const library = await libraryOf(tx, { kind: 'all' })
  const active = [...library.values()].filter(({ indicator }) => indicator.retiredAt === null)
  const readings = active.map((series): MunicipalityReading => {
    const standIn = series.indicator.standIn === null ? undefined : library.get(series.indicator.standIn)
    const own = municipalityReading(series, code)
    const instead = own.kind !== 'value' && standIn ? municipalityReading(standIn, code) : null
    const shown = instead?.kind === 'value' && standIn ? standIn : series
    return {
      own: {
        indicator: series.indicator,
        shown: shown.indicator,
        reading: shown === series || !instead ? own : instead,
        sources: shown.sources,
      },
      region: regionReading(shown, library, codesOf(municipalities)),
    }
  })
  const speaking = new Set(readings.map(({ own }) => (own.shown === own.indicator ? '' : own.shown.id)))
  return readings.filter(({ own }) => own.indicator.headline !== null || !speaking.has(own.indicator.id))
}

/** What an indicator's own page needs. */
export interface IndicatorReading {
  readonly series: IndicatorSeries
  readonly library: Library
  /** Every year of the region, oldest first. */
  readonly region: readonly RegionValue[]
  readonly headline: HeadlineReading
  /** The active indicators that show this one in their place. */
  readonly standsInFor: readonly Choice[]
  readonly headlineCount: number
}

/** One indicator with all that is known of it; null for a word that is no indicator's. */
export async function indicatorReading(
  tx: Tx,
  municipalities: readonly Municipality[],
  id: string,
): Promise<IndicatorReading | null> {
  const library = await libraryOf(tx, { kind: 'these', ids: [id] })
  const series = library.get(id)
  if (!series) return null
  const active = (await choicesOf(tx)).filter((choice) => choice.retiredAt === null)
  return readingIn(library, series, active, codesOf(municipalities))
}

/** Every indicator that is followed, with all that is known of each, the headline ones first. */
export async function allIndicatorReadings(
  tx: Tx,
  municipalities: readonly Municipality[],
): Promise<readonly IndicatorReading[]> {
  const library = await libraryOf(tx, { kind: 'all' })
  const active = [...library.values()].filter(({ indicator }) => indicator.retiredAt === null)
  const choices = (await choicesOf(tx)).filter((choice) => choice.retiredAt === null)
  return active.map((series) => readingIn(library, series, choices, codesOf(municipalities)))
}

function readingIn(
  library: Library,
  series: IndicatorSeries,
  active: readonly Choice[],
  codes: readonly string[],
): IndicatorReading {
  return {
    series,
    library,
    region: regionSeries(series, library, codes),
    headline: headlineReading(series, library, codes),
    standsInFor: active.filter((choice) => choice.standIn === series.indicator.id),
    headlineCount: active.filter((choice) => choice.headline !== null).length,
  }
}

function codesOf(municipalities: readonly Municipality[]): readonly string[] {
  return municipalities.map((municipality) => municipality.code)
}
