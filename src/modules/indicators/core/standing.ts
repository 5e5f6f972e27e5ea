import { bisectLeft, bisectRight } from 'd3-array'
import { roundedAmount } from './difference.ts'
import type { Direction } from './indicator.ts'

/** From the best to the worst place in an order that a value may have. */
export interface Ranks {
  readonly best: number
  readonly worst: number
}

/** Where a value stands among others of the same year. */
export interface Standing {
  readonly value: number
  /** How many values there are, this one among them. */
  readonly of: number
  /** Values that look alike as shown share their places: best and worst differ. */
  readonly rank: Ranks
  /** The places it may have when values that differ by less than one step of measurement can lie either way. */
  readonly rankRange: Ranks
  /** The share in per cent of values that are less wished for, with half of those that look alike, itself among them. */
  readonly percentile: number
}

interface Measure {
  readonly decimals: number
  readonly direction: Direction
}

/**
 * Where each place stands. The most wished-for value is first; where nobody has decided what is wished for, the largest.
 *
 * `step` is how finely the values are measured: a last decimal, or more where the source says so.
 */
export function standingsIn(
  values: ReadonlyMap<string, number>,
  measure: Measure,
  step: number = 10 ** -measure.decimals,
): ReadonlyMap<string, Standing> {
  const sign = measure.direction === 'lower' ? -1 : 1
  const exact = ascending([...values.values()].map((value) => sign * value))
  const asShown = (value: number) => sign * roundedAmount(value, measure.decimals)
  const shown = ascending([...values.values()].map(asShown))
  const of = values.size
  return new Map(
    [...values].map(([place, value]) => {
      const own = asShown(value)
      const worse = bisectLeft(shown, own)
      const alike = bisectRight(shown, own) - worse
      return [
        place,
        {
          value,
          of,
          rank: { best: of - worse - alike + 1, worst: of - worse },
          rankRange: rangeOf(exact, sign * value, step),
          percentile: (100 * (worse + alike / 2)) / of,
        },
      ]
    }),
  )
}

function ascending(numbers: number[]): number[] {
  return numbers.toSorted((a, b) => a - b)
}

function rangeOf(exact: readonly number[], own: number, step: number): Ranks {
  // What binary fractions lose must not make a whole step look like less than one.
  const sure = step - 1e-9 * Math.max(1, Math.abs(own))
  const surelyWorse = bisectRight(exact, own - sure)
  const surelyBetter = exact.length - bisectLeft(exact, own + sure)
  return { best: 1 + surelyBetter, worst: exact.length - surelyWorse }
}
