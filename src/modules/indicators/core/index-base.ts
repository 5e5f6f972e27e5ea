import type { YearValue } from './change.ts'
import type { SeriesBreak } from './indicator.ts'
import { breakBetween, type Point } from './stretch.ts'

/** A year of an index: the base year is 100. */
export type IndexedYear = { readonly year: number } & (
  | { readonly index: number; readonly why: null }
  | { readonly index: null; readonly why: 'no-value' | 'across-break' }
)

export type Indexed =
  | { readonly kind: 'index'; readonly base: Point; readonly years: readonly IndexedYear[] }
  | { readonly kind: 'base-missing'; readonly year: number }
  /** Nothing can be counted in hundredths of zero, and below zero more would look like less. */
  | { readonly kind: 'base-not-positive'; readonly base: Point }

/** Every year in hundredths of the base year's value; a year that is counted in another way has none. */
export function indexToBase(
  values: readonly YearValue[],
  baseYear: number,
  breaks: readonly SeriesBreak[],
): Indexed {
  const value = values.find(({ year }) => year === baseYear)?.value ?? null
  if (value === null) return { kind: 'base-missing', year: baseYear }
  const base = { year: baseYear, value }
  if (value <= 0) return { kind: 'base-not-positive', base }
  return { kind: 'index', base, years: values.map((one) => indexed(one, base, breaks)) }
}

function indexed({ year, value }: YearValue, base: Point, breaks: readonly SeriesBreak[]): IndexedYear {
  if (value === null) return { year, index: null, why: 'no-value' }
  const isParted = breakBetween(breaks, Math.min(year, base.year), Math.max(year, base.year))
  if (isParted) return { year, index: null, why: 'across-break' }
  return { year, index: (100 * value) / base.value, why: null }
}
