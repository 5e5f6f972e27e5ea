import type { Municipality } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { Drawing } from '#ui/charts/drawing.ts'
import { lineDrawing, type LineFigures } from '#ui/charts/line-chart.tsx'
import { standardNamed } from '../core/chart-rules.ts'
import { hasValues } from '../core/indicator.ts'
import type { ToldIndicator } from '../digest-reads.ts'
import { sourceLine, type ChartWords } from './charts/chart-file.ts'
import { developmentChart } from './charts/development-chart.ts'
import { firstTarget, readPlaces, type ReadPlace } from './reading/read-places.ts'
import { readingTextsIn } from './reading/reading-texts.ts'
import { spanShown } from './reading/signal-words.ts'
import { targetInShort, targetSentences } from './targets/target-words.tsx'
import { textsIn } from './texts.ts'
import { absenceText, numberText, periodText, valueText } from './words.ts'

/** An indicator in a few sentences and a chart, for who gathers many of them on one paper. */
export interface IndicatorDigest {
  readonly name: string
  /** Said where other figures than its own are told; else null. */
  readonly standsInFor: string | null
  /** The value with its year, or why there is none. */
  readonly value: string
  readonly hasValue: boolean
  /** The change over one year and over five, and whether the value is more than the series usually varies. */
  readonly changes: readonly string[]
  readonly target: { readonly short: string; readonly sentences: readonly string[] } | null
  /** A municipality's value is read beside the region's. */
  readonly beside: string | null
  readonly sources: readonly string[]
  readonly chart: (LineFigures & ChartWords & { readonly drawing: Drawing }) | null
}

/** Tells an indicator in the reader's language. */
export function digestOf(
  told: ToldIndicator,
  municipalities: readonly Municipality[],
  locale: Locale,
): IndicatorDigest {
  const { indicator, shown, place, latest } = told
  const measure = shown.series.indicator
  const texts = textsIn(locale)
  const places = readPlaces(shown, place, standardNamed(undefined), locale)
  const own = places.at(-1)
  const target = own && firstTarget(own.reading)
  return {
    name: inLocale(measure.name, locale),
    standsInFor:
      measure.id === indicator.id ? null : texts.digest.standsInFor(inLocale(indicator.name, locale)),
    value:
      latest.kind === 'value'
        ? `${valueText(latest.value, measure, locale)} (${periodText(latest.year, latest.isPreliminary, locale)})`
        : absenceText(latest, locale),
    hasValue: latest.kind === 'value',
    changes: own ? changesIn(own, told, locale) : [],
    target: target
      ? {
          short: targetInShort(target, measure, locale),
          sentences: targetSentences(target, measure, locale, own.reading.signal),
        }
      : null,
    beside: besideText(told, locale),
    sources: shown.headline.sources.map((source) => sourceLine(source, locale)),
    chart: chartOf(told, municipalities, places, locale),
  }
}

function changesIn({ reading: { signal } }: ReadPlace, told: ToldIndicator, locale: Locale) {
  if (signal.kind === 'no-value') return []
  const measure = told.shown.series.indicator
  const { after } = readingTextsIn(locale).signal
  const one = spanShown(signal.overOneYear, 1, measure, locale).text
  const five = spanShown(signal.overFiveYears, 5, measure, locale).text
  // What is said of five years where the years before are missing is said of one already.
  const spans = [...new Set([one, five])]
  return [...spans.map((text) => `${text}.`), textsIn(locale).digest.latestIs(after[signal.word])]
}

/** The region's value of the same year; one of another year says so, for the two are not to be compared. */
function besideText({ shown, place, latest }: ToldIndicator, locale: Locale): string | null {
  if (!place || latest.kind !== 'value') return null
  const region = shown.region.find(({ year, value }) => year === latest.year && value !== null)
  return region?.value === undefined || region.value === null
    ? null
    : textsIn(locale).digest.beside(numberText(region.value, shown.series.indicator, locale), latest.year)
}

function chartOf(
  { shown, place }: ToldIndicator,
  municipalities: readonly Municipality[],
  places: readonly ReadPlace[],
  locale: Locale,
): IndicatorDigest['chart'] {
  if (!hasValues(shown.series)) return null
  const chart = developmentChart({ reading: shown, municipalities, locale, chosen: place, places })
  return { ...chart, drawing: lineDrawing(chart) }
}
