import { quantileSorted } from 'd3-array'
import { tenth } from './scales.ts'

/** One place on the axis of a distribution. */
export interface StripPlace {
  readonly id: string
  readonly name: string
  readonly value: number
  /** The one that is asked about, one that is named beside it, or one of a group that it is compared with. */
  readonly role?: 'own' | 'beside' | 'peer'
}

/** The values that a quarter, a half and three quarters of the places lie below. */
export interface Quartiles {
  readonly lower: number
  readonly median: number
  readonly upper: number
}

/** By linear interpolation between the places, as spreadsheets and statistics programs count by default (type 7). */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((share) => quantileSorted(sorted, share))
  return lower === undefined || median === undefined || upper === undefined ? null : { lower, median, upper }
}

/** Where a place stands: how far along the axis, and how far above it. */
export interface Stacked {
  readonly place: StripPlace
  readonly x: number
  readonly up: number
}

const rank = { own: 0, beside: 1, peer: 2, other: 3 }

/**
 * Stacks places that would cover each other. Each column is one dot wide; in it the one asked about stands at the bottom, on
 * the axis, above it those named beside it, then the peers. Where the highest column has no room for its dots they are pressed together.
 */
export function stackPlaces(
  places: readonly StripPlace[],
  xOf: (value: number) => number,
  dot: number,
  most: number,
): Stacked[] {
  const columns = new Map<number, StripPlace[]>()
  for (const place of places) {
    const column = Math.round(xOf(place.value) / dot)
    columns.set(column, [...(columns.get(column) ?? []), place])
  }
  const highest = Math.max(1, ...[...columns.values()].map((column) => column.length))
  const step = Math.min(dot, most / highest)
  return [...columns].flatMap(([column, standing]) =>
    standing
      .toSorted((a, b) => rank[a.role ?? 'other'] - rank[b.role ?? 'other'])
      .map((place, index) => ({
        place,
        x: tenth(place.role ? xOf(place.value) : column * dot),
        up: tenth((index + 0.5) * step),
      })),
  )
}

/** A text on the axis: where it wants its middle, and how wide it is. */
export interface Lying<Label> {
  readonly label: Label
  readonly x: number
  readonly width: number
}

/** Puts texts on as few rows as let none cover another, each inside `left`…`right`. */
export function layInRows<Label>(
  wanted: readonly Lying<Label>[],
  left: number,
  right: number,
): { readonly label: Label; readonly x: number; readonly row: number }[] {
  const ends: number[] = []
  return wanted
    .toSorted((a, b) => a.x - b.x)
    .map(({ label, x, width }) => {
      const middle = Math.max(left + width / 2, Math.min(right - width / 2, x))
      const start = middle - width / 2
      const free = ends.findIndex((end) => end + 8 <= start)
      const row = free === -1 ? ends.length : free
      ends[row] = start + width
      return { label, x: tenth(middle), row }
    })
}
