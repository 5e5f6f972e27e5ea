import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { extents, type Known, type Point, runs, type Series } from './series.ts'

/** The part of a drawing that the data fill, in the units of its viewBox. */
export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Scales {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly xTicks: readonly number[]
  readonly yTicks: readonly number[]
  readonly xDomain: readonly [number, number]
}

interface ScaleOptions {
  readonly xTicks?: number
  readonly yTicks?: number
}

/** Scales that hold all the series; null when there is nothing to show. */
export function scalesFor(
  series: readonly Series[],
  frame: Frame,
  options: ScaleOptions = {},
): Scales | null {
  const bounds = extents(series)
  if (!bounds) return null
  const [low, high] = padded(bounds.y)
  const y = scaleLinear([low, high], [frame.bottom, frame.top]).nice(options.yTicks ?? 4)
  const span: [number, number] = bounds.x[0] === bounds.x[1] ? [bounds.x[0] - 1, bounds.x[1] + 1] : bounds.x
  const x = scaleLinear(span, [frame.left, frame.right])
  return {
    x: (value) => tenth(x(value)),
    y: (value) => tenth(y(value)),
    xTicks: yearTicks(span, options.xTicks ?? 6),
    yTicks: y.ticks(options.yTicks ?? 4),
    xDomain: span,
  }
}

// A flat line would divide by zero and would look like a cliff if it were stretched over the whole height.
function padded([low, high]: readonly [number, number]): [number, number] {
  if (low === high) return [low - Math.abs(low || 1) * 0.1, high + Math.abs(high || 1) * 0.1]
  return [low, high]
}

/** Whole years at an even step, always with the first and the last one. */
export function yearTicks([first, last]: readonly [number, number], most: number): number[] {
  const start = Math.ceil(first)
  const end = Math.floor(last)
  if (end <= start) return [start]
  const step = [1, 2, 5, 10, 20, 25, 50].find((size) => (end - start) / size <= most - 1) ?? 100
  const between: number[] = []
  for (let year = Math.ceil(start / step) * step; year <= end; year += step) {
    const clear = year - start >= step * 0.6 && end - year >= step * 0.6
    if (clear) between.push(year)
  }
  return [start, ...between, end]
}

/**
 * The path of a series: unbroken where values follow each other, lifted where one is missing. Undefined when no two values
 * follow each other: an attribute without a text would be no XML.
 */
export function linePath(
  points: readonly Point[],
  scales: Scales,
  breaks: readonly number[] = [],
): string | undefined {
  const draw = line<Known>(
    (point) => scales.x(point.x),
    (point) => scales.y(point.y),
  ).digits(1)
  const path = runs(points, breaks)
    .filter((run) => run.length > 1)
    .map((run) => draw(run) ?? '')
    .join('')
  return path === '' ? undefined : path
}

/** Values that stand alone between gaps: a line cannot show them, a dot must. */
export function lonePoints(points: readonly Point[], breaks: readonly number[] = []): Known[] {
  return runs(points, breaks).flatMap((run) => (run.length === 1 && run[0] ? [run[0]] : []))
}

/** About how wide a text is, in the units of its size: enough to leave room for it. */
export function textWidth(text: string, size: number): number {
  return Math.ceil(text.length * size * 0.58)
}

/** The frame with room to the left for the labels of the values. */
export function besideTicks(
  frame: Frame,
  series: readonly Series[],
  format: (value: number) => string,
  text: number,
  options: ScaleOptions,
): Frame {
  const ticks = scalesFor(series, frame, options)?.yTicks ?? []
  return {
    ...frame,
    left: frame.left + Math.max(0, ...ticks.map((tick) => textWidth(format(tick), text))) + 6,
  }
}

/** One decimal is finer than a pixel and saves a third of the bytes of a path. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
