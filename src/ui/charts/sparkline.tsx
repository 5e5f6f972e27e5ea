import { linePath, lonePoints, scalesFor } from './scales.ts'
import { lastKnown, type Point } from './series.ts'

interface SparklineProps {
  readonly points: readonly Point[]
  /** The first points of a new way of counting: the line is lifted there. */
  readonly breaks?: readonly number[]
  /** Read out in place of the drawing; leave out where the words beside it already say it. */
  readonly label?: string
}

/** The course of a value in the space of a word. */
export function Sparkline({ points, breaks, label }: SparklineProps) {
  const scales = scalesFor([{ name: '', points }], { left: 3, right: 157, top: 5, bottom: 35 })
  const end = lastKnown(points)
  if (!scales || !end) return null
  const naming =
    label === undefined ? { 'aria-hidden': 'true' as const } : { role: 'img' as const, 'aria-label': label }
  return (
    <svg class="sparkline" viewBox="0 0 160 40" {...naming}>
      <path class="line line--front" d={linePath(points, scales, breaks)} />
      {lonePoints(points, breaks).map((point) => (
        <circle key={point.x} class="dot dot--front" cx={scales.x(point.x)} cy={scales.y(point.y)} r="1.5" />
      ))}
      <circle class="dot dot--front" cx={scales.x(end.x)} cy={scales.y(end.y)} r="3" />
    </svg>
  )
}
