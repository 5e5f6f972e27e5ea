import type { Gender } from '../../src/modules/statistics/index.ts'
import { firstYear, yearCount } from './shape.ts'

/** What a page asks: some KPIs and places, all years; means of peers beside them. */
export interface PageQuestion {
  readonly kpis: readonly string[]
  readonly places: readonly string[]
  readonly peers: readonly string[]
}

/** How a place stands among all in the common year. */
export interface Place {
  readonly year: number
  readonly rank: number
  readonly alike: number
  readonly among: number
}

/** A KPI as one page shows it; NaN and null where there is nothing. */
export interface KpiAnswer {
  /** Place by place, year by year. */
  readonly values: Float64Array
  readonly standings: readonly (Place | null)[]
  /** Of the peers, year by year. */
  readonly means: Float64Array
}

/** How one place stands in one KPI and gender. */
export interface ProfileRow {
  readonly kpi: string
  readonly gender: Gender
  readonly latestYear: number
  readonly latestValue: number
  readonly standing: Place | null
}

/** The questions, as each design answers them. */
export interface Design {
  readonly name: string
  readonly page: (asked: PageQuestion) => Promise<readonly KpiAnswer[]> | readonly KpiAnswer[]
  readonly rank: (kpi: string, places: readonly string[]) => Promise<Standings> | Standings
  readonly profile?: (place: string) => Promise<readonly ProfileRow[]> | readonly ProfileRow[]
  /** The values of a page as they were known between the first vintage and the second. */
  readonly asKnown?: (asked: PageQuestion) => Promise<readonly Float64Array[]> | readonly Float64Array[]
}
export type Standings = readonly (Place | null)[]

/** A moment between the first vintage and the second, and when each came to be known. */
export const knownAt = (vintage: number) => new Date(Date.UTC(2026, vintage, 1))
export const asKnownAt = new Date(Date.UTC(2026, 1, 15))

export function emptyValues(places: number): Float64Array {
  return new Float64Array(places * yearCount).fill(Number.NaN)
}

/** What every page makes of its figures, whichever design they come from: each place's latest value and its trend. */
export function finished({ values, standings, means }: KpiAnswer) {
  const places = standings.length
  return {
    values,
    standings,
    means,
    percentiles: percentilesOf(standings),
    latest: Array.from({ length: places }, (_, place) => latestOf(values, place * yearCount)),
    trends: Array.from({ length: places }, (_, place) => trendOf(values, place * yearCount)),
  }
}

export function percentilesOf(standings: Standings): readonly (number | null)[] {
  return standings.map(
    (one) => one && (100 * (one.among - one.rank - one.alike + 1 + one.alike / 2)) / one.among,
  )
}

function latestOf(values: Float64Array, start: number): { year: number; value: number } | null {
  for (let at = yearCount - 1; at >= 0; at -= 1) {
    const value = values[start + at] ?? Number.NaN
    if (!Number.isNaN(value)) return { year: firstYear + at, value }
  }
  return null
}

/** The slope of the line of least squares, a year. */
function trendOf(values: Float64Array, start: number): number {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0]
  for (let at = 0; at < yearCount; at += 1) {
    const value = values[start + at] ?? Number.NaN
    if (Number.isNaN(value)) continue
    n += 1
    x += at
    y += value
    xx += at * at
    xy += at * value
  }
  return (n * xy - x * y) / (n * xx - x * x)
}
