import { tenth } from './scales.ts'
import type { Comparison } from './series.ts'

// Around the middle of the point, about as heavy as each other.
const shapes: Record<Comparison, string> = {
  1: 'M-3.2-3.2h6.4v6.4h-6.4z',
  2: 'M0-4.2L4 3H-4z',
  3: 'M0-4.6L4.6 0L0 4.6L-4.6 0z',
  4: 'M-3.4-3.4L3.4 3.4M3.4-3.4L-3.4 3.4',
  5: 'M-4.2 0H4.2M0-4.2V4.2',
  6: 'M0 4.2L-4-3H4z',
}

/** The mark of a line to compare with, hollow where the value is preliminary. A cross cannot be hollow: a ring surrounds it. */
export function ComparisonMark({
  look,
  x,
  y,
  isHollow = false,
}: {
  readonly look: Comparison
  readonly x: number
  readonly y: number
  readonly isHollow?: boolean
}) {
  const isCross = look === 4 || look === 5
  const at = `translate(${tenth(x)} ${tenth(y)})`
  return (
    <>
      {isHollow && isCross && (
        <circle class={`compare-mark compare-mark--${look} hollow`} cx={x} cy={y} r="5.5" />
      )}
      <path
        class={`compare-mark compare-mark--${look}${isHollow && !isCross ? ' hollow' : ''}`}
        d={shapes[look]}
        transform={at}
      />
    </>
  )
}
