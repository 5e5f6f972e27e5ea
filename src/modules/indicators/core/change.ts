import type { Direction, SeriesBreak } from './indicator.ts'

/** A value, or the lack of one, in one year. */
export interface YearValue {
  readonly year: number
  readonly value: number | null
}

/** How the latest value stands to the one before it. */
export type Change =
  | { readonly kind: 'first' }
  /** The two are not counted alike. */
  | { readonly kind: 'across-break'; readonly since: number; readonly break: SeriesBreak }
  | {
      readonly kind: 'known'
      /** The year compared with: the previous one that has a value. */
      readonly since: number
      /** Rounded as values are shown; zero for what is too small to be seen in them. */
      readonly amount: number
      readonly arrow: 'up' | 'down' | 'level'
      readonly verdict: 'better' | 'worse' | 'neither'
    }

interface Measure {
  readonly decimals: number
  readonly direction: Direction
  readonly breaks: readonly SeriesBreak[]
}

/** The change up to the latest known value; null when no value is known. Values are given oldest first. */
export function latestChange(values: readonly YearValue[], measure: Measure): Change | null {
  const known = values.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]))
  const latest = known.at(-1)
  if (!latest) return null
  const previous = known.at(-2)
  if (!previous) return { kind: 'first' }
  const between = measure.breaks.find(({ from }) => previous.year < from && from <= latest.year)
  if (between) return { kind: 'across-break', since: previous.year, break: between }
  const amount = rounded(latest.value - previous.value, measure.decimals)
  return {
    kind: 'known',
    since: previous.year,
    amount,
    arrow: amount === 0 ? 'level' : amount > 0 ? 'up' : 'down',
    verdict: verdictOf(amount, measure.direction),
  }
}

function verdictOf(amount: number, direction: Direction): 'better' | 'worse' | 'neither' {
  if (amount === 0 || direction === 'none') return 'neither'
  return amount > 0 === (direction === 'higher') ? 'better' : 'worse'
}

// The difference is taken before rounding, so that a change is neither made nor hidden by where two values happen to be
// cut. The nudge undoes what binary fractions lose: 6.15 - 6.1 is a hair under 0.05.
function rounded(amount: number, decimals: number): number {
  const scale = 10 ** decimals
  const steps = Math.round(Math.abs(amount) * scale + 1e-9)
  return steps === 0 ? 0 : (Math.sign(amount) * steps) / scale
}
