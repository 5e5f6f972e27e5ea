import { ordinary, type Compiled } from './compile.ts'
import type { Cooling, Pacing } from './pacing.ts'
import type { Options } from './plan.ts'
import { Random } from './random.ts'
import { Search } from './search.ts'
import { State, type Places } from './state.ts'

export interface Run {
  readonly compile: (strictness: number) => Compiled
  readonly first: (compiled: Compiled, random: Random) => Places
  readonly coolings: readonly Cooling[]
  readonly pacing: Pacing
  /** What sitting somewhere is worth in itself; see `State`. */
  readonly own?: (compiled: Compiled) => Int32Array
  readonly isHeld: (round: number) => boolean
  /** Whether nothing can be better. */
  readonly isBest: (places: Places) => boolean
  readonly onBetter: (places: Places, part: number) => void
}

export interface Found {
  readonly places: Places
  readonly pace: readonly number[]
}

/** What a broken hard rule weighs up at first; doubled when a cooling ends with one broken. */
const firstStrictness = 6

/**
 * Cools down once or more, and gives the best seating met on the way. A clock only decides how many exchanges are weighed at each
 * temperature; these numbers, the pace, are all that the run depends on beside the seed.
 */
export function anneal(run: Run, { seed, shouldStop }: Options): Found {
  const random = new Random(seed)
  const { pacing } = run
  const pace: number[] = []
  let strictness = firstStrictness
  let search = begin(run, strictness, random)
  let told = Number.NEGATIVE_INFINITY
  if (!search.canMove) return { places: search.best, pace }
  for (const { level, temperature } of levelsOf(run.coolings)) {
    if (level === 0 && pace.length > 0 && search.bestBroken > 0) {
      strictness *= 2
      told = Number.NEGATIVE_INFINITY
      search = begin(run, strictness, random, search.best)
    }
    search.temperature = ordinary * temperature
    pace.push(pacing.run(search, pace.length))
    if (search.bestBroken === 0 && search.bestWorth > told) {
      told = search.bestWorth
      run.onBetter(search.best, pace.length / (pace.length + 1))
      if (run.isBest(search.best)) break
    }
    if (shouldStop?.() === true || pacing.isOver(pace.length)) break
  }
  return { places: search.best, pace }
}

function begin(run: Run, strictness: number, random: Random, places?: Places): Search {
  const compiled = run.compile(strictness)
  const state = new State(compiled, places ?? run.first(compiled, random), run.own?.(compiled))
  return new Search(state, random, run.isHeld)
}

function levelsOf(coolings: readonly Cooling[]) {
  return coolings.flatMap(({ from, to, levels }) =>
    Array.from({ length: levels }, (_, level) => ({
      level,
      temperature: from * (to / from) ** (level / Math.max(1, levels - 1)),
    })),
  )
}
