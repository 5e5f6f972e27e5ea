import type { Municipality } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { municipalityReading, type Reading } from './core/reading.ts'
import type { Indicator } from './core/indicator.ts'
import { allIndicatorReadings, type IndicatorReading } from './reads.ts'

/** A headline indicator as it is told of a place: by its own figures, or by those of its stand-in. */
export interface ToldIndicator {
  /** The headline indicator itself. */
  readonly indicator: Indicator
  /** The figures that are told; another indicator's where that one stands in. */
  readonly shown: IndicatorReading
  /** The municipality it is told of; null for the region. */
  readonly place: Municipality | null
  /** The place's latest value, or why there is none. */
  readonly latest: Reading
}

/** The headline indicators in their order, told of the region or of one of its municipalities. */
export async function toldIndicators(
  tx: Tx,
  municipalities: readonly Municipality[],
  place: Municipality | null,
): Promise<readonly ToldIndicator[]> {
  const all = await allIndicatorReadings(tx, municipalities)
  const latestOf = (one: IndicatorReading) =>
    place ? municipalityReading(one.series, place.code) : ownReading(one)
  return all
    .filter(({ series }) => series.indicator.headline !== null)
    .toSorted((a, b) => (a.series.indicator.headline ?? 0) - (b.series.indicator.headline ?? 0))
    .map((own): ToldIndicator => {
      const { indicator } = own.series
      const standIn = all.find(({ series }) => series.indicator.id === indicator.standIn)
      const isSilent = latestOf(own).kind !== 'value'
      const shown = isSilent && standIn && latestOf(standIn).kind === 'value' ? standIn : own
      return { indicator, shown, place, latest: latestOf(shown) }
    })
}

/** What an indicator's own figures say of the region, without its stand-in. */
function ownReading({ headline, series }: IndicatorReading): Reading {
  return headline.shown.id === series.indicator.id ? headline.reading : { kind: 'not-retrieved' }
}
