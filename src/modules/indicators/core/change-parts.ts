import { notThere, partsByPlace, type NotDivisible } from './gap.ts'
import type { RegionRule, SeriesBreak } from './indicator.ts'
import type { RegionValue } from './region-value.ts'
import { breakBetween, type Point } from './stretch.ts'

/** What one municipality adds to the region's change between two years. */
export interface ChangePart {
  readonly municipality: string
  /** Through its own value having changed. */
  readonly rate: number
  /** Through its weight having grown or shrunk beside the others'. */
  readonly composition: number
}

/** The region's change between two years, taken apart. The two effects make the change; nothing is left over. */
export type ChangeParts =
  | {
      readonly kind: 'parts'
      readonly from: Point
      readonly to: Point
      readonly change: number
      readonly rate: number
      readonly composition: number
      readonly parts: readonly ChangePart[]
    }
  | { readonly kind: 'across-break'; readonly break: SeriesBreak }
  /** The two years are made of different municipalities. */
  | { readonly kind: 'other-places' }
  | NotDivisible

/**
 * Takes a change of the region's value apart by Kitagawa's symmetric formula (1955). It is arithmetic, not cause.
 *
 * The rate effect is Δvalue × mean share; the composition effect is Δshare × (mean value − the region's mean value).
 * Measuring the second from the region's value does not change its sum, for the shares' changes make zero; it lets a
 * municipality that grows above the region's value count upwards and one that grows below it count downwards.
 * A sum has no shares: there the whole change is the municipalities' own.
 */
export function changeParts(
  rule: RegionRule,
  before: RegionValue,
  after: RegionValue,
  breaks: readonly SeriesBreak[],
): ChangeParts {
  const between = breakBetween(breaks, before.year, after.year)
  if (between) return { kind: 'across-break', break: between }
  if (before.gap) return notThere(rule, before.year, before.gap)
  if (after.gap) return notThere(rule, after.year, after.gap)
  if (rule.kind !== 'sum' && rule.kind !== 'weighted-mean') return { kind: 'not-additive', rule: rule.kind }
  const sharesBefore = sharesOf(before)
  const sharesAfter = sharesOf(after)
  const earlier = partsByPlace(before.parts)
  const isSame =
    before.parts.length === after.parts.length && after.parts.every((one) => earlier.has(one.municipality))
  if (!isSame) return { kind: 'other-places' }

  const middle = (before.value + after.value) / 2
  const parts = after.parts.map(({ municipality, value }): ChangePart => {
    const [old, now] = [earlier.get(municipality)?.value ?? 0, value ?? 0]
    if (rule.kind === 'sum') return { municipality, rate: now - old, composition: 0 }
    const [oldShare, share] = [sharesBefore.get(municipality) ?? 0, sharesAfter.get(municipality) ?? 0]
    return {
      municipality,
      rate: ((now - old) * (oldShare + share)) / 2,
      composition: (share - oldShare) * ((old + now) / 2 - middle),
    }
  })
  return {
    kind: 'parts',
    from: { year: before.year, value: before.value },
    to: { year: after.year, value: after.value },
    change: after.value - before.value,
    rate: parts.reduce((sum, part) => sum + part.rate, 0),
    composition: parts.reduce((sum, part) => sum + part.composition, 0),
    parts,
  }
}

function sharesOf({ parts }: RegionValue): ReadonlyMap<string, number> {
  const total = parts.reduce((sum, part) => sum + (part.weight ?? 0), 0)
  return new Map(parts.map(({ municipality, weight }) => [municipality, (weight ?? 0) / total]))
}
