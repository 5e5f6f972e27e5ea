import type { Drawing } from './drawing.ts'
import { besideTicks, type Frame, linePath, lonePoints, type Scales, scalesFor } from './scales.ts'
import { type Known, lastKnown, type Series } from './series.ts'

/** What small charts side by side show, on a page or in a file of their own. */
export interface MultiplesFigures {
  readonly series: readonly Series[]
  /** Drawn grey behind each, for comparison. */
  readonly reference?: Series
  readonly format: (value: number) => string
  /** The first points of a new way of counting: the lines are lifted there. */
  readonly breaks?: readonly number[]
  /** What is written where a series has no value. */
  readonly missing: string
}

interface SmallMultiplesProps extends MultiplesFigures {
  readonly label: string
  /** The words read out for one chart, such as "Ale: from 5.1 % in 2010 to 6.2 % in 2024". */
  readonly describe: (series: Series) => string
}

const drawing: Frame = { left: 0, right: 164, top: 8, bottom: 84 }
const text = 11

/** Many small charts on one scale, so that they can be compared at a glance and none hides another. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { label, series, format, missing, describe } = props
  const ground = groundOf(props)
  return (
    <ul class="multiples" aria-label={label}>
      {series.map((one) => {
        const end = lastKnown(one.points)
        return (
          <li key={one.name}>
            <p class="multiples__name">
              {one.href ? <a href={one.href}>{one.name}</a> : one.name}
              <span class="multiples__value">{end ? format(end.y) : missing}</span>
            </p>
            {ground && end && (
              <svg
                class="multiples__drawing"
                viewBox="0 0 168 104"
                font-size={text}
                role="img"
                aria-label={describe(one)}
              >
                <Multiple {...props} one={one} ground={ground} end={end} />
              </svg>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const [columns, columnWidth, rowHeight] = [4, 206, 138]

/** All of them in one drawing, for a file of its own. */
export function multiplesDrawing(figures: MultiplesFigures): Drawing {
  const { series, format, missing } = figures
  const ground = groundOf(figures)
  return {
    width: columns * columnWidth - (columnWidth - drawing.right) + 4,
    height: Math.max(0, Math.ceil(series.length / columns) * rowHeight - 14),
    text,
    marks: series.map((one, index) => {
      const end = lastKnown(one.points)
      const [x, y] = [(index % columns) * columnWidth, Math.floor(index / columns) * rowHeight]
      return (
        <g key={one.name} transform={`translate(${x} ${y})`}>
          <text class="words words--strong" y="12">
            {one.name}
          </text>
          <text class="words" x={drawing.right} y="12" text-anchor="end">
            {end ? format(end.y) : missing}
          </text>
          {ground && end && (
            <g transform="translate(0 18)">
              <Multiple {...figures} one={one} ground={ground} end={end} />
            </g>
          )}
        </g>
      )
    }),
  }
}

interface Ground {
  readonly frame: Frame
  readonly scales: Scales
}

/** The scale that all share. */
function groundOf({ series, reference, format }: MultiplesFigures): Ground | null {
  const all = reference ? [...series, reference] : series
  const options = { xTicks: 2, yTicks: 2 }
  const frame = besideTicks(drawing, all, format, text, options)
  const scales = scalesFor(all, frame, options)
  return scales && { frame, scales }
}

function Multiple({
  one,
  ground: { frame, scales },
  end,
  format,
  reference,
  breaks,
}: MultiplesFigures & { readonly one: Series; readonly ground: Ground; readonly end: Known }) {
  return (
    <>
      <Scale frame={frame} scales={scales} format={format} />
      {reference && <path class="line" d={linePath(reference.points, scales, breaks)} />}
      <path class="line line--front" d={linePath(one.points, scales, breaks)} />
      {lonePoints(one.points, breaks).map((point) => (
        <circle key={point.x} class="dot dot--front" cx={scales.x(point.x)} cy={scales.y(point.y)} r="1.8" />
      ))}
      <circle class="dot dot--front" cx={scales.x(end.x)} cy={scales.y(end.y)} r="2.8" />
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
