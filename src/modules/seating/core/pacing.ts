import type { Budget } from './plan.ts'
import type { Search } from './search.ts'

/** One stretch of cooling, in parts of an ordinary meeting, and its part of the budget. */
export interface Cooling {
  readonly from: number
  readonly to: number
  readonly share: number
  readonly levels: number
}

/** How many exchanges are weighed between two looks at the clock. */
const stretch = 4000
const least = 250

/** Gives each level of a search its part of the budget. */
export interface Pacing {
  /** Searches at the level that comes after so many; answers how many exchanges were weighed. */
  readonly run: (search: Search, level: number) => number
  readonly isOver: (level: number) => boolean
}

/** The clock starts here. */
export function pacingOf(budget: Budget, coolings: readonly Cooling[]): Pacing {
  const shares = sharesOf(coolings)
  const shareAfter = (level: number) => shares[level] ?? 1
  if ('pace' in budget)
    return {
      run: (search, level) => runFor(search, budget.pace[level] ?? 0),
      isOver: (level) => level >= budget.pace.length,
    }
  if ('steps' in budget) {
    let done = 0
    return {
      run: (search, level) => {
        const steps = runFor(search, Math.max(0, Math.round(budget.steps * shareAfter(level)) - done))
        done += steps
        return steps
      },
      isOver: () => false,
    }
  }
  const { milliseconds, now } = budget
  const start = now()
  return {
    run: (search, level) => {
      const before = search.steps
      const end = start + milliseconds * shareAfter(level)
      // Some at every level, even if starting has taken all the time there was.
      search.run(search.steps + least)
      while (now() < end) search.run(search.steps + stretch)
      return search.steps - before
    },
    isOver: () => false,
  }
}

function runFor(search: Search, steps: number): number {
  const before = search.steps
  search.run(before + steps)
  return search.steps - before
}

/** By level, the part of the budget that is spent when it is done. */
function sharesOf(coolings: readonly Cooling[]): readonly number[] {
  let spent = 0
  return coolings.flatMap(({ share, levels }) => {
    const before = spent
    spent += share
    return Array.from({ length: levels }, (_, level) => before + (share * (level + 1)) / levels)
  })
}
