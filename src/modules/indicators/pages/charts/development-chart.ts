import type { Municipality } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { LineFigures } from '#ui/charts/line-chart.tsx'
import type { Series } from '#ui/charts/series.ts'
import type { MultiplesFigures } from '#ui/charts/small-multiples.tsx'
import { yearsOf, type Indicator } from '../../core/indicator.ts'
import { spreadOf } from '../../core/spread.ts'
import type { IndicatorReading } from '../../reads.ts'
import type { ChartWords } from './chart-file.ts'
import { breaksBetween, pointsOf } from './chart-points.ts'
import type { ReadPlace } from '../reading/read-places.ts'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { textsIn } from '../texts.ts'
import { numberText, valueText } from '../words.ts'

export interface Development {
  readonly reading: IndicatorReading
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  /** The municipality that stands out beside the region. */
  readonly chosen: Municipality | null
  /** The region, and the municipality that stands out, as they are read. */
  readonly places: readonly ReadPlace[]
}

/** The region and the municipalities over time. */
export function developmentChart(shown: Development): LineFigures & ChartWords {
  const { reading, municipalities, locale, chosen } = shown
  const texts = textsIn(locale)
  const { indicator } = reading.series
  const years = yearsOf(reading.series.observations)
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0]
  const course = besideOf(shown) ?? courseOf(reading, locale)
  return {
    title: course,
    subtitle: texts.charts.subtitle(texts.units[indicator.unit], from, to),
    description: texts.charts.description(inLocale(indicator.name, locale), course, spreadText(shown)),
    series: [...municipalSeries(reading, municipalities, chosen), ...regionalSeries(reading, chosen, locale)],
    format: (value) => numberText(value, indicator, locale),
    breaks: breaksBetween(indicator.breaks, from, to, locale),
    targets: targetsShown(shown),
    preliminary: readingTextsIn(locale).preliminaryPoint,
    othersLabel: chosen ? texts.charts.othersThan : texts.charts.others(municipalities.length),
  }
}

/** Each municipality by itself, with the region behind it. */
export function eachChart({ reading, municipalities, locale }: Development): MultiplesFigures & ChartWords {
  const texts = textsIn(locale)
  const { indicator } = reading.series
  // A sum is no measure for its parts, and would press them flat.
  const [region] = indicator.regionRule.kind === 'sum' ? [] : regionalSeries(reading, null, locale)
  const name = inLocale(indicator.name, locale)
  const subtitle = region ? texts.charts.eachLead : texts.charts.eachLeadNoRegion
  return {
    title: `${name}: ${texts.charts.each.toLowerCase()}`,
    subtitle,
    description: `${texts.charts.each}. ${subtitle}`,
    series: municipalSeries(reading, municipalities, null),
    ...(region ? { reference: region } : {}),
    format: (value) => numberText(value, indicator, locale),
    missing: texts.map.missing,
  }
}

/** The targets in force of the places that stand out. */
function targetsShown({ reading, places, locale }: Development): NonNullable<LineFigures['targets']> {
  const words = readingTextsIn(locale).target
  return places.flatMap(({ name, code, reading: { targets } }) =>
    targets.map(({ target: { year, value } }) => {
      const text = numberText(value, reading.series.indicator, locale)
      return {
        x: year,
        y: value,
        label: code === null ? words.label(year, text) : words.labelFor(name, year, text),
      }
    }),
  )
}

/** The region's line; where a municipality stands out, the one it is compared with, in no colour that targets have. */
function regionalSeries(
  { region, series }: IndicatorReading,
  chosen: Municipality | null,
  locale: Locale,
): Series[] {
  if (!region.some((one) => one.value !== null)) return []
  const line = { name: textsIn(locale).region, points: pointsOf(region, series.indicator.breaks) }
  return [chosen ? { ...line, comparison: 2 } : { ...line, emphasis: true }]
}

function municipalSeries(
  { series, region }: IndicatorReading,
  municipalities: readonly Municipality[],
  chosen: Municipality | null,
): Series[] {
  const valued = new Set(series.observations.flatMap((one) => (one.value === null ? [] : [one.municipality])))
  // A line that is alone has nothing to stand behind.
  const isAlone = valued.size === 1 && region.every((one) => one.value === null)
  return municipalities.map(({ code, name }) => ({
    name,
    emphasis: code === chosen?.code || (isAlone && valued.has(code)),
    points: pointsOf(
      series.observations.filter((one) => one.municipality === code),
      series.indicator.breaks,
    ),
  }))
}

/** The chart's title when a municipality stands out: both lines by their latest value, so that they are told apart. */
function besideOf({ reading, chosen, locale }: Development): string | null {
  const { series, headline } = reading
  const latest = headline.shown.id === series.indicator.id ? headline.reading : null
  if (!chosen || latest?.kind !== 'value') return null
  const own = series.observations.find((one) => one.municipality === chosen.code && one.year === latest.year)
  if (!own || own.value === null) return null
  const [value, region] = [own.value, latest.value].map((one) => numberText(one, series.indicator, locale))
  return textsIn(locale).charts.beside(chosen.name, value ?? '', region ?? '', latest.year)
}

/** The chart's title: where the region began and where it is now. */
function courseOf({ region, series }: IndicatorReading, locale: Locale): string {
  const words = textsIn(locale).charts
  const known = region.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]))
  const [first, last] = [known[0], known.at(-1)]
  const text = (value: number) => shortText(value, series.indicator, locale)
  if (first && last && first !== last) {
    const broken = series.indicator.breaks.findLast((one) => first.year < one.from && one.from <= last.year)
    const before = broken && known.findLast((one) => one.year < broken.from)
    if (broken && before) {
      const [from, to, now] = [text(first.value), text(before.value), text(last.value)]
      return words.courseBroken(from, first.year, to, before.year, broken.from, now, last.year)
    }
    return words.course(text(first.value), first.year, text(last.value), last.year)
  }
  const years = yearsOf(series.observations)
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0]
  return from === to ? words.courseOneYear(from) : words.courseNone(from, to)
}

function shortText(value: number, indicator: Indicator, locale: Locale): string {
  return indicator.unit === 'persons'
    ? numberText(value, indicator, locale)
    : valueText(value, indicator, locale)
}

function spreadText({ reading, municipalities, locale }: Development): string {
  const { series } = reading
  const codes = municipalities.map((municipality) => municipality.code)
  const spread = spreadOf(series, codes)
  if (!spread || spread.there < 2) return ''
  const [low, high] = [spread.lowest, spread.highest].map((value) =>
    numberText(value, series.indicator, locale),
  )
  return textsIn(locale).charts.spread(low ?? '', high ?? '', spread.year)
}
