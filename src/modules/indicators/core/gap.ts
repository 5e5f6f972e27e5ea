import { roundedAmount } from './difference.ts'
import type { RegionRule } from './indicator.ts'
import type { Part, RegionGap, RegionValue } from './region-value.ts'

/** What makes a municipality's part uncertain. */
export type PartNote =
  /** Its weight is less than a fifth of what it would be if all weighed alike. */
  | 'small-weight'
  /** A change of its value that the decimals shown hide could turn the part round. */
  | 'within-rounding'

/** What one municipality adds to the region's distance to its target. */
export interface GapPart {
  readonly municipality: string
  readonly value: number
  /** Its share of the weights, or of the target that is to be summed up; all shares make one. */
  readonly share: number
  /** What its value is held against: the target, or its share of the target. */
  readonly expected: number
  /** Above zero where it pulls the region above the target. All parts make the gap. */
  readonly part: number
  readonly notes: readonly PartNote[]
}

export type NotDivisible =
  /** The rule's value is not a sum of what the municipalities bring. */
  | { readonly kind: 'not-additive'; readonly rule: RegionRule['kind'] }
  | { readonly kind: 'no-region-value'; readonly year: number; readonly gap: RegionGap }
  /** A sum can be divided only when it is said how large a share each municipality has of the target. */
  | { readonly kind: 'no-shares' }

export type TargetGap =
  | { readonly kind: 'parts'; readonly gap: number; readonly parts: readonly GapPart[] }
  | NotDivisible

/**
 * The region's distance to its target (value minus target), municipality by municipality. It is arithmetic: it says
 * where the distance lies, not why.
 *
 * A weighted mean: share × (value − target). A sum: value − share × target, with the shares that are given, such
 * as those of the sum in the year the target was decided.
 */
export function gapToTarget(
  rule: RegionRule,
  region: RegionValue,
  target: number,
  measure: { readonly decimals: number; readonly shares?: ReadonlyMap<string, number> },
): TargetGap {
  if (region.gap) return notThere(rule, region.year, region.gap)
  if (rule.kind !== 'sum' && rule.kind !== 'weighted-mean') return { kind: 'not-additive', rule: rule.kind }
  const weights = region.parts.map((part) =>
    rule.kind === 'sum' ? (measure.shares?.get(part.municipality) ?? 0) : (part.weight ?? 0),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total <= 0 || weights.some((weight) => weight < 0)) return { kind: 'no-shares' }
  const halfStep = 10 ** -measure.decimals / 2
  const parts = region.parts.map((part, index): GapPart => {
    const share = (weights[index] ?? 0) / total
    const value = part.value ?? 0
    const expected = rule.kind === 'sum' ? share * target : target
    const distance = value - expected
    return {
      municipality: part.municipality,
      value,
      share,
      expected,
      part: rule.kind === 'sum' ? distance : share * distance,
      notes: notesOf(share, Math.abs(distance) <= halfStep, weights.length),
    }
  })
  return { kind: 'parts', gap: region.value - target, parts }
}

export function notThere(rule: RegionRule, year: number, gap: RegionGap): NotDivisible {
  return gap.kind === 'no-rule'
    ? { kind: 'not-additive', rule: rule.kind }
    : { kind: 'no-region-value', year, gap }
}

/** Whether a part weighs so little that its value hardly moves the region. */
function notesOf(share: number, isWithinRounding: boolean, count: number): PartNote[] {
  return [
    ...(share < 0.2 / count ? (['small-weight'] as const) : []),
    ...(isWithinRounding ? (['within-rounding'] as const) : []),
  ]
}

/**
 * Parts to the decimals shown that still add up to the rounded whole: what rounding leaves over goes to the parts that
 * lost most by it (largest remainder), so that a reader who adds the column finds the sum that stands below it.
 */
export function partsToPrint(parts: readonly number[], whole: number, decimals: number): readonly number[] {
  const scale = 10 ** decimals
  const scaled = parts.map((part) => part * scale)
  const floors = scaled.map((part) => Math.floor(part + 1e-9))
  const shown = Math.round(roundedAmount(whole, decimals) * scale)
  const left = shown - floors.reduce((sum, part) => sum + part, 0)
  const byRemainder = scaled
    .map((part, index) => ({ index, remainder: part - (floors[index] ?? 0) }))
    .toSorted((a, b) => b.remainder - a.remainder)
  const raised = new Set(byRemainder.slice(0, Math.max(0, left)).map(({ index }) => index))
  return floors.map((floor, index) => (floor + (raised.has(index) ? 1 : 0)) / scale)
}

/** How fine parts are printed: those of a mean are smaller than its values, those of a sum are counted like them. */
export function decimalsOfParts({
  decimals,
  regionRule,
}: {
  readonly decimals: number
  readonly regionRule: RegionRule
}): number {
  return regionRule.kind === 'sum' ? decimals : decimals + 1
}

/** The parts of a region's value by municipality. */
export function partsByPlace(parts: readonly Part[]): ReadonlyMap<string, Part> {
  return new Map(parts.map((part) => [part.municipality, part]))
}
