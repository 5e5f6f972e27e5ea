import { median } from 'd3-array'
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
  /** The source of the value may still change it. */
  readonly isPreliminary?: boolean
  readonly isWeightPreliminary?: boolean
}

/** Why the region has no value: in what, how many of how many are there. */
export type RegionGap =
  | { readonly kind: 'no-rule'; readonly why: Bilingual }
  | { readonly kind: 'values' | 'weights'; readonly there: number; readonly of: number }
  /** The source has no value for the group. */
  | { readonly kind: 'group'; readonly group: string }

export type RegionValue = {
  readonly year: number
  readonly parts: readonly Part[]
  /** Something that it is made of may still be changed by its source. */
  readonly isPreliminary?: boolean
} & ({ readonly value: number; readonly gap: null } | { readonly value: null; readonly gap: RegionGap })

/**
 * The region's value of one year by the declared rule.
 *
 * It exists only when every municipality has a value: a sum or a mean of those that happen to be published would look
 * like a change of the region when it is a change of who is in it. A group's value is the source's own: it is taken as
 * it stands, and the parts are shown beside it without being calculated from.
 */
export function regionValue(
  rule: RegionRule,
  year: number,
  parts: readonly Part[],
  ofGroup: number | null = null,
): RegionValue {
  if (rule.kind === 'none') return { year, parts, value: null, gap: { kind: 'no-rule', why: rule.why } }
  if (rule.kind === 'group') {
    return ofGroup === null
      ? { year, parts, value: null, gap: { kind: 'group', group: rule.group } }
      : { year, parts, value: ofGroup, gap: null }
  }
  const gap = gapIn(rule, parts)
  if (gap) return { year, parts, value: null, gap }
  return { year, parts, value: calculated(rule, parts), gap: null }
}

type Calculated = Exclude<RegionRule, { kind: 'none' | 'group' }>

function calculated(rule: Calculated, parts: readonly Part[]): number {
  switch (rule.kind) {
    case 'sum':
      return sumOf(parts)
    case 'weighted-mean':
      return meanOf(parts)
    case 'median':
      return median(parts, ({ value }) => value) ?? 0
  }
}

function gapIn(rule: Calculated, parts: readonly Part[]): RegionGap | null {
  const valued = parts.filter((part) => part.value !== null).length
  if (valued < parts.length || parts.length === 0) return { kind: 'values', there: valued, of: parts.length }
  if (rule.kind !== 'weighted-mean') return null
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
  return yearsOf(series.observations).map((year) => {
    const parts = municipalities.map((municipality): Part => {
      const observation = values.get(keyOf(municipality, year))
      const weight = weights.get(keyOf(municipality, year))
      return {
        municipality,
        value: observation?.value ?? null,
        missing: observation?.missing ?? null,
        weight: weight?.value ?? null,
        ...(observation?.isPreliminary ? { isPreliminary: true } : {}),
        ...(weight?.isPreliminary ? { isWeightPreliminary: true } : {}),
      }
    })
    const ofGroup = regionRule.kind === 'group' ? values.get(keyOf(regionRule.group, year)) : undefined
    const made = regionValue(regionRule, year, parts, ofGroup?.value ?? null)
    const isPreliminary = ofGroup
      ? ofGroup.isPreliminary
      : parts.some((part) => part.isPreliminary || part.isWeightPreliminary)
    return isPreliminary && made.value !== null ? { ...made, isPreliminary } : made
  })
}

function byPlaceAndYear(observations: readonly Observation[]): ReadonlyMap<string, Observation> {
  return new Map(
    observations.map((observation) => [keyOf(observation.municipality, observation.year), observation]),
  )
}

function keyOf(municipality: string, year: number): string {
  return `${municipality} ${year}`
}
