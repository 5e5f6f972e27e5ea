/** A value at a point of time, a year as a rule. `y` is null where the value is not known; a chart leaves a gap there. */
export interface Point {
  readonly x: number
  readonly y: number | null
  /** The source may still change it: the point is drawn hollow. */
  readonly isPreliminary?: boolean
}

/** A look for a line to compare with: dashes, a mark and a colour of its own. The same number always looks the same. */
export type Comparison = 1 | 2 | 3 | 4 | 5 | 6

/** The values of one thing over time. */
export interface Series {
  readonly name: string
  readonly points: readonly Point[]
  /** The one the chart is about; the others stand behind it. */
  readonly emphasis?: boolean
  /** One that is compared with, and told apart from the other ones without colour. Give each in a chart its own number. */
  readonly comparison?: Comparison
  /** Where the name leads, if anywhere. */
  readonly href?: string
}

export interface Known {
  readonly x: number
  readonly y: number
}

/** The points that have a value. */
export function knownPoints(points: readonly Point[]): Known[] {
  return points.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }]))
}

/** The last point that has a value. */
export function lastKnown(points: readonly Point[]): Known | undefined {
  return knownPoints(points).at(-1)
}

/**
 * The points in unbroken runs: a new run begins where a value is missing, where a whole step of time has no point at all,
 * and where the counting changed (`breaks`: the first points of a new count), so that a line never bridges what is not known
 * or cannot be compared.
 */
export function runs(points: readonly Point[], breaks: readonly number[] = [], step = 1): Known[][] {
  const found: Known[][] = []
  let previous: number | undefined
  for (const { x, y } of points.toSorted((a, b) => a.x - b.x)) {
    if (y === null) {
      previous = undefined
      continue
    }
    const current = found.at(-1)
    if (current && previous !== undefined && x - previous <= step && !breaks.includes(x))
      current.push({ x, y })
    else found.push([{ x, y }])
    previous = x
  }
  return found
}

/** The smallest and largest of what is known, in both directions; null when nothing is. */
export function extents(
  series: readonly Series[],
): { readonly x: [number, number]; readonly y: [number, number] } | null {
  const known = series.flatMap((one) => knownPoints(one.points))
  if (known.length === 0) return null
  const xs = series.flatMap((one) => one.points.map((point) => point.x))
  const ys = known.map((point) => point.y)
  return { x: [Math.min(...xs), Math.max(...xs)], y: [Math.min(...ys), Math.max(...ys)] }
}
