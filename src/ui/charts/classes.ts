import { quantileSorted } from 'd3-array'

/** The number of steps of colour that a map has. More cannot be told apart. */
const classCount = 5

/** Limits between classes, so that each class holds about as many places. Fewer where values repeat. */
export function quantileThresholds(values: readonly number[], count = classCount): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const limits = Array.from(
    { length: count - 1 },
    (_none, index) => quantileSorted(sorted, (index + 1) / count) ?? 0,
  )
  const lowest = sorted[0]
  return [...new Set(limits)].filter((limit) => lowest !== undefined && limit > lowest)
}

/** The class of a value, from 0: a value on a limit belongs to the class above it. */
export function classOf(value: number, thresholds: readonly number[]): number {
  return thresholds.filter((limit) => value >= limit).length
}

/** The step of colour for a class, from 1 to 5, spread over the whole scale when there are fewer classes. */
export function colourStep(index: number, classes: number): number {
  return classes <= 1 ? 3 : 1 + Math.round((index * (classCount - 1)) / (classes - 1))
}
