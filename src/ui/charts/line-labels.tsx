import { type Placed, spreadLabels } from './labels.ts'
import { type Frame, type Scales, tenth, textWidth } from './scales.ts'
import { lastKnown, type Series } from './series.ts'

/** One of the sizes that a chart is drawn in. */
export interface Layout {
  readonly name: 'narrow' | 'wide'
  readonly width: number
  readonly height: number
  readonly frame: Frame
  readonly text: number
  readonly xTicks: number
}

/** The frame of a wide drawing ends where the longest name beside it begins. */
export function roomForNames(
  series: readonly Series[],
  layout: Layout,
  format: (value: number) => string,
): Frame {
  if (layout.name === 'narrow') return layout.frame
  const widths = series.map((one) => textWidth(endLabel(one, format), layout.text))
  return { ...layout.frame, right: layout.width - Math.min(Math.max(0, ...widths) + 14, layout.width / 3) }
}

function endLabel(series: Series, format: (value: number) => string): string {
  const end = lastKnown(series.points)
  return end ? `${series.name} ${format(end.y)}` : series.name
}

interface LabelProps {
  readonly series: readonly Series[]
  readonly format: (value: number) => string
  readonly othersLabel: string | undefined
  readonly layout: Layout
  readonly scales: Scales
}

/** What each line is: a name at its end where there is room, else a key above. */
export function EndLabels(props: LabelProps) {
  return props.layout.name === 'wide' ? <NamesBeside {...props} /> : <KeyAbove {...props} />
}

// The emphasised ones come first: when there is no room for all, they stay.
function NamesBeside({ series, layout, scales, format }: LabelProps) {
  const ordered = series.toSorted((a, b) => Number(b.emphasis ?? false) - Number(a.emphasis ?? false))
  const wanted = ordered.flatMap((one): Placed<Series>[] => {
    const end = lastKnown(one.points)
    return end ? [{ label: one, y: scales.y(end.y) }] : []
  })
  const placed = spreadLabels(wanted, layout.text * 1.25, layout.frame.top, layout.frame.bottom)
  return (
    <>
      {placed.map(({ label, y }) => (
        <text
          key={label.name}
          class={labelClass(label)}
          x={layout.frame.right + 10}
          y={tenth(y + layout.text * 0.35)}
        >
          {endLabel(label, format)}
        </text>
      ))}
    </>
  )
}

/** What the lines are, above them: names at the ends of thirteen lines would cover a small drawing. */
function KeyAbove({ series, layout, format, othersLabel }: LabelProps) {
  const front = series.filter((one) => one.emphasis)
  const behind = series.filter((one) => !one.emphasis)
  const named = behind.length === 1 && behind[0] ? endLabel(behind[0], format) : othersLabel
  const keys = [
    ...front.map((one) => ({ text: endLabel(one, format), emphasis: true })),
    ...(named !== undefined && behind.length > 0 ? [{ text: named, emphasis: false }] : []),
  ]
  return (
    <>
      {keys.map(({ text, emphasis }, index) => (
        <g key={text}>
          <path class={emphasis ? 'line line--front' : 'line'} d={`M1 ${index * 17 + 8}h16`} />
          <text
            class={emphasis ? 'series-label series-label--front' : 'series-label'}
            x="24"
            y={index * 17 + 8 + layout.text * 0.35}
          >
            {text}
          </text>
        </g>
      ))}
    </>
  )
}

function labelClass(series: Series): string {
  return series.emphasis ? 'series-label series-label--front' : 'series-label'
}
