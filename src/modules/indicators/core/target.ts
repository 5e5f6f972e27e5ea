import type { YearValue } from './change.ts'
import { roundedAmount } from './difference.ts'
import type { Direction, SeriesBreak, Target } from './indicator.ts'
import { openSdgProgress, type OpenSdgProgress } from './open-sdg.ts'
import { paceOf, type Pace } from './pace.ts'
import { breakBetween, knownOf, latestStretch, type Point } from './stretch.ts'

interface Measure {
  readonly decimals: number
  readonly direction: Direction
  readonly breaks: readonly SeriesBreak[]
}

/** The numbers that the answer is made of. */
export interface TargetFormula {
  readonly latest: Point
  /** Target minus latest value, rounded as values are shown. */
  readonly distance: number
  /** What each remaining year must bring; null once the year has come. */
  readonly neededPerYear: number | null
  /** Null with fewer than three values since the last break. */
  readonly pace: Pace | null
  /** The same question answered by Open SDG's ratio, for comparison; null where that has no answer. */
  readonly openSdg: OpenSdgProgress | null
}

/** How a series stands to its target. */
export type TargetReading = { readonly target: Target } & (
  | { readonly kind: 'no-value' }
  /** Nobody has said whether more or less is wished for. */
  | { readonly kind: 'no-direction' }
  /** The target was decided while the values were counted in another way. */
  | { readonly kind: 'across-break'; readonly break: SeriesBreak }
  /** The value is there already, in the year named. */
  | { readonly kind: 'reached'; readonly formula: TargetFormula }
  /** The target's year has come, and the value is not there. */
  | { readonly kind: 'missed'; readonly formula: TargetFormula }
  /** The present pace reaches it in time, in the year named. */
  | { readonly kind: 'on-pace'; readonly reachedIn: number; readonly formula: TargetFormula }
  /** The present pace reaches it too late; null when a pace too slow to be seen never does. */
  | { readonly kind: 'too-slow'; readonly reachedIn: number | null; readonly formula: TargetFormula }
  | { readonly kind: 'wrong-way'; readonly formula: TargetFormula }
  | {
      readonly kind: 'not-enough-data'
      readonly there: number
      readonly needed: number
      readonly formula: TargetFormula
    }
)

/** A pace is measured on at least so many values: two always lie on a line. */
const fewestForPace = 3

/** … and at most so many, so that it is the present one. */
const mostForPace = 5

/** How a series stands to its target, by the pace of its last values since the last series break. */
export function targetReading(values: readonly YearValue[], target: Target, measure: Measure): TargetReading {
  const known = knownOf(values)
  const latest = known.at(-1)
  const stretch = latestStretch(known, measure.breaks)
  if (!latest || !stretch) return { target, kind: 'no-value' }
  if (measure.direction === 'none') return { target, kind: 'no-direction' }
  const between = breakBetween(measure.breaks, decidedIn(target), latest.year)
  if (between) return { target, kind: 'across-break', break: between }

  const judged = judgedPoint(stretch.points, target, latest)
  const recent = stretch.points.slice(-mostForPace)
  const pace = recent.length < fewestForPace ? null : paceOf(recent)
  const formula: TargetFormula = {
    latest: judged,
    distance: roundedAmount(target.value - judged.value, measure.decimals),
    neededPerYear:
      judged.year < target.year ? (target.value - judged.value) / (target.year - judged.year) : null,
    pace,
    // What is too little for a pace is too little for any other way to judge one.
    openSdg: pace && openSdgProgress(stretch.points, target, decidedIn(target), measure.direction),
  }
  if (isReached(formula, measure.direction)) return { target, kind: 'reached', formula }
  if (formula.neededPerYear === null) return { target, kind: 'missed', formula }
  if (!pace) {
    return { target, kind: 'not-enough-data', there: recent.length, needed: fewestForPace, formula }
  }
  return { target, ...byPace(pace, target, formula, measure.decimals) }
}

/**
 * The target that a place is read against first: the earliest that the year of its latest value has not passed, else the
 * last that it has.
 */
export function nextTarget<One extends Pick<Target, 'year'>>(
  targets: readonly One[],
  latest: number,
): One | null {
  const inOrder = targets.toSorted((a, b) => a.year - b.year)
  return inOrder.find(({ year }) => year >= latest) ?? inOrder.at(-1) ?? null
}

/** The year in which a target was decided. */
export function decidedIn(target: Pick<Target, 'decidedOn'>): number {
  return Number(target.decidedOn.slice(0, 4))
}

/** Once the target's year has a value, that value is judged and no later one. */
function judgedPoint(points: readonly Point[], target: Target, latest: Point): Point {
  return points.find(({ year }) => year === target.year) ?? latest
}

// What is shown as the target's value counts as the target's value.
function isReached({ distance }: TargetFormula, direction: Direction): boolean {
  return direction === 'higher' ? distance <= 0 : distance >= 0
}

type ByPace =
  | { kind: 'on-pace'; reachedIn: number; formula: TargetFormula }
  | { kind: 'too-slow'; reachedIn: number | null; formula: TargetFormula }
  | { kind: 'wrong-way'; formula: TargetFormula }

function byPace(pace: Pace, target: Target, formula: TargetFormula, decimals: number): ByPace {
  // A pace that would not move the value shown by a single step before the target's year is no pace at all.
  const steps = roundedAmount(pace.perYear * (target.year - formula.latest.year), decimals)
  if (steps === 0) return { kind: 'too-slow', reachedIn: null, formula }
  if (steps > 0 !== formula.distance > 0) return { kind: 'wrong-way', formula }
  const years = (target.value - formula.latest.value) / pace.perYear
  const reachedIn = formula.latest.year + Math.ceil(years - 1e-9)
  return { kind: reachedIn <= target.year ? 'on-pace' : 'too-slow', reachedIn, formula }
}
