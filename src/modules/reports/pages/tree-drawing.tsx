import type { Locale } from '#platform/values/locale.ts'
import type { Drawing } from '#ui/charts/drawing.ts'
import { textLines } from '#ui/charts/text-lines.ts'
import { textsIn } from './texts.ts'
import type { ToldTree } from './tree-told.ts'

/** As wide as an A3 sheet that lies is beside its height, in units that a letter of 14 is well read in. */
const width = 1600
const tallest = 1108
const columns = {
  vision: { x: 0, width: 210 },
  goal: { x: 245, width: 200 },
  area: { x: 480, width: 230 },
  intervention: { x: 745, width: 380 },
  indicators: { x: 1150, width: 450 },
} as const
const head = 96
const ink = '#23241f'
const soft = '#5f5a50'
const accent = '#1c6676'
const paper = '#ffffff'
const pad = 10

interface Lines {
  readonly lines: readonly string[]
  readonly size: number
}

/** A leaf of the tree with the height that it needs. */
interface Leaf {
  readonly name: Lines
  readonly indicators: readonly Lines[]
  readonly height: number
}

const leading = 1.28

function set(text: string, room: number, size: number): Lines {
  return { lines: textLines(text, room, size), size }
}

function heightOf({ lines, size }: Lines): number {
  return lines.length * size * leading
}

/** The goal tree on one sheet: each row an intervention, what it serves to the left of it, what it should move to the right. */
export function treeDrawing(tree: ToldTree, locale: Locale): Drawing {
  const texts = textsIn(locale).tree
  const leaves = tree.goals.map((goal) =>
    goal.areas.map((area) =>
      area.interventions.map((one) => leafOf(one.name, one.indicators, texts.noIndicators)),
    ),
  )
  const needed = leaves.flat(2).reduce((sum, leaf) => sum + leaf.height, 0)
  const count = Math.max(leaves.flat(2).length, 1)
  const gap = Math.max(10, Math.min(34, (tallest - head - 20 - needed) / count))
  const placed = placedBranches(tree, leaves, gap)
  const bottom = placed.at(-1)?.bottom ?? head
  const middle = (head + bottom) / 2
  return {
    width,
    height: Math.max(bottom + 20, 400),
    text: 15,
    marks: (
      <>
        <rect x="0" y="0" width={width} height={Math.max(bottom + 20, 400)} fill={paper} />
        <Title tree={tree} locale={locale} />
        {placed.map((goal) => (
          <g key={goal.id}>
            <Joint from={columns.vision} to={columns.goal} y1={middle} y2={goal.middle} />
            {goal.areas.map((area) => (
              <g key={area.id}>
                <Joint from={columns.goal} to={columns.area} y1={goal.middle} y2={area.middle} />
                {area.leaves.map(({ leaf, middle: at }, index) => (
                  <g key={index}>
                    <Joint from={columns.area} to={columns.intervention} y1={area.middle} y2={at} />
                    <LeafMarks leaf={leaf} middle={at} />
                  </g>
                ))}
                <Box column={columns.area} middle={area.middle} words={set(area.name, 210, 18)} />
              </g>
            ))}
            <Box column={columns.goal} middle={goal.middle} words={set(goal.name, 180, 20)} isStrong />
          </g>
        ))}
        <Box column={columns.vision} middle={middle} words={set(tree.vision, 188, 18)} isStrong />
      </>
    ),
  }
}

function leafOf(name: string, indicators: readonly string[], none: string): Leaf {
  const words = set(name, columns.intervention.width - 2 * pad, 17)
  const beside = (indicators.length > 0 ? indicators : [none]).map((text) =>
    set(text, columns.indicators.width, 15),
  )
  const tall = beside.reduce((sum, one) => sum + heightOf(one), 0)
  return { name: words, indicators: beside, height: Math.max(heightOf(words) + 2 * pad, tall) }
}

function placedBranches(tree: ToldTree, leaves: readonly (readonly (readonly Leaf[])[])[], gap: number) {
  let y = head
  return tree.goals.map((goal, goalIndex) => {
    const top = y
    const areas = goal.areas.map((area, areaIndex) => {
      const from = y
      const own = (leaves[goalIndex]?.[areaIndex] ?? []).map((leaf) => {
        const middle = y + leaf.height / 2
        y += leaf.height + gap
        return { leaf, middle }
      })
      // An area or a goal with nothing below it still has its own place.
      if (own.length === 0) y += 50 + gap
      return { id: area.id, name: area.name, leaves: own, middle: (from + y - gap) / 2 }
    })
    if (areas.length === 0) y += 50 + gap
    return { id: goal.id, name: goal.name, areas, middle: (top + y - gap) / 2, bottom: y - gap }
  })
}

function Title({ tree, locale }: { readonly tree: ToldTree; readonly locale: Locale }) {
  const texts = textsIn(locale).tree
  const labels = [
    [columns.vision.x, texts.vision],
    [columns.goal.x, texts.goals],
    [columns.area.x, texts.areas],
    [columns.intervention.x, texts.interventions],
    [columns.indicators.x, texts.indicators],
  ] as const
  return (
    <>
      <text x="0" y="30" font-size="26" font-weight="700" fill={accent}>
        {tree.name}
      </text>
      {labels.map(([x, label]) => (
        <text key={label} x={x} y="72" font-size="16" font-weight="700" fill={soft}>
          {label}
        </text>
      ))}
    </>
  )
}

interface BoxProps {
  readonly column: { readonly x: number; readonly width: number }
  readonly middle: number
  readonly words: Lines
  readonly isStrong?: boolean
}

function Box({ column, middle, words, isStrong = false }: BoxProps) {
  const height = heightOf(words) + 2 * pad
  const top = middle - height / 2
  return (
    <>
      <rect
        x={column.x}
        y={tenth(top)}
        width={column.width}
        height={tenth(height)}
        rx="4"
        fill={isStrong ? accent : '#eef4f5'}
        stroke={accent}
      />
      <Words x={column.x + pad} top={top + pad} words={words} fill={isStrong ? paper : ink} isStrong />
    </>
  )
}

function LeafMarks({ leaf, middle }: { readonly leaf: Leaf; readonly middle: number }) {
  const { x, width: wide } = columns.intervention
  const height = heightOf(leaf.name) + 2 * pad
  const beside = leaf.indicators.reduce((sum, one) => sum + heightOf(one), 0)
  const tops = leaf.indicators.map((_words, index) =>
    leaf.indicators.slice(0, index).reduce((sum, one) => sum + heightOf(one), middle - beside / 2),
  )
  return (
    <>
      <rect
        x={x}
        y={tenth(middle - height / 2)}
        width={wide}
        height={tenth(height)}
        rx="4"
        fill={paper}
        stroke="#7c7873"
      />
      <Words x={x + pad} top={middle - height / 2 + pad} words={leaf.name} fill={ink} />
      {leaf.indicators.map((words, index) => (
        <Words key={index} x={columns.indicators.x} top={tops[index] ?? 0} words={words} fill={soft} />
      ))}
    </>
  )
}

interface WordsProps {
  readonly x: number
  readonly top: number
  readonly words: Lines
  readonly fill: string
  readonly isStrong?: boolean
}

function Words({ x, top, words: { lines, size }, fill, isStrong = false }: WordsProps) {
  return (
    <>
      {lines.map((line, index) => (
        <text
          key={index}
          x={x}
          y={tenth(top + size * 0.98 + index * size * leading)}
          font-size={size}
          font-weight={isStrong ? 700 : 400}
          fill={fill}
        >
          {line}
        </text>
      ))}
    </>
  )
}

interface JointProps {
  readonly from: { readonly x: number; readonly width: number }
  readonly to: { readonly x: number }
  readonly y1: number
  readonly y2: number
}

function Joint({ from, to, y1, y2 }: JointProps) {
  const start = from.x + from.width
  const half = (start + to.x) / 2
  return <path d={`M${start} ${tenth(y1)}H${half}V${tenth(y2)}H${to.x}`} fill="none" stroke="#7c7873" />
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
