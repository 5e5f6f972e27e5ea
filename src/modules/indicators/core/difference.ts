import type { Direction } from './indicator.ts'

/** How one value stands to another, as far as the decimals shown can tell. */
export interface Difference {
  /** Rounded as values are shown; zero for what is too small to be seen in them. */
  readonly amount: number
  readonly arrow: 'up' | 'down' | 'level'
  readonly verdict: 'better' | 'worse' | 'neither'
}

interface Measure {
  readonly decimals: number
  readonly direction: Direction
}

/** The difference from one value to another. */
export function differenceBetween(from: number, to: number, measure: Measure): Difference {
  const amount = roundedAmount(to - from, measure.decimals)
  return { amount, arrow: arrowOf(amount), verdict: verdictOf(amount, measure.direction) }
}

function arrowOf(amount: number): Difference['arrow'] {
  if (amount === 0) return 'level'
  return amount > 0 ? 'up' : 'down'
}

function verdictOf(amount: number, direction: Direction): Difference['verdict'] {
  if (amount === 0 || direction === 'none') return 'neither'
  return amount > 0 === (direction === 'higher') ? 'better' : 'worse'
}

/**
 * An amount to the decimals shown, halves away from zero, never minus zero. The nudge undoes what binary fractions
 * lose: 6.15 - 6.1 is a hair under 0.05.
 */
export function roundedAmount(amount: number, decimals: number): number {
  const scale = 10 ** decimals
  const steps = Math.round(Math.abs(amount) * scale + 1e-9)
  return steps === 0 ? 0 : (Math.sign(amount) * steps) / scale
}
