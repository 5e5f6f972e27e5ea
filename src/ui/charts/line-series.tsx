import { ComparisonMark } from './comparison-mark.tsx'
import { linePath, lonePoints, type Scales } from './scales.ts'
import { type Comparison, knownPoints, lastKnown, type Point, type Series } from './series.ts'

interface LineSeriesProps {
  readonly series: Series
  readonly scales: Scales
  /** The first points of a new way of counting: the line is lifted there. */
  readonly lifts: readonly number[]
  /** Whether each point of the line that stands out has a dot. */
  readonly hasDots?: boolean
}

/** One line with its points. */
export function LineSeries(props: LineSeriesProps) {
  const { comparison } = props.series
  return comparison ? <ComparisonLine {...props} look={comparison} /> : <PlainLine {...props} />
}

function PlainLine({ series, scales, lifts, hasDots = false }: LineSeriesProps) {
  const { points, emphasis = false } = series
  const dot = emphasis ? 'dot dot--front' : 'dot'
  const end = lastKnown(points)
  const dots = hasDots && emphasis ? knownPoints(points) : lonePoints(points, lifts)
  return (
    <>
      <path class={emphasis ? 'line line--front' : 'line'} d={linePath(points, scales, lifts)} />
      {dots.map(({ x, y }) => (
        <circle key={x} class={dot} cx={scales.x(x)} cy={scales.y(y)} r={hasDots ? 3.2 : 2.5} />
      ))}
      {emphasis && end && <circle class={dot} cx={scales.x(end.x)} cy={scales.y(end.y)} r="4" />}
      {preliminary(points).map(({ x, y }) => (
        <circle
          key={x}
          class={emphasis ? 'ring ring--front' : 'ring'}
          cx={scales.x(x)}
          cy={scales.y(y)}
          r={emphasis ? 4 : 2}
        />
      ))}
    </>
  )
}

function ComparisonLine({ series, scales, lifts, look }: LineSeriesProps & { readonly look: Comparison }) {
  const hollow = new Set(preliminary(series.points).map((point) => point.x))
  return (
    <>
      <path class={`compare compare--${look}`} d={linePath(series.points, scales, lifts)} />
      {marked(series.points, lifts).map(({ x, y }) => (
        <ComparisonMark key={x} look={look} x={scales.x(x)} y={scales.y(y)} isHollow={hollow.has(x)} />
      ))}
    </>
  )
}

/** More marks than this run together into a band. */
const mostMarks = 14

/** The points of a line that bear its mark: all, or of a long line the last and some before it, as far apart as each other. */
function marked(points: readonly Point[], lifts: readonly number[]) {
  const known = knownPoints(points)
  const step = Math.ceil(known.length / mostMarks)
  const needed = new Set([...preliminary(points), ...lonePoints(points, lifts)].map(({ x }) => x))
  return known.filter(({ x }, index) => (known.length - 1 - index) % step === 0 || needed.has(x))
}

function preliminary(points: readonly Point[]) {
  return knownPoints(points.filter((point) => point.isPreliminary))
}
