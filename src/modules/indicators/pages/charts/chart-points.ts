import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { LineFigures } from '#ui/charts/line-chart.tsx'
import type { Point } from '#ui/charts/series.ts'
import type { YearValue } from '../../core/change.ts'
import type { SeriesBreak } from '../../core/indicator.ts'
import { textsIn } from '../texts.ts'

/**
 * The values as a chart draws them. A line is lifted where the series breaks: joined up it would show a fall or a rise
 * that is only a new way to count.
 */
export function pointsOf(values: readonly YearValue[], breaks: readonly SeriesBreak[]): Point[] {
  const points: Point[] = values.map(({ year, value, isPreliminary }) => ({
    x: year,
    y: value,
    ...(isPreliminary ? { isPreliminary } : {}),
  }))
  const first = points[0]?.x ?? 0
  const last = points.at(-1)?.x ?? 0
  const lifts = breaks
    .filter(({ from }) => first < from && from <= last)
    .map(({ from }) => ({ x: from - 0.5, y: null }))
  return [...points, ...lifts].toSorted((a, b) => a.x - b.x)
}

/** The breaks that part the years shown, each with its explanation. */
export function breaksBetween(
  breaks: readonly SeriesBreak[],
  from: number,
  to: number,
  locale: Locale,
): NonNullable<LineFigures['breaks']> {
  return breaks
    .filter((one) => from < one.from && one.from <= to)
    .map((one) => ({
      x: one.from,
      label: textsIn(locale).page.breakFrom(one.from),
      explanation: inLocale(one.text, locale),
    }))
}
