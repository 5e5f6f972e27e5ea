import type { Bilingual } from '#platform/values/locale.ts'
import {
  yearsOf,
  type IndicatorSeries,
  type Library,
  type MissingReason,
  type Observation,
  type RegionRule,
} from './indicator.ts'

/** What one municipality brings to the region's value of a year. */
export interface Part {
  /** The municipality's code. */
  readonly municipality: string
  readonly value: number | null
  readonly missing: MissingReason | null
  /** Null where the rule weighs nothing or the weight is not known. */
  readonly weight: number | null
}

/** Why the region has no value: in what, how many of how many are there. */
export type RegionGap =
  | { readonly kind: 'no-rule'; readonly why: Bilingual }
  | { readonly kind: 'values' | 'weights'; readonly there: number; readonly of: number }

export type RegionValue = { readonly year: number; readonly parts: readonly Part[] } & (
  | { readonly value: number; readonly gap: null }
  | { readonly value: null; readonly gap: RegionGap }
)

/**
 * The region's value of one year by the declared rule.
 *
 * It exists only when every municipality has a value: a sum or a mean of those that happen to be published would look
 * like a change of the region when it is a change of who is in it.
 */
export function regionValue(rule: RegionRule, year: number, parts: readonly Part[]): RegionValue {
  const gap = gapIn(rule, parts)
  if (gap) return { year, parts, value: null, gap }
  const value = rule.kind === 'sum' ? sumOf(parts) : meanOf(parts)
  return { year, parts, value, gap: null }
}

function gapIn(rule: RegionRule, parts: readonly Part[]): RegionGap | null {
  if (rule.kind === 'none') return { kind: 'no-rule', why: rule.why }
  const valued = parts.filter((part) => part.value !== null).length
  if (valued < parts.length || parts.length === 0) return { kind: 'values', there: valued, of: parts.length }
  if (rule.kind === 'sum') return null
  const weighed = parts.filter((part) => part.weight !== null && part.weight > 0).length
  return weighed < parts.length ? { kind: 'weights', there: weighed, of: parts.length } : null
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (part.value ?? 0), 0)
}

function meanOf(parts: readonly Part[]): number {
  const total = parts.reduce((sum, part) => sum + (part.weight ?? 0), 0)
  return parts.reduce((sum, part) => sum + (part.value ?? 0) * ((part.weight ?? 0) / total), 0)
}

/** The region's value of every year that any municipality is spoken of, oldest first. */
export function regionSeries(
  series: IndicatorSeries,
  library: Library,
  municipalities: readonly string[],
): readonly RegionValue[] {
  const { regionRule } = series.indicator
  const values = byPlaceAndYear(series.observations)
  const weighing = regionRule.kind === 'weighted-mean' ? library.get(regionRule.weight) : undefined
  const weights = byPlaceAndYear(weighing?.observations ?? [])
  return yearsOf(series.observations).map((year) =>
    regionValue(
      regionRule,
      year,
      municipalities.map((municipality) => {
        const observation = values.get(keyOf(municipality, year))
        return {
          municipality,
          value: observation?.value ?? null,
          missing: observation?.missing ?? null,
          weight: weights.get(keyOf(municipality, year))?.value ?? null,
        }
      }),
    ),
  )
}

function byPlaceAndYear(observations: readonly Observation[]): ReadonlyMap<string, Observation> {
  return new Map(
    observations.map((observation) => [keyOf(observation.municipality, observation.year), observation]),
  )
}

function keyOf(municipality: string, year: number): string {
  return `${municipality} ${year}`
}
