import { mean } from 'd3-array'
import type { Point } from './stretch.ts'

/** How much a value has changed a year, by the straight line that lies nearest to its points. */
export interface Pace {
  readonly perYear: number
  readonly points: readonly Point[]
}

/**
 * The least-squares slope through the points. It uses every value, so that one odd first or last year does not decide,
 * and years that are missing do no harm.
 */
export function paceOf(points: readonly Point[]): Pace {
  const middleYear = mean(points, ({ year }) => year) ?? 0
  const middleValue = mean(points, ({ value }) => value) ?? 0
  const product = points.reduce(
    (sum, { year, value }) => sum + (year - middleYear) * (value - middleValue),
    0,
  )
  const square = points.reduce((sum, { year }) => sum + (year - middleYear) ** 2, 0)
  return { perYear: square === 0 ? 0 : product / square, points }
}
