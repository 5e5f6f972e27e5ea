import type { YearValue } from './change.ts'
import { standards, type ChartRule, type Side, type Standard } from './chart-rules.ts'
import { differenceBetween, type Difference } from './difference.ts'
import type { Direction, SeriesBreak } from './indicator.ts'
import { paceOf } from './pace.ts'
import { chartOf, limitFactor, rangeLimitFactor, type Limits, type NotEnough } from './process-chart.ts'
import { breakBetween, knownOf, latestStretch, type Point } from './stretch.ts'

/** A trend is said to go on by the slope of so many of the latest values, as the pace to a target is. */
const presentPoints = 5

interface Measure {
  readonly decimals: number
  readonly direction: Direction
  readonly breaks: readonly SeriesBreak[]
}

/** The change up to the latest value over a span of years. */
export type SpanChange =
  | (Difference & {
      readonly kind: 'known'
      readonly from: Point
      /** How many years lie between: more than were asked for where that year lacks a value. */
      readonly years: number
    })
  /** The two are not counted alike. */
  | { readonly kind: 'across-break'; readonly since: number; readonly break: SeriesBreak }
  | { readonly kind: 'no-earlier-value'; readonly asked: number }

/** Why the latest value is called unusual: a rule of the standard, or a change from the year before. */
export type Cause =
  | {
      readonly kind: 'rule'
      readonly rule: ChartRule
      readonly side: Side
      readonly years: readonly number[]
    }
  | {
      readonly kind: 'range-beyond-limit'
      readonly side: 'rising' | 'falling'
      readonly years: readonly number[]
    }

/** Whether the latest value is more than the series usually varies. */
export type Variation =
  | { readonly kind: 'usual'; readonly isProvisional: boolean }
  | { readonly kind: 'unusual'; readonly isProvisional: boolean; readonly causes: readonly Cause[] }
  | NotEnough

/** How the latest value stands to what the series usually is, as a code for a sentence. */
export type SignalWord =
  | 'better-than-usual'
  | 'worse-than-usual'
  /** Nobody has decided which way is wished for. */
  | 'unlike-usual'
  /** Outside what a series at rest would do, as every year, for this one is on its way. */
  | 'rising-trend'
  | 'falling-trend'
  | 'usual'
  | 'not-enough-data'

/** The numbers that went in, to be printed beside the rule. */
export interface SignalFormula {
  readonly standard: Standard
  readonly rules: readonly ChartRule[]
  /** The first and the last year that the limits are made of, and how many values there are between. */
  readonly from: number
  readonly to: number
  readonly count: number
  readonly limitFactor: number
  readonly rangeLimitFactor: number
  /** Null where there is not enough data. */
  readonly limits: Pick<Limits, 'centre' | 'lower' | 'upper' | 'meanRange' | 'upperRange'> | null
}

export type Signal =
  | { readonly kind: 'no-value' }
  | {
      readonly kind: 'signal'
      readonly latest: Point
      readonly overOneYear: SpanChange
      readonly overFiveYears: SpanChange
      readonly variation: Variation
      readonly word: SignalWord
      /** The latest value is unusual one way, but its last year went the other: the sentence must say both. */
      readonly hasTurned: boolean
      /** Which way the unusual goes; level for what is usual, null where nobody can tell. */
      readonly arrow: 'up' | 'down' | 'level' | null
      readonly formula: SignalFormula
    }

/**
 * One reading of a series: how far it has moved in a year and in five, and whether the latest value is more than the
 * series usually varies. A change within what is usual is never called better or worse.
 */
export function signalOf(
  values: readonly YearValue[],
  measure: Measure,
  standard: Standard = 'western-electric',
): Signal {
  const known = knownOf(values)
  const latest = known.at(-1)
  const stretch = latestStretch(known, measure.breaks)
  if (!latest || !stretch) return { kind: 'no-value' }
  const chart = chartOf(stretch.points, standard)
  const variation = variationOf(chart, stretch.points)
  const arrow = arrowOf(variation, latest, chart)
  const overOneYear = changeOver(1, known, measure)
  return {
    kind: 'signal',
    latest,
    overOneYear,
    overFiveYears: changeOver(5, known, measure),
    variation,
    word: trendIn(chart, stretch.points, arrow) ?? wordOf(arrow, variation, measure.direction),
    hasTurned: isAgainst(arrow, overOneYear),
    arrow,
    formula: {
      standard,
      rules: standards[standard],
      from: stretch.points[0]?.year ?? latest.year,
      to: latest.year,
      count: stretch.points.length,
      limitFactor,
      rangeLimitFactor,
      limits: chart.kind === 'limits' ? numbersOf(chart) : null,
    },
  }
}

/** Whether the series is on its way, rather than what it usually is. */
export function isTrend(word: SignalWord): word is 'rising-trend' | 'falling-trend' {
  return word === 'rising-trend' || word === 'falling-trend'
}

/** The change up to the latest value from exactly so many years before, or from the nearest earlier year known. */
export function changeOver(years: number, values: readonly YearValue[], measure: Measure): SpanChange {
  const known = knownOf(values)
  const latest = known.at(-1)
  const asked = (latest?.year ?? 0) - years
  const from = known.findLast(({ year }) => year <= asked)
  if (!latest || !from) return { kind: 'no-earlier-value', asked }
  const between = breakBetween(measure.breaks, from.year, latest.year)
  if (between) return { kind: 'across-break', since: from.year, break: between }
  const difference = differenceBetween(from.value, latest.value, measure)
  return { kind: 'known', ...difference, from, years: latest.year - from.year }
}

function variationOf(chart: Limits | NotEnough, points: readonly Point[]): Variation {
  if (chart.kind === 'not-enough-data') return chart
  const latest = points.at(-1)?.year ?? 0
  const causes: Cause[] = chart.marks
    .filter(({ years }) => years.includes(latest))
    .map((mark) => ({ kind: 'rule', ...mark }))
  if (chart.beyondRange.includes(latest)) {
    const rises = (points.at(-1)?.value ?? 0) > (points.at(-2)?.value ?? 0)
    causes.push({ kind: 'range-beyond-limit', side: rises ? 'rising' : 'falling', years: [latest] })
  }
  const { isProvisional } = chart
  return causes.length === 0 ? { kind: 'usual', isProvisional } : { kind: 'unusual', isProvisional, causes }
}

function arrowOf(
  variation: Variation,
  latest: Point,
  chart: Limits | NotEnough,
): 'up' | 'down' | 'level' | null {
  if (variation.kind === 'not-enough-data' || chart.kind === 'not-enough-data') return null
  if (variation.kind === 'usual') return 'level'
  // The first cause decides: the standards name their rules from the plainest to the subtlest.
  const side = variation.causes.find((cause) => cause.side !== 'both')?.side
  if (side) return side === 'above' || side === 'rising' ? 'up' : 'down'
  return latest.value >= chart.centre ? 'up' : 'down'
}

/**
 * A series that rises year by year lies below its limits at first and above them at last, whatever its latest year has
 * done: that is a trend, and not unusual. Where a jump made most of the way, or the last years do not move, it is none.
 */
function trendIn(
  chart: Limits | NotEnough,
  points: readonly Point[],
  arrow: 'up' | 'down' | 'level' | null,
): SignalWord | null {
  if (chart.kind === 'not-enough-data' || (arrow !== 'up' && arrow !== 'down')) return null
  const sides = points.flatMap(({ value }) => (value > chart.upper ? [1] : value < chart.lower ? [-1] : []))
  const way = arrow === 'up' ? 1 : -1
  const turn = sides.indexOf(way)
  const isOneWay = turn > 0 && sides.slice(turn).every((side) => side === way)
  const goesOn = paceOf(points.slice(-presentPoints)).perYear * way > 0
  if (!isOneWay || !goesOn || isByJumps(chart, points)) return null
  return way === 1 ? 'rising-trend' : 'falling-trend'
}

/** Whether the latest year is a jump, or jumps made half of the way or more. */
function isByJumps({ beyondRange, ranges }: Limits, points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || beyondRange.includes(last.year)) return true
  const jumps = ranges.filter(({ year }) => beyondRange.includes(year))
  return 2 * jumps.reduce((sum, { value }) => sum + value, 0) >= Math.abs(last.value - first.value)
}

function isAgainst(arrow: 'up' | 'down' | 'level' | null, change: SpanChange): boolean {
  if (change.kind !== 'known') return false
  return (arrow === 'up' && change.arrow === 'down') || (arrow === 'down' && change.arrow === 'up')
}

function wordOf(arrow: string | null, variation: Variation, direction: Direction): SignalWord {
  if (variation.kind !== 'unusual') return variation.kind
  if (direction === 'none') return 'unlike-usual'
  return (arrow === 'up') === (direction === 'higher') ? 'better-than-usual' : 'worse-than-usual'
}

function numbersOf({ centre, lower, upper, meanRange, upperRange }: Limits): SignalFormula['limits'] {
  return { centre, lower, upper, meanRange, upperRange }
}
