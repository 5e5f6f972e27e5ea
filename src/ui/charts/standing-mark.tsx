import { tenth } from './scales.ts'

interface StandingMarkProps {
  /** From 0, below all others, to 100. */
  readonly percentile: number
}

const [left, right, middle] = [6, 154, 12]

/** Where one stands among all, in the space of a word: the line is all of them, its thick part the half in the middle. The words beside it say the same. */
export function StandingMark({ percentile }: StandingMarkProps) {
  const at = (share: number) => tenth(left + ((right - left) * share) / 100)
  return (
    <svg class="sparkline" viewBox="0 0 160 24" aria-hidden="true">
      <path class="axis" d={`M${left} ${middle}H${right}`} />
      <rect class="band" x={at(25)} y={middle - 5} width={tenth((right - left) / 2)} height="10" />
      <path class="centre" d={`M${at(50)} ${middle - 5}v10`} />
      <circle class="place--own" cx={at(percentile)} cy={middle} r="5.5" />
    </svg>
  )
}
