import { gapToTarget, type TargetGap } from './gap.ts'
import type { Indicator, Target } from './indicator.ts'
import type { RegionValue } from './region-value.ts'
import { breakBetween } from './stretch.ts'
import { decidedIn } from './target.ts'

/** The region's distance to a target in its latest year, with what the shares of a sum were counted from. */
export interface DividedDistance {
  readonly target: Target
  readonly year: number
  readonly gap: TargetGap
  /** The year that a sum's shares are taken from: that of the decision or the nearest after it. */
  readonly sharesFrom: number | null
}

/**
 * Divides the region's distance to a target among the municipalities: that of the target's own year once it has a value,
 * else the latest. Null when no year is spoken of, or when the target was decided while values were counted in another way.
 */
export function divideDistance(
  indicator: Pick<Indicator, 'regionRule' | 'decimals' | 'breaks'>,
  region: readonly RegionValue[],
  target: Target,
): DividedDistance | null {
  const latest = region.findLast((one) => one.value !== null) ?? region.at(-1)
  if (!latest) return null
  const decided = decidedIn(target)
  if (breakBetween(indicator.breaks, decided, latest.year)) return null
  const known = region.filter((one) => one.value !== null)
  const judged = known.find(({ year }) => year === target.year) ?? latest
  const base = known.find(({ year }) => year >= decided) ?? known.at(-1)
  const shares = new Map(base?.parts.map(({ municipality, value }) => [municipality, value ?? 0]))
  return {
    target,
    year: judged.year,
    gap: gapToTarget(indicator.regionRule, judged, target.value, { decimals: indicator.decimals, shares }),
    sharesFrom: base?.year ?? null,
  }
}

/** The two years whose change is taken apart: the latest, and five years before it or the nearest that is comparable. */
export function changeYears(
  { breaks }: Pick<Indicator, 'breaks'>,
  region: readonly RegionValue[],
): { readonly before: RegionValue; readonly after: RegionValue } | null {
  const known = region.filter((one) => one.value !== null)
  const after = known.at(-1)
  if (!after) return null
  const since = Math.max(...breaks.map(({ from }) => (from <= after.year ? from : 0)), after.year - 5)
  const before = known.find(({ year }) => year >= since && year < after.year)
  return before ? { before, after } : null
}
