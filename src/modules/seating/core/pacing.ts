import type { Budget } from './plan.ts'
import type { Search } from './search.ts'

/** One stretch of cooling: the temperatures, in parts of an ordinary meeting, and its part of the budget. */
export interface Cooling {
  readonly temperatures: readonly number[]
  readonly share: number
}

/** From one temperature to another, each level the same part cooler than the one before. */
export function falling(from: number, to: number, levels: number): readonly number[] {
  return Array.from({ length: levels }, (_, level) => from * (to / from) ** (level / Math.max(1, levels - 1)))
}

/** So much for each of two first looks; each next cooling has ten times as much, the last one all that is left. */
const look = { milliseconds: 45, steps: 1_800_000 }
const quick = falling(0.45, 0.12, 24)
/** So warm that nothing is left of a first look that has run into a blind alley. */
const afresh = falling(1.2, 0.12, 24)
const thorough = [...falling(0.36, 0.2, 150), ...falling(0.2, 0.08, 10)]

/** Coolings for a budget: something at once, and better the longer one waits. */
export function coolingsFor(budget: Budget): readonly Cooling[] {
  return sharesOf(budget).map((share, at) => ({ temperatures: [quick, afresh][at] ?? thorough, share }))
}

function sharesOf(budget: Budget): readonly number[] {
  if ('pace' in budget) return budget.pace.map(() => 0)
  const [whole, first] =
    'steps' in budget ? [budget.steps, look.steps] : [budget.milliseconds, look.milliseconds]
  // Too little for more: one cooling has it all.
  if (whole < 3 * first) return [1]
  const part = Math.min(0.1, first / whole)
  const shares = [part, part]
  for (let next = first * 10; next * 2 < whole * (1 - sum(shares)); next *= 10) shares.push(next / whole)
  return [...shares, 1 - sum(shares)]
}

/** How many exchanges are weighed between two looks at the clock. */
const stretch = 20_000
/** … and at each level even if the machine did something else meanwhile: a cooling with so few still keeps the hard rules. */
const least = 5_000

/** Gives each level of each cooling its part of the budget. */
export interface Pacing {
  /** Searches at a level; answers how many exchanges were weighed. */
  readonly run: (search: Search, cooling: number, level: number) => number
  /** Whether a level was still reached by the run whose pace is repeated. */
  readonly isReached: (cooling: number, level: number) => boolean
  /** Whether nothing is left of the budget. */
  readonly isSpent: () => boolean
}

/** The clock starts here. */
export function pacingOf(budget: Budget, coolings: readonly Cooling[], shouldStop?: () => boolean): Pacing {
  if ('pace' in budget) {
    const stepsAt = (cooling: number, level: number) => budget.pace[cooling]?.[level]
    return {
      run: (search, cooling, level) => runFor(search, stepsAt(cooling, level) ?? 0),
      isReached: (cooling, level) => stepsAt(cooling, level) !== undefined,
      isSpent: () => false,
    }
  }
  const spentAfter = (cooling: number, level: number) =>
    sum(coolings.slice(0, cooling).map(({ share }) => share)) +
    ((coolings[cooling]?.share ?? 0) * (level + 1)) / (coolings[cooling]?.temperatures.length ?? 1)
  if ('steps' in budget) {
    let done = 0
    return {
      run: (search, cooling, level) => {
        const steps = runFor(
          search,
          Math.max(0, Math.round(budget.steps * spentAfter(cooling, level)) - done),
        )
        done += steps
        return steps
      },
      isReached: () => true,
      isSpent: () => done >= budget.steps,
    }
  }
  const { milliseconds, now } = budget
  const start = now()
  return {
    run: (search, cooling, level) => {
      const before = search.steps
      const end = start + milliseconds * spentAfter(cooling, level)
      search.run(search.steps + least)
      while (now() < end && shouldStop?.() !== true) search.run(search.steps + stretch)
      return search.steps - before
    },
    isReached: () => true,
    isSpent: () => now() >= start + milliseconds,
  }
}

function runFor(search: Search, steps: number): number {
  const before = search.steps
  search.run(before + steps)
  return search.steps - before
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
