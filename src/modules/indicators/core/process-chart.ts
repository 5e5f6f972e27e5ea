import { mean } from 'd3-array'
import type { YearValue } from './change.ts'
import { marksIn, standards, type Mark, type Standard } from './chart-rules.ts'
import type { SeriesBreak } from './indicator.ts'
import { neighboursIn, stretchesOf, type Point, type Stretch } from './stretch.ts'

/** A moving range of two values divided by this is an estimate of sigma (d₂ for samples of two, as the tables print it). */
const rangeToSigma = 1.128

/** Three sigmas in mean moving ranges: 2.66. */
export const limitFactor = 3 / rangeToSigma

/** The largest range to be expected, in mean moving ranges (D₄ for samples of two, as Wheeler prints it). */
export const rangeLimitFactor = 3.268

/** Fewer values give limits that the next value would move too much to say anything by. */
const fewestPoints = 8

/** Eight values with one year missing among them still give six ranges. */
const fewestRanges = 6

/** Limits of fewer values are provisional, as in NHS-R's NHSRplotthedots. */
const firmPoints = 12

/** How much two neighbouring years differ. */
export interface MovingRange {
  readonly since: number
  readonly year: number
  readonly value: number
}

/** What the values of one stretch usually lie between. */
export interface Limits {
  readonly kind: 'limits'
  readonly centre: number
  readonly lower: number
  readonly upper: number
  readonly sigma: number
  readonly ranges: readonly MovingRange[]
  readonly meanRange: number
  readonly upperRange: number
  readonly isProvisional: boolean
  /** The patterns that the standard's rules find in the values. */
  readonly marks: readonly Mark[]
  /** The years that changed more from the year before than is usual. */
  readonly beyondRange: readonly number[]
}

/** Too little to say what is usual: what is lacking, how much of it there is, and how much is needed. */
export interface NotEnough {
  readonly kind: 'not-enough-data'
  readonly lacking: 'values' | 'ranges'
  readonly there: number
  readonly needed: number
}

export interface ChartedStretch extends Stretch {
  readonly chart: Limits | NotEnough
}

/**
 * An individuals and moving-range chart (XmR): what a series usually varies between, and what goes beyond it.
 *
 * Each stretch between breaks has limits of its own, and no range is taken across a missing year.
 */
export function processChart(
  values: readonly YearValue[],
  breaks: readonly SeriesBreak[],
  standard: Standard = 'western-electric',
): readonly ChartedStretch[] {
  return stretchesOf(values, breaks).map((stretch) => ({
    ...stretch,
    chart: chartOf(stretch.points, standard),
  }))
}

/** The chart of years that are counted alike. */
export function chartOf(points: readonly Point[], standard: Standard): Limits | NotEnough {
  if (points.length < fewestPoints) return notEnough('values', points.length, fewestPoints)
  const pieces = neighboursIn(points)
  const ranges = pieces.flatMap(rangesIn)
  if (ranges.length < fewestRanges) return notEnough('ranges', ranges.length, fewestRanges)

  const centre = mean(points, ({ value }) => value) ?? 0
  const meanRange = mean(ranges, ({ value }) => value) ?? 0
  const sigma = meanRange / rangeToSigma
  const upperRange = rangeLimitFactor * meanRange
  return {
    kind: 'limits',
    centre,
    lower: centre - limitFactor * meanRange,
    upper: centre + limitFactor * meanRange,
    sigma,
    ranges,
    meanRange,
    upperRange,
    isProvisional: points.length < firmPoints,
    marks: marksIn(pieces, { centre, sigma }, standards[standard]),
    beyondRange: ranges.filter(({ value }) => value > upperRange).map(({ year }) => year),
  }
}

function notEnough(lacking: NotEnough['lacking'], there: number, needed: number): NotEnough {
  return { kind: 'not-enough-data', lacking, there, needed }
}

function rangesIn(piece: readonly Point[]): MovingRange[] {
  return piece.slice(1).map(({ year, value }, index) => {
    const before = piece[index] ?? { year, value }
    return { since: before.year, year, value: Math.abs(value - before.value) }
  })
}
