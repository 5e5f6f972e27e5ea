import { sum } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { ChartDrawing, ChartFigure, type ChartCaption } from './chart-figure.tsx'
import type { Drawing } from './drawing.ts'
import { tenth, textWidth } from './scales.ts'
import { textLines } from './text-lines.ts'

/** What one part adds to a difference, or takes from it. */
export interface GapPart {
  readonly id: string
  readonly name: string
  /** Null where it cannot be counted; `missing` is written instead. */
  readonly value: number | null
}

/** A difference and its parts, on a page or in a file of its own. */
export interface GapFigures {
  /** In the order in which they are to be read. */
  readonly parts: readonly GapPart[]
  /** A number with its sign: "+0.4", "−1.2". */
  readonly format: (value: number) => string
  readonly missing: string
  /** The three sums below the parts: what adds, what takes away, and both together. */
  readonly sumLabels: { readonly plus: string; readonly minus: string; readonly total: string }
}

interface GapChartProps extends GapFigures, ChartCaption {
  /** Shown when no part can be counted. */
  readonly empty: string
}

interface Size {
  readonly name: 'narrow' | 'wide'
  readonly width: number
  readonly text: number
  readonly row: number
}

const narrow: Size = { name: 'narrow', width: 350, text: 12, row: 23 }
const wide: Size = { name: 'wide', width: 800, text: 13, row: 25 }

/** The sums of a gap: of its positive parts, of its negative ones, and of all. */
export function gapSums(parts: readonly GapPart[]): {
  readonly plus: number
  readonly minus: number
  readonly total: number
} {
  const values = parts.flatMap((part) => (part.value === null ? [] : [part.value]))
  return {
    plus: sum(values.filter((value) => value > 0)),
    minus: sum(values.filter((value) => value < 0)),
    total: sum(values),
  }
}

/** What a difference is made of: a bar to the left or to the right for each part, its number, and the sums. */
export function GapChart(props: GapChartProps) {
  const { parts, empty, description } = props
  return (
    <ChartFigure {...props} kind="gap">
      {parts.every((part) => part.value === null) ? (
        <p class="empty">{empty}</p>
      ) : (
        [narrow, wide].map((size) => (
          <ChartDrawing
            key={size.name}
            name={size.name}
            drawing={drawn(props, size)}
            description={description}
          />
        ))
      )}
    </ChartFigure>
  )
}

/** The drawing alone, for a file of its own. */
export function gapDrawing(figures: GapFigures): Drawing {
  return drawn(figures, wide)
}

interface Row {
  readonly key: string
  readonly lines: readonly string[]
  readonly value: number | null
  readonly top: number
  readonly height: number
}

function drawn(figures: GapFigures, size: Size): Drawing {
  const { parts, format, sumLabels } = figures
  const { plus, minus, total } = gapSums(parts)
  const column = Math.min(
    size.width * 0.4,
    Math.max(
      ...parts.map((part) => textWidth(part.name, size.text)),
      ...Object.values(sumLabels).map((label) => Math.min(textWidth(label, size.text), size.width * 0.3)),
    ),
  )
  const rows = inRows(
    parts.map(({ id, name, value }) => ({ key: id, name, value })),
    column,
    size,
    4,
  )
  const end = below(rows, 4)
  const sums = inRows(
    [
      { key: 'plus', name: sumLabels.plus, value: plus },
      { key: 'minus', name: sumLabels.minus, value: minus },
      { key: 'total', name: sumLabels.total, value: total },
    ],
    column,
    size,
    end + 8,
  )
  const height = below(sums, end) + 4
  const xOf = barScale(figures, column, size)
  const zero = tenth(xOf(0))
  return {
    width: size.width,
    height,
    text: size.text,
    marks: (
      <>
        {rows.map((row) => (
          <PartRow key={row.key} row={row} xOf={xOf} size={size} figures={figures} />
        ))}
        <path class="axis" d={`M${zero} 0V${end}`} />
        <path class="axis" d={`M0 ${end + 3}H${size.width}`} />
        {sums.map((row) => (
          <g key={row.key}>
            <Name row={row} size={size} isStrong={row.key === 'total'} />
            <text
              class={row.key === 'total' ? 'words words--strong' : 'words'}
              x={zero}
              y={tenth(row.top + row.height / 2 + size.text * 0.35)}
              text-anchor="middle"
            >
              {format(row.value ?? 0)}
            </text>
          </g>
        ))}
      </>
    ),
  }
}

/** From a value to its place beside the names, with room for the number at either end. */
function barScale({ parts, format, missing }: GapFigures, column: number, size: Size) {
  const values = parts.flatMap((part) => (part.value === null ? [] : [part.value]))
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const room = Math.max(...values.map((value) => textWidth(format(value), size.text))) + 8
  const left = column + 12 + (low < 0 ? room : 0)
  const right = size.width - Math.max(room, high > 0 ? room : textWidth(missing, size.text) + 8)
  return scaleLinear(low === high ? [0, 1] : [low, high], [left, Math.max(left + 40, right)])
}

function inRows(
  named: readonly { readonly key: string; readonly name: string; readonly value: number | null }[],
  column: number,
  size: Size,
  from: number,
): Row[] {
  const rows: Row[] = []
  for (const { key, name, value } of named) {
    const lines = textLines(name, column, size.text)
    const height = Math.max(size.row, Math.ceil(lines.length * size.text * 1.2) + 9)
    rows.push({ key, lines, value, top: below(rows, from), height })
  }
  return rows
}

function below(rows: readonly Row[], from: number): number {
  const last = rows.at(-1)
  return last ? last.top + last.height : from
}

interface PartRowProps {
  readonly row: Row
  readonly xOf: (value: number) => number
  readonly size: Size
  readonly figures: GapFigures
}

function PartRow({ row, xOf, size, figures }: PartRowProps) {
  const { value, top, height } = row
  const zero = tenth(xOf(0))
  const end = tenth(xOf(value ?? 0))
  const isMinus = value !== null && value < 0
  const thick = size.row - 9
  return (
    <>
      <Name row={row} size={size} />
      {value !== null && (
        <rect
          class={isMinus ? 'bar--minus' : 'bar--plus'}
          x={Math.min(zero, end)}
          y={tenth(top + (height - thick) / 2)}
          width={tenth(Math.abs(end - zero))}
          height={thick}
        />
      )}
      <text
        class={value === null ? 'tick' : 'words'}
        x={isMinus ? end - 6 : end + 6}
        y={tenth(top + height / 2 + size.text * 0.35)}
        text-anchor={isMinus ? 'end' : 'start'}
      >
        {value === null ? figures.missing : figures.format(value)}
      </text>
    </>
  )
}

function Name({
  row,
  size,
  isStrong = false,
}: {
  readonly row: Row
  readonly size: Size
  readonly isStrong?: boolean
}) {
  const first = row.top + row.height / 2 - ((row.lines.length - 1) * size.text * 1.2) / 2
  return (
    <>
      {row.lines.map((line, index) => (
        <text
          key={line}
          class={isStrong ? 'words words--strong' : 'words'}
          y={tenth(first + index * size.text * 1.2 + size.text * 0.35)}
        >
          {line}
        </text>
      ))}
    </>
  )
}
