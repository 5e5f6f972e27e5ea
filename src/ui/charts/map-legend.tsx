import { classOf, colourStep } from './classes.ts'
import type { MapFigures } from './map-places.tsx'

/** One line of a legend: a step of colour, or null for what is not known. */
export interface LegendEntry {
  readonly step: number | null
  readonly text: string
}

/** Every class with its lowest and highest value, and last what the hatching means where there is any. */
export function legendEntries(
  { places, format, range, missing }: MapFigures,
  thresholds: readonly number[],
): LegendEntry[] {
  const values = places.flatMap((place) => (place.value === null ? [] : [place.value]))
  const classes = Map.groupBy(
    values.toSorted((one, other) => one - other),
    (value) => classOf(value, thresholds),
  )
  const unknown = places.some((place) => place.value === null) ? [{ step: null, text: missing }] : []
  return [
    ...[...classes].map(([index, own]) => ({
      step: colourStep(index, thresholds.length + 1),
      text: range(format(own[0] ?? 0), format(own.at(-1) ?? 0)),
    })),
    ...unknown,
  ]
}

/** The colour of an entry, in a box of 20 by 14. */
export function LegendSwatch({ entry, id }: { readonly entry: LegendEntry; readonly id: string }) {
  return entry.step === null ? (
    <rect fill={`url(#${id}-hatch)`} width="20" height="14" rx="2" />
  ) : (
    <rect class={`step-${entry.step}`} width="20" height="14" rx="2" />
  )
}
