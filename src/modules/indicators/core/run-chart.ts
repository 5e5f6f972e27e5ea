import { median } from 'd3-array'
import type { YearValue } from './change.ts'
import type { SeriesBreak } from './indicator.ts'
import { marksIn, type Mark } from './chart-rules.ts'
import { neighboursIn, stretchesOf, type Point, type Stretch } from './stretch.ts'

/** The critical values are published from ten useful observations on. */
const fewestUseful = 10

/** Five or more in a row, all up or all down (Perla, Provost and Murray, 2011). */
const trendLength = 5

/** Values in a row on one side of the median. */
export interface Run {
  readonly side: 'above' | 'below'
  readonly years: readonly number[]
}

/** What Anhøj's two rules count, and what they count it against. */
export interface Runs {
  /** How many values do not lie on the median. */
  readonly useful: number
  readonly longest: Run
  /** A longer run is a shift. */
  readonly longestUsual: number
  readonly crossings: number
  /** Fewer crossings are a shift. */
  readonly fewestUsual: number
}

export type RunChart =
  | {
      readonly kind: 'runs'
      readonly median: number
      readonly runs: Runs
      readonly isShifted: boolean
      /** The years that rise or fall in a row; Anhøj's rules do without. */
      readonly trends: readonly Mark[]
    }
  | {
      readonly kind: 'not-enough-data'
      readonly median: number
      readonly there: number
      readonly needed: number
    }

export interface RunChartedStretch extends Stretch {
  readonly chart: RunChart
}

/** A run chart for each stretch between breaks: the median, and whether the values go back and forth around it. */
export function runChart(
  values: readonly YearValue[],
  breaks: readonly SeriesBreak[],
): readonly RunChartedStretch[] {
  return stretchesOf(values, breaks).map((stretch) => ({ ...stretch, chart: chartOf(stretch.points) }))
}

function chartOf(points: readonly Point[]): RunChart {
  const centre = median(points, ({ value }) => value) ?? 0
  const runs = runsAround(centre, points)
  if (!runs || runs.useful < fewestUseful) {
    return { kind: 'not-enough-data', median: centre, there: runs?.useful ?? 0, needed: fewestUseful }
  }
  const trends = marksIn(neighboursIn(points), { centre, sigma: 1 }, [{ kind: 'trend', length: trendLength }])
  return { kind: 'runs', median: centre, runs, isShifted: isShift(runs), trends }
}

/** The runs around a centre, in the order of the known values; null when every value lies on the centre. */
export function runsAround(centre: number, points: readonly Point[]): Runs | null {
  const all: { side: Run['side']; years: number[] }[] = []
  for (const { year, value } of points) {
    // A value on the centre neither ends a run nor lengthens it.
    if (value === centre) continue
    const side = value > centre ? 'above' : 'below'
    const last = all.at(-1)
    if (last?.side === side) last.years.push(year)
    else all.push({ side, years: [year] })
  }
  const [first] = all
  if (!first) return null
  const useful = all.reduce((count, run) => count + run.years.length, 0)
  return {
    useful,
    // Of runs that are equally long the latest is named.
    longest: all.reduce((longest, run) => (run.years.length >= longest.years.length ? run : longest), first),
    longestUsual: longestUsualRun(useful),
    crossings: all.length - 1,
    fewestUsual: fewestUsualCrossings(useful),
  }
}

/** Whether the values stay on one side longer, or change side more seldom, than chance would have them do. */
export function isShift({ longest, longestUsual, crossings, fewestUsual }: Runs): boolean {
  return longest.years.length > longestUsual || crossings < fewestUsual
}

/** The longest run to be expected of so many useful values. */
export function longestUsualRun(useful: number): number {
  return Math.round(Math.log2(useful) + 3)
}

/** The fewest crossings to be expected: the fifth percentile of the throws of a fair coin, one for each step. */
export function fewestUsualCrossings(useful: number): number {
  const steps = useful - 1
  let chance = 0.5 ** steps
  let sum = chance
  let crossings = 0
  while (sum < 0.05 && crossings < steps) {
    chance *= (steps - crossings) / (crossings + 1)
    crossings += 1
    sum += chance
  }
  return crossings
}
