import type { Outcome } from '#platform/outcome.ts'
import type { Bound } from './bound.ts'
import type { Explanation } from './explain.ts'
import type { Fault, Impossible } from './finding.ts'
import type { Rounds } from './problem.ts'

/** How long to look for something better. */
export type Budget =
  /** So many exchanges weighed, on every machine the same: with the same seed the same plan. */
  | { readonly steps: number }
  /** So long by this clock. The answer's `made` says what was done in that time and makes the same plan again. */
  | { readonly milliseconds: number; readonly now: () => number }
  /** Exactly what was done before. */
  | { readonly pace: Pace }

/** Exchanges weighed at each temperature of each cooling. */
export type Pace = readonly (readonly number[])[]

export interface Options {
  readonly seed: number
  readonly budget: Budget
  /** Told of each better seating found; called between two stretches of work. */
  readonly onBetter?: (rounds: Rounds) => void
  /** Asked between stretches of work; the best so far is the answer. */
  readonly shouldStop?: () => boolean
}

/** A seating with what it achieves, what it cannot, and how to make it again. */
export interface Plan {
  readonly rounds: Rounds
  readonly explanation: Explanation
  readonly bound: Bound
  /** Nothing better exists: it reaches the bound and breaks nothing. */
  readonly isProvenBest: boolean
  /** Rules no seating can keep. */
  readonly impossible: readonly Impossible[]
  readonly made: Made
}

/** With these, and the same problem, the same plan comes out again. */
export interface Made {
  readonly seed: number
  readonly pace: Pace
}

/** A plan, or what is wrong with what was asked. */
export type Answer = Outcome<Plan, readonly Fault[]>
