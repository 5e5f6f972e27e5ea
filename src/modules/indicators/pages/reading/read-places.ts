import type { Municipality } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import type { Standard } from '../../core/chart-rules.ts'
import { placeReading, type PlaceReading } from '../../core/place-reading.ts'
import { placeValues } from '../../core/place-values.ts'
import { nextTarget } from '../../core/target.ts'
import type { IndicatorReading } from '../../reads.ts'
import { textsIn } from '../texts.ts'

/** A place with all that is read from its values. */
export interface ReadPlace {
  readonly name: string
  /** The municipality's code; null for the region. */
  readonly code: string | null
  readonly reading: PlaceReading
}

/** The region, and the municipality that stands out where one is chosen. */
export function readPlaces(
  reading: IndicatorReading,
  chosen: Municipality | null,
  standard: Standard,
  locale: Locale,
): readonly ReadPlace[] {
  const { indicator, targets } = reading.series
  const places = [{ name: textsIn(locale).region, code: null }, ...(chosen ? [chosen] : [])]
  return places.map(({ name, code }) => ({
    name,
    code,
    reading: placeReading(
      placeValues(reading, code),
      indicator,
      targets.filter(({ place }) => place === code),
      standard,
    ),
  }))
}

/** How it stands with the target that a place is read against first; null where none is decided. */
export function firstTarget({ signal, targets }: PlaceReading) {
  const latest = signal.kind === 'signal' ? signal.latest.year : 0
  const first = nextTarget(
    targets.map(({ target }) => target),
    latest,
  )
  return targets.find(({ target }) => target === first) ?? null
}
