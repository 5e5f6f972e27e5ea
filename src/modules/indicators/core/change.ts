import { differenceBetween } from './difference.ts'
import type { Direction, SeriesBreak } from './indicator.ts'

/** A value, or the lack of one, in one year. */
export interface YearValue {
  readonly year: number
  readonly value: number | null
  /** Its source may still change it. */
  readonly isPreliminary?: boolean
}

/** How the latest value stands to the one before it. Whether that is better or worse is the signal's to say. */
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
  const { amount, arrow } = differenceBetween(previous.value, latest.value, measure)
  return { kind: 'known', since: previous.year, amount, arrow }
}
