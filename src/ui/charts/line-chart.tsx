import type { ComponentChildren } from 'preact'
import { EndLabels, type Layout, roomForNames } from './line-labels.tsx'
import { besideTicks, linePath, lonePoints, type Scales, scalesFor } from './scales.ts'
import { lastKnown, type Series } from './series.ts'

/** Where the values before and after are not counted alike. */
export interface SeriesBreak {
  /** The first point of time that is counted the new way. */
  readonly x: number
  /** A few words beside the line. */
  readonly label: string
  /** A sentence below the chart. */
  readonly explanation: string
}

interface LineChartProps {
  /** Unique on the page. */
  readonly id: string
  /** The finding, not the subject: "Unemployment has fallen in all but two". */
  readonly title: ComponentChildren
  /** What is counted, and in which unit. */
  readonly subtitle?: ComponentChildren
  /** What somebody who cannot see the chart needs to know. */
  readonly description: string
  readonly series: readonly Series[]
  readonly format: (value: number) => string
  readonly breaks?: readonly SeriesBreak[]
  readonly fromZero?: boolean
  /** What the series behind are together, such as "The 13 municipalities"; a phone has no room for each name. */
  readonly othersLabel?: string
  readonly source?: ComponentChildren
  /** Shown when no value is known. */
  readonly empty: string
  readonly titleLevel?: 2 | 3 | 4
}

// Text must not shrink with the drawing: a phone gets a drawing of its own, and the style sheet shows the one that fits.
const layouts: readonly Layout[] = [
  {
    name: 'narrow',
    width: 350,
    height: 330,
    frame: { left: 0, right: 344, top: 56, bottom: 302 },
    text: 12,
    xTicks: 5,
  },
  {
    name: 'wide',
    width: 800,
    height: 400,
    frame: { left: 0, right: 640, top: 26, bottom: 368 },
    text: 13,
    xTicks: 9,
  },
]

/** Series over time: one stands out, the rest stand behind it. A missing value is a gap, never a guess. */
export function LineChart(props: LineChartProps) {
  const { id, title, subtitle, series, breaks = [], source, empty, titleLevel = 3 } = props
  const Heading = `h${titleLevel}` as const
  const known = series.some((one) => lastKnown(one.points) !== undefined)
  return (
    <figure class="chart" aria-labelledby={`${id}-title`}>
      <figcaption>
        <Heading class="chart__title" id={`${id}-title`}>
          {title}
        </Heading>
        {subtitle && <p class="chart__subtitle">{subtitle}</p>}
      </figcaption>
      {known ? (
        layouts.map((layout) => <Drawing key={layout.name} {...props} layout={layout} />)
      ) : (
        <p class="empty">{empty}</p>
      )}
      {breaks.map((one) => (
        <p class="chart__note" key={one.x}>
          <svg class="break-mark" viewBox="0 0 10 16" aria-hidden="true">
            <path class="break" d="M5 0v16" />
          </svg>
          {one.explanation}
        </p>
      ))}
      {source && <p class="source">{source}</p>}
    </figure>
  )
}

function Drawing(props: LineChartProps & { readonly layout: Layout }) {
  const { series, format, description, fromZero = false, breaks = [] } = props
  const options = { fromZero, xTicks: props.layout.xTicks, yTicks: 5 }
  const frame = besideTicks(
    roomForNames(series, props.layout, format),
    series,
    format,
    props.layout.text,
    options,
  )
  const layout = { ...props.layout, frame }
  const scales = scalesFor(series, frame, options)
  if (!scales) return null
  const behind = series.filter((one) => !one.emphasis)
  const front = series.filter((one) => one.emphasis)
  return (
    <svg
      class={`chart__drawing chart__drawing--${layout.name}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      font-size={layout.text}
      role="img"
      aria-label={description}
    >
      <Axes scales={scales} layout={layout} format={format} />
      {breaks.map((one) => (
        <Break key={one.x} at={scales.x(one.x - 0.5)} label={one.label} layout={layout} />
      ))}
      {behind.map((one) => (
        <Line key={one.name} series={one} scales={scales} breaks={breaks} />
      ))}
      {front.map((one) => (
        <Line key={one.name} series={one} scales={scales} breaks={breaks} />
      ))}
      <EndLabels
        series={series}
        format={format}
        othersLabel={props.othersLabel}
        layout={layout}
        scales={scales}
      />
    </svg>
  )
}

function Axes({
  scales,
  layout,
  format,
}: {
  readonly scales: Scales
  readonly layout: Layout
  readonly format: (value: number) => string
}) {
  const { frame } = layout
  const last = scales.xTicks.length - 1
  return (
    <>
      {scales.yTicks.map((tick) => (
        <g key={tick}>
          <path class={tick === 0 ? 'axis' : 'grid'} d={`M${frame.left} ${scales.y(tick)}H${frame.right}`} />
          <text class="tick" x={frame.left - 6} y={scales.y(tick) + layout.text * 0.35} text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      <path class="axis" d={`M${frame.left} ${frame.bottom}H${frame.right}`} />
      {scales.xTicks.map((tick, index) => (
        <text
          key={tick}
          class="tick"
          x={scales.x(tick)}
          y={frame.bottom + layout.text + 8}
          text-anchor={index === last && layout.name === 'narrow' ? 'end' : 'middle'}
        >
          {tick}
        </text>
      ))}
    </>
  )
}

function Line({
  series,
  scales,
  breaks,
}: {
  readonly series: Series
  readonly scales: Scales
  readonly breaks: readonly SeriesBreak[]
}) {
  const kind = series.emphasis ? 'line line--front' : 'line'
  const end = lastKnown(series.points)
  const lifted = breaks.map((one) => one.x)
  return (
    <>
      <path class={kind} d={linePath(series.points, scales, lifted)} />
      {lonePoints(series.points, lifted).map((point) => (
        <circle key={point.x} class={`dot ${kind}`} cx={scales.x(point.x)} cy={scales.y(point.y)} r="2.5" />
      ))}
      {series.emphasis && end && (
        <circle class="dot line--front" cx={scales.x(end.x)} cy={scales.y(end.y)} r="4" />
      )}
    </>
  )
}

function Break({
  at,
  label,
  layout,
}: {
  readonly at: number
  readonly label: string
  readonly layout: Layout
}) {
  const rightHalf = at > (layout.frame.left + layout.frame.right) / 2
  return (
    <>
      <path class="break" d={`M${at} ${layout.frame.top - 14}V${layout.frame.bottom}`} />
      <text
        class="tick"
        x={rightHalf ? at - 6 : at + 6}
        y={layout.frame.top - 8}
        text-anchor={rightHalf ? 'end' : 'start'}
      >
        {label}
      </text>
    </>
  )
}
