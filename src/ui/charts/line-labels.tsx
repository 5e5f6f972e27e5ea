import type { ComponentChildren } from 'preact'
import { ComparisonMark } from './comparison-mark.tsx'
import type { Layout } from './drawing.ts'
import { type Placed, spreadLabels } from './labels.ts'
import type { LineFigures } from './line-figures.ts'
import { type Frame, type Scales, tenth, textWidth } from './scales.ts'
import { lastKnown, type Series } from './series.ts'
import { textLines } from './text-lines.ts'

/** What something in the drawing is, and where in years and values it ends. */
export interface LineLabel {
  readonly text: string
  readonly className: string
  readonly at: { readonly x: number; readonly y: number }
  /** How it is drawn, in a key. */
  readonly sample: ComponentChildren
  /** One of those that stand behind, which a key names together. */
  readonly isBehind: boolean
}

/** The names of all that is drawn, the most important first: when there is no room for all, the last are left out. */
export function lineLabels(figures: LineFigures): LineLabel[] {
  const { series, targets = [], format } = figures
  const front = series.filter((one) => one.emphasis)
  const compared = series.filter((one) => one.comparison && !one.emphasis)
  const behind = series.filter((one) => !one.emphasis && !one.comparison)
  return [
    ...front.flatMap((one) => seriesLabel(one, format)),
    ...targets.map(({ x, y, label }) => ({
      text: label,
      className: 'series-label target-label',
      at: { x, y },
      sample: <TargetMark x={10} y={8} />,
      isBehind: false,
    })),
    ...compared.flatMap((one) => seriesLabel(one, format)),
    ...levelLabels(figures),
    ...behind.flatMap((one) => seriesLabel(one, format)),
  ]
}

function seriesLabel(series: Series, format: (value: number) => string): LineLabel[] {
  const end = lastKnown(series.points)
  if (!end) return []
  const look = series.emphasis ? undefined : series.comparison
  const sample = look ? (
    <>
      <path class={`compare compare--${look}`} d="M0 8h20" />
      <ComparisonMark look={look} x={10} y={8} />
    </>
  ) : (
    <path class={series.emphasis ? 'line line--front' : 'line'} d="M1 8h16" />
  )
  const plain = series.emphasis ? 'series-label series-label--front' : 'series-label'
  return [
    {
      text: `${series.name} ${format(end.y)}`,
      className: look ? `compare-label compare-label--${look}` : plain,
      at: end,
      sample,
      isBehind: !look && !series.emphasis,
    },
  ]
}

/** The limits of the last stretch, and the level that all is read against. */
function levelLabels({ limits, level, series }: LineFigures): LineLabel[] {
  const last = limits?.stretches.at(-1)
  const end = Math.max(...series.flatMap((one) => one.points.map((point) => point.x)))
  return [
    ...(limits && last
      ? [
          ...levelLabel(limits.labels.upper, last.to, last.upper, 'limit'),
          ...levelLabel(limits.labels.centre, last.to, last.centre, 'centre'),
          ...levelLabel(limits.labels.lower, last.to, last.lower, 'limit'),
        ]
      : []),
    ...(level ? levelLabel(level.label, end, level.y, 'axis') : []),
  ]
}

function levelLabel(text: string, x: number, y: number | null, kind: string): LineLabel[] {
  if (y === null) return []
  const sample = <path class={kind} d="M1 8h16" />
  return [{ text, className: 'series-label', at: { x, y }, sample, isBehind: false }]
}

/** The point to be reached: a diamond with a point in it. */
export function TargetMark({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path class="target-mark" d="M0-6.5L6.5 0L0 6.5L-6.5 0z" />
      <path class="target-mark" d="M0-0.6v1.2" />
    </g>
  )
}

/** The frame of a wide drawing ends where the longest name beside it begins. */
export function roomForNames(labels: readonly LineLabel[], layout: Layout): Frame {
  if (layout.name === 'narrow') return layout.frame
  const widths = labels.map((one) => textWidth(one.text, layout.text))
  const room = Math.min(Math.max(0, ...widths) + 14, layout.width * 0.42)
  return { ...layout.frame, right: tenth(layout.width - room) }
}

// The emphasised ones come first: when there is no room for all, they stay.
export function NamesBeside({
  labels,
  layout,
  scales,
}: {
  readonly labels: readonly LineLabel[]
  readonly layout: Layout
  readonly scales: Scales
}) {
  const { frame, text } = layout
  const wanted = labels.map((label): Placed<LineLabel> => ({ label, y: scales.y(label.at.y) }))
  const placed = spreadLabels(wanted, text * 1.25, frame.top, frame.bottom)
  return (
    <>
      {placed.map(({ label, y }) => (
        <g key={label.text}>
          <Leader from={[scales.x(label.at.x), scales.y(label.at.y)]} to={[frame.right, y]} label={label} />
          <text class={label.className} x={frame.right + 10} y={tenth(y + text * 0.35)}>
            {label.text}
          </text>
        </g>
      ))}
    </>
  )
}

/** Leads from an end to its name where the two are far from each other. Those behind are too many to be led. */
function Leader({
  from: [x, y],
  to: [right, level],
  label,
}: {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly label: LineLabel
}) {
  const isNear = right - x < 12 && Math.abs(level - y) < 8
  if (isNear || label.isBehind) return null
  return (
    <path class="leader" d={`M${tenth(Math.min(x + 7, right))} ${y}L${right} ${tenth(level)}H${right + 7}`} />
  )
}

/** The rows of a key: names at the ends of thirteen lines would cover a small drawing. */
export interface KeyRow {
  readonly lines: readonly string[]
  readonly className: string
  readonly sample: ComponentChildren
}

const rowHeight = 17

/** What a key above a narrow drawing says. */
export function keyRows(
  labels: readonly LineLabel[],
  othersLabel: string | undefined,
  layout: Layout,
): KeyRow[] {
  const behind = labels.filter((one) => one.isBehind)
  const together = behind.length === 1 ? behind[0]?.text : othersLabel
  const rows = labels.filter((one) => !one.isBehind)
  const [first] = behind
  if (first && together !== undefined) rows.push({ ...first, text: together })
  return rows.map(({ text, className, sample }) => ({
    lines: textLines(text, layout.width - 26, layout.text),
    className,
    sample,
  }))
}

/** How much of the drawing a key takes. */
export function keyHeight(rows: readonly KeyRow[]): number {
  return rows.reduce((height, row) => height + row.lines.length * rowHeight, 0)
}

/** The key, at the top of the drawing. */
export function KeyAbove({ rows, text }: { readonly rows: readonly KeyRow[]; readonly text: number }) {
  return (
    <>
      {rows.map(({ lines, className, sample }, index) => {
        const top = keyHeight(rows.slice(0, index))
        return (
          <g key={lines.join(' ')} transform={`translate(0 ${top})`}>
            {sample}
            {lines.map((line, row) => (
              <text key={line} class={className} x="25" y={tenth(8 + row * rowHeight + text * 0.35)}>
                {line}
              </text>
            ))}
          </g>
        )
      })}
    </>
  )
}
