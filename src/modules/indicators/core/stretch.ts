import type { YearValue } from './change.ts'
import type { SeriesBreak } from './indicator.ts'

/** A known value and its year. */
export interface Point {
  readonly year: number
  readonly value: number
}

/** Years that are counted alike: from the beginning or a series break up to the next break. */
export interface Stretch {
  /** The break it begins with; null for the first. */
  readonly begunBy: SeriesBreak | null
  /** The known values, oldest first; never none. */
  readonly points: readonly Point[]
}

/** The known values, oldest first. */
export function knownOf(values: readonly YearValue[]): Point[] {
  return values
    .flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]))
    .toSorted((a, b) => a.year - b.year)
}

/** The series cut at its breaks; a stretch without a known value is left out. */
export function stretchesOf(values: readonly YearValue[], breaks: readonly SeriesBreak[]): Stretch[] {
  const inOrder = breaks.toSorted((a, b) => a.from - b.from)
  const byBreak = Map.groupBy(knownOf(values), ({ year }) =>
    inOrder.findLastIndex(({ from }) => from <= year),
  )
  return [...byBreak].map(([index, points]) => ({ begunBy: inOrder[index] ?? null, points }))
}

/** The years that the latest value is comparable with, itself among them; null when no value is known. */
export function latestStretch(values: readonly YearValue[], breaks: readonly SeriesBreak[]): Stretch | null {
  return stretchesOf(values, breaks).at(-1) ?? null
}

/** The first break that parts one year from a later one. */
export function breakBetween(
  breaks: readonly SeriesBreak[],
  earlier: number,
  later: number,
): SeriesBreak | null {
  const between = breaks.filter(({ from }) => earlier < from && from <= later)
  return between.toSorted((a, b) => a.from - b.from)[0] ?? null
}

/**
 * Pieces of neighbouring years. What is published every second year has neighbours two years apart; a year that is
 * missing parts a piece in two, for nobody knows what stood in it.
 */
export function neighboursIn(points: readonly Point[]): Point[][] {
  const steps = points.slice(1).map(({ year }, index) => year - (points[index]?.year ?? year))
  const step = Math.min(...steps)
  const pieces: Point[][] = []
  for (const [index, point] of points.entries()) {
    if (index > 0 && steps[index - 1] === step) pieces.at(-1)?.push(point)
    else pieces.push([point])
  }
  return pieces
}
