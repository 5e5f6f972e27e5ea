import type { Locale } from '#platform/values/locale.ts'
import type { LineFigures } from '#ui/charts/line-chart.tsx'
import type { Indicator } from '../../core/indicator.ts'
import type { ChartedStretch, Limits } from '../../core/process-chart.ts'
import type { ChartWords } from './chart-file.ts'
import { breaksBetween, pointsOf } from './chart-points.ts'
import type { ReadPlace } from '../reading/read-places.ts'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { findingText, ruleText, whyWord, type KnownSignal } from '../reading/signal-words.ts'
import { textsIn } from '../texts.ts'
import { numberText } from '../words.ts'

/** A place whose latest value could be read. */
export interface SignalRead extends ReadPlace {
  readonly signal: KnownSignal
}

export function signalsRead(places: readonly ReadPlace[]): readonly SignalRead[] {
  return places.flatMap((place) =>
    place.reading.signal.kind === 'signal' ? [{ ...place, signal: place.reading.signal }] : [],
  )
}

/** The process chart of one place; null where there are too few values for limits. */
export function signalChart(
  { name, reading: { charted }, signal }: SignalRead,
  indicator: Indicator,
  locale: Locale,
): (LineFigures & ChartWords) | null {
  const words = readingTextsIn(locale).signal
  const limits = charted.at(-1)?.chart
  if (limits?.kind !== 'limits') return null
  const finding = findingText(name, signal, locale)
  const why = whyWord(signal, indicator, locale).join(' ')
  const points = charted.flatMap((stretch) => stretch.points)
  const [from, to] = [points[0]?.year ?? 0, points.at(-1)?.year ?? 0]
  return {
    title: finding,
    subtitle: words.chartSubtitle(textsIn(locale).units[indicator.unit]),
    description: words.chartDescription(name, from, to, `${finding}. ${why}`),
    series: [{ name, points: pointsOf(points, indicator.breaks), emphasis: true }],
    format: (value) => numberText(value, indicator, locale),
    limits: limitsShown(charted, limits, indicator, locale),
    signals: marksShown(charted, locale),
    breaks: breaksBetween(indicator.breaks, from, to, locale),
  }
}

function limitsShown(
  charted: readonly ChartedStretch[],
  latest: Limits,
  indicator: Indicator,
  locale: Locale,
): NonNullable<LineFigures['limits']> {
  const words = readingTextsIn(locale).signal.labels
  const text = (value: number) => numberText(value, indicator, locale)
  return {
    stretches: charted.flatMap(({ points, chart }) =>
      chart.kind === 'limits'
        ? [
            {
              from: points[0]?.year ?? 0,
              to: points.at(-1)?.year ?? 0,
              centre: chart.centre,
              lower: chart.lower,
              upper: chart.upper,
            },
          ]
        : [],
    ),
    labels: {
      upper: words.upper(text(latest.upper)),
      centre: words.centre(text(latest.centre)),
      lower: words.lower(text(latest.lower)),
    },
  }
}

/** Each rule that has found something, with a sign of its own and the years. */
function marksShown(charted: readonly ChartedStretch[], locale: Locale): NonNullable<LineFigures['signals']> {
  const words = readingTextsIn(locale).signal
  const found = charted.flatMap(({ points, chart }) => {
    if (chart.kind !== 'limits') return []
    const within = (years: readonly number[]) =>
      points.filter(({ year }) => years.includes(year)).map(({ year, value }) => ({ x: year, y: value }))
    return [
      ...chart.marks.map(({ rule, years }) => ({ name: ruleText(rule, locale), points: within(years) })),
      ...(chart.beyondRange.length > 0 ? [{ name: words.rangeRule, points: within(chart.beyondRange) }] : []),
    ]
  })
  const named = new Set<number>()
  return [...Map.groupBy(found, ({ name }) => name)].map(([name, marks], index) => {
    const marked = marks.flatMap((mark) => mark.points)
    const years = [...new Set(marked.map(({ x }) => x))].toSorted((a, b) => a - b)
    // A point that several rules name bears the sign of the first, the plainest; the years below tell all.
    const points = marked.filter(({ x }) => !named.has(x))
    for (const { x } of points) named.add(x)
    return { sign: String(index + 1), explanation: words.mark(name, yearsText(years)), points }
  })
}

/** `2011, 2014–2018`. */
function yearsText(years: readonly number[]): string {
  const spans: { from: number; to: number }[] = []
  for (const year of years) {
    const last = spans.at(-1)
    if (last && year === last.to + 1) last.to = year
    else spans.push({ from: year, to: year })
  }
  return spans.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
