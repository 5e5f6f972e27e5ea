import type { Municipality } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { MapFigures, Place } from '#ui/charts/choropleth.tsx'
import { spreadOf } from '../../core/spread.ts'
import type { MapReading } from '../../reads.ts'
import type { ChartWords } from './chart-file.ts'
import { textsIn } from '../texts.ts'
import { numberText, periodText, valueText } from '../words.ts'

/** The municipalities coloured by their values in one year; null where no outline is known. */
export function mapChart(
  map: MapReading,
  municipalities: readonly Municipality[],
  locale: Locale,
): (MapFigures & ChartWords) | null {
  const texts = textsIn(locale)
  const { series, inYear } = map
  const { indicator } = series
  const places = municipalities.flatMap((municipality): Place[] => {
    if (!municipality.boundary) return []
    const { code, slug, boundary } = municipality
    const value = shownValue(inYear.values.get(code)?.value ?? null, indicator.decimals)
    const href = addressOf('municipality', locale, { municipality: slug })
    return [{ id: slug, name: municipality.name, href, outline: boundary, value }]
  })
  if (places.length === 0) return null
  return {
    title: titleOf(map, municipalities, locale),
    description: texts.map.description(inLocale(indicator.name, locale), inYear.year),
    places,
    format: (value) => numberText(value, indicator, locale),
    missing: texts.map.missing,
    legendLabel: texts.map.legend(
      texts.units[indicator.unit],
      periodText(inYear.year, isPreliminaryIn(map), locale),
    ),
    range: texts.map.range,
  }
}

function isPreliminaryIn({ series, inYear }: MapReading): boolean {
  return series.observations.some((one) => one.year === inYear.year && one.isPreliminary)
}

/** As it is written: places that read alike have one colour. */
function shownValue(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals))
}

function titleOf(
  { series, inYear }: MapReading,
  municipalities: readonly Municipality[],
  locale: Locale,
): string {
  const { indicator } = series
  const words = textsIn(locale).map
  const name = inLocale(indicator.name, locale)
  const codes = municipalities.map((municipality) => municipality.code)
  const spread = spreadOf(series, codes, inYear.year)
  if (!spread) return name
  const high = valueText(spread.highest, indicator, locale)
  if (spread.there === 1) return words.findingOne(name, high, inYear.year)
  return words.finding(name, numberText(spread.lowest, indicator, locale), high, inYear.year)
}

/** The sources of the values shown. */
export function sourcesIn({ series, inYear }: MapReading) {
  const used = new Set(series.observations.filter((one) => one.year === inYear.year).map((one) => one.source))
  return series.sources.filter((source) => used.has(source.id))
}
