import { besideTicks, type Frame, linePath, lonePoints, type Scales, scalesFor } from './scales.ts'
import { lastKnown, type Series } from './series.ts'

interface SmallMultiplesProps {
  readonly label: string
  readonly series: readonly Series[]
  /** Drawn grey behind each, for comparison. */
  readonly reference?: Series
  readonly format: (value: number) => string
  readonly fromZero?: boolean
  /** The first points of a new way of counting: the lines are lifted there. */
  readonly breaks?: readonly number[]
  /** What is written where a series has no value. */
  readonly missing: string
  /** The words read out for one chart, such as "Ale: from 5.1 % in 2010 to 6.2 % in 2024". */
  readonly describe: (series: Series) => string
}

const drawing: Frame = { left: 0, right: 164, top: 8, bottom: 84 }
const text = 11

/** Many small charts on one scale, so that they can be compared at a glance and none hides another. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { label, series, reference, format, fromZero = false } = props
  const all = reference ? [...series, reference] : series
  const options = { fromZero, xTicks: 2, yTicks: 2 }
  const frame = besideTicks(drawing, all, format, text, options)
  const scales = scalesFor(all, frame, options)
  return (
    <ul class="multiples" aria-label={label}>
      {series.map((one) => (
        <li key={one.name}>
          <Multiple {...props} one={one} frame={frame} scales={scales} />
        </li>
      ))}
    </ul>
  )
}

function Multiple(
  props: SmallMultiplesProps & {
    readonly one: Series
    readonly frame: Frame
    readonly scales: Scales | null
  },
) {
  const { one, frame, scales, format, missing, describe, reference, breaks } = props
  const end = lastKnown(one.points)
  return (
    <>
      <p class="multiples__name">
        {one.href ? <a href={one.href}>{one.name}</a> : one.name}
        <span class="multiples__value">{end ? format(end.y) : missing}</span>
      </p>
      {scales && end && (
        <svg
          class="multiples__drawing"
          viewBox="0 0 168 104"
          font-size={text}
          role="img"
          aria-label={describe(one)}
        >
          <Scale frame={frame} scales={scales} format={format} />
          {reference && <path class="line" d={linePath(reference.points, scales, breaks)} />}
          <path class="line line--front" d={linePath(one.points, scales, breaks)} />
          {lonePoints(one.points, breaks).map((point) => (
            <circle
              key={point.x}
              class="dot line--front"
              cx={scales.x(point.x)}
              cy={scales.y(point.y)}
              r="1.8"
            />
          ))}
          <circle class="dot line--front" cx={scales.x(end.x)} cy={scales.y(end.y)} r="2.8" />
        </svg>
      )}
    </>
  )
}

function Scale({
  frame,
  scales,
  format,
}: {
  readonly frame: Frame
  readonly scales: Scales
  readonly format: (value: number) => string
}) {
  return (
    <>
      {scales.yTicks.map((tick) => (
        <g key={tick}>
          <path class={tick === 0 ? 'axis' : 'grid'} d={`M${frame.left} ${scales.y(tick)}H${frame.right}`} />
          <text class="tick" x={frame.left - 5} y={scales.y(tick) + 4} text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {scales.xTicks.map((tick, index) => (
        <text
          key={tick}
          class="tick"
          x={scales.x(tick)}
          y={frame.bottom + 14}
          text-anchor={index === 0 ? 'start' : 'end'}
        >
          {tick}
        </text>
      ))}
    </>
  )
}
