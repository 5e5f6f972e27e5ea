import type { LimitStretch, Signal } from './line-figures.ts'
import { type Frame, type Scales, tenth } from './scales.ts'

interface LimitProps {
  readonly stretches: readonly LimitStretch[]
  readonly scales: Scales
  readonly frame: Frame
}

/** The band in which points vary by themselves, for each stretch of years. It lies under everything. */
export function LimitBands({ stretches, scales, frame }: LimitProps) {
  return (
    <>
      {stretches.map((one) => {
        const { left, right, top, bottom } = edgesOf(one, scales, frame)
        const [width, height] = [tenth(Math.max(0, right - left)), tenth(Math.max(0, bottom - top))]
        return <rect key={one.from} class="band" x={left} y={top} width={width} height={height} />
      })}
    </>
  )
}

/** The middle and the edges of each band. */
export function LimitLines({ stretches, scales, frame }: LimitProps) {
  return (
    <>
      {stretches.map((one) => {
        const { left, right, top, bottom } = edgesOf(one, scales, frame)
        return (
          <g key={one.from}>
            {one.upper !== null && <path class="limit" d={`M${left} ${top}H${right}`} />}
            {one.lower !== null && <path class="limit" d={`M${left} ${bottom}H${right}`} />}
            <path class="centre" d={`M${left} ${scales.y(one.centre)}H${right}`} />
          </g>
        )
      })}
    </>
  )
}

/** Half a year to each side, so that the first and the last point lie inside. */
function edgesOf({ from, to, upper, lower }: LimitStretch, scales: Scales, frame: Frame) {
  return {
    left: Math.max(frame.left, scales.x(from - 0.5)),
    right: Math.min(frame.right, scales.x(to + 0.5)),
    top: upper === null ? frame.top : scales.y(upper),
    bottom: lower === null ? frame.bottom : scales.y(lower),
  }
}

/** A ring around each point that a rule names, with the sign of the rule. */
export function SignalMarks({
  signals,
  scales,
  frame,
  text,
}: {
  readonly signals: readonly Signal[]
  readonly scales: Scales
  readonly frame: Frame
  readonly text: number
}) {
  return (
    <>
      {signedPoints(signals).map(({ x, y, signs }, index, all) => {
        const [left, top] = [scales.x(x), scales.y(y)]
        const isHigh = top < frame.top + text * 2
        // Neighbours too close for a sign each bear their common sign once, at the first of them.
        const before = all[index - 1]
        const isSaid = before?.signs === signs && left - scales.x(before.x) < text * 2
        return (
          <g key={x}>
            <circle class="signal" cx={left} cy={top} r="7.5" />
            {!isSaid && (
              <text class="sign" x={left} y={tenth(isHigh ? top + 11 + text : top - 12)} text-anchor="middle">
                {signs}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

/** Each point once, from left to right, with the signs of all the rules that name it. */
export function signedPoints(
  signals: readonly Signal[],
): { readonly x: number; readonly y: number; readonly signs: string }[] {
  const found = new Map<string, { readonly x: number; readonly y: number; readonly signs: string }>()
  for (const { sign, points } of signals) {
    for (const { x, y } of points) {
      const before = found.get(`${x} ${y}`)
      found.set(`${x} ${y}`, { x, y, signs: before ? `${before.signs}, ${sign}` : sign })
    }
  }
  return [...found.values()].toSorted((a, b) => a.x - b.x)
}
