import { ChartDrawing, ChartFigure, type ChartCaption } from './chart-figure.tsx'
import { LimitBands, LimitLines, SignalMarks } from './control-limits.tsx'
import type { Drawing, Layout } from './drawing.ts'
import { everythingIn, liftsOf, type LineFigures, type SeriesBreak, type Target } from './line-figures.ts'
import {
  KeyAbove,
  keyHeight,
  keyRows,
  lineLabels,
  NamesBeside,
  roomForNames,
  TargetMark,
} from './line-labels.tsx'
import { lineNotes } from './line-notes.tsx'
import { LineSeries } from './line-series.tsx'
import { besideTicks, type Frame, type Scales, scalesFor } from './scales.ts'
import { lastKnown } from './series.ts'

export type { LineFigures } from './line-figures.ts'

interface LineChartProps extends LineFigures, ChartCaption {
  /** Shown when no value is known. */
  readonly empty: string
}

/** Below a narrow key: the distance to the drawing, with room for what is written at the top of it. */
const keyGap = 22

// Text must not shrink with the drawing: a phone gets a drawing of its own, and the style sheet shows the one that fits.
const narrow: Layout = {
  name: 'narrow',
  width: 350,
  height: 274,
  frame: { left: 0, right: 344, top: 0, bottom: 246 },
  text: 12,
  xTicks: 5,
}
const wide: Layout = {
  name: 'wide',
  width: 800,
  height: 400,
  frame: { left: 0, right: 640, top: 26, bottom: 368 },
  text: 13,
  xTicks: 9,
}

/**
 * Series over time: one stands out, some are compared with, the rest stand behind. A missing value is a gap, never a guess.
 */
export function LineChart(props: LineChartProps) {
  const known = props.series.some((one) => lastKnown(one.points) !== undefined)
  return (
    <ChartFigure {...props} notes={lineNotes(props)}>
      {known ? (
        [narrow, wide].map((layout) => (
          <ChartDrawing
            key={layout.name}
            name={layout.name}
            drawing={drawn(props, layout)}
            description={props.description}
          />
        ))
      ) : (
        <p class="empty">{props.empty}</p>
      )}
    </ChartFigure>
  )
}

/** The drawing alone, for a file of its own. */
export function lineDrawing(figures: LineFigures): Drawing {
  return drawn(figures, wide)
}

function drawn(figures: LineFigures, given: Layout): Drawing {
  const labels = lineLabels(figures)
  const rows = given.name === 'narrow' ? keyRows(labels, figures.othersLabel, given) : []
  const layout = below(given, rows.length > 0 ? keyHeight(rows) + keyGap : 0)
  const options = { xTicks: layout.xTicks, yTicks: 5 }
  const all = everythingIn(figures)
  const frame = besideTicks(roomForNames(labels, layout), all, figures.format, layout.text, options)
  const scales = scalesFor(all, frame, options)
  const size = { width: layout.width, height: layout.height, text: layout.text }
  if (!scales) return { ...size, marks: null }
  return {
    ...size,
    marks: (
      <>
        <Inside figures={figures} scales={scales} layout={{ ...layout, frame }} />
        {given.name === 'narrow' ? (
          <KeyAbove rows={rows} text={layout.text} />
        ) : (
          <NamesBeside labels={labels} layout={{ ...layout, frame }} scales={scales} />
        )}
      </>
    ),
  }
}

function below(layout: Layout, height: number): Layout {
  const { frame } = layout
  return {
    ...layout,
    height: layout.height + height,
    frame: { ...frame, top: frame.top + height, bottom: frame.bottom + height },
  }
}

interface InsideProps {
  readonly figures: LineFigures
  readonly scales: Scales
  readonly layout: Layout
}

/** From the ground up: what lies under the lines, the lines from the least to the most important, what marks their points. */
function Inside({ figures, scales, layout }: InsideProps) {
  const { series, breaks = [], targets = [], limits, signals = [], level, format } = figures
  const { frame } = layout
  const rank = (one: (typeof series)[number]) => (one.emphasis ? 2 : one.comparison ? 1 : 0)
  return (
    <>
      {limits && <LimitBands stretches={limits.stretches} scales={scales} frame={frame} />}
      <Axes scales={scales} layout={layout} format={format} />
      {limits && <LimitLines stretches={limits.stretches} scales={scales} frame={frame} />}
      {level && <path class="axis" d={`M${frame.left} ${scales.y(level.y)}H${frame.right}`} />}
      {breaks.map((one) => (
        <Break key={one.x} at={scales.x(one.x - 0.5)} label={one.label} layout={layout} />
      ))}
      {targets.map((one) => (
        <TargetLine key={one.label} target={one} scales={scales} frame={frame} />
      ))}
      {series
        .toSorted((a, b) => rank(a) - rank(b))
        .map((one) => (
          <LineSeries
            key={one.name}
            series={one}
            scales={scales}
            lifts={liftsOf(figures)}
            hasDots={limits !== undefined}
          />
        ))}
      {targets.map((one) => (
        <TargetMark key={one.label} x={scales.x(one.x)} y={scales.y(one.y)} />
      ))}
      <SignalMarks signals={signals} scales={scales} frame={frame} text={layout.text} />
    </>
  )
}

function Axes({ scales, layout, format }: Omit<InsideProps, 'figures'> & Pick<LineFigures, 'format'>) {
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

/** A level line to a target. */
function TargetLine({
  target,
  scales,
  frame,
}: {
  readonly target: Target
  readonly scales: Scales
  readonly frame: Frame
}) {
  const { x, y } = target
  return <path class="target" d={`M${frame.left} ${scales.y(y)}H${scales.x(x)}`} />
}

function Break({
  at,
  label,
  layout,
}: {
  readonly at: number
  readonly label: SeriesBreak['label']
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
