import type { Direction } from './indicator.ts'
import type { Point } from './stretch.ts'

/** Progress as sites built on Open SDG show it. */
export interface OpenSdgProgress {
  readonly status: 'target-achieved' | 'substantial' | 'moderate' | 'limited' | 'deterioration'
  /** The yearly growth so far divided by the yearly growth that the target needs, both compound. */
  readonly ratio: number | null
  readonly base: Point
}

/** The lowest ratio of each status, as Open SDG sets them for indicators with a numerical target. */
const thresholds = { substantial: 0.95, moderate: 0.6, limited: 0 }

/**
 * Open SDG's ratio, counted from the first known value from the base year on.
 *
 * Compound growth has no meaning for values at or below zero, and none where base and target are the same: then there
 * is no answer. (Open SDG itself puts 0.001 for zero; we would rather say nothing.)
 */
export function openSdgProgress(
  points: readonly Point[],
  target: { readonly year: number; readonly value: number },
  baseYear: number,
  direction: Direction,
): OpenSdgProgress | null {
  const base = points.find(({ year }) => year >= baseYear)
  const latest = points.at(-1)
  if (!base || !latest || direction === 'none') return null
  const wished = direction === 'higher' ? 1 : -1
  if ((latest.value - target.value) * wished >= 0) return { status: 'target-achieved', ratio: null, base }
  if (latest.year <= base.year || target.year <= base.year || target.value === base.value) return null
  if (base.value <= 0 || latest.value <= 0 || target.value <= 0) return null

  const needed = growth(base, target)
  const ratio = (wished * growth(base, latest)) / Math.abs(needed)
  return { status: statusOf(ratio), ratio, base }
}

function growth(from: Point, to: Point): number {
  return (to.value / from.value) ** (1 / (to.year - from.year)) - 1
}

function statusOf(ratio: number): OpenSdgProgress['status'] {
  if (ratio >= thresholds.substantial) return 'substantial'
  if (ratio >= thresholds.moderate) return 'moderate'
  return ratio >= thresholds.limited ? 'limited' : 'deterioration'
}
