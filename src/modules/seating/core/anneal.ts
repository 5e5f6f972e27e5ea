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
  /** What sitting somewhere is worth in itself, see `State`; said anew, from the best so far, for each cooling. */
  readonly own?: (compiled: Compiled, best: Places | undefined) => Int32Array
  readonly isHeld: (round: number) => boolean
  /** Whether nothing can be better. */
  readonly isBest: (places: Places) => boolean
  readonly onBetter: (places: Places, part: number) => void
}

export interface Found {
  readonly places: Places
  readonly pace: readonly number[]
}

/** So many exchanges are weighed before it is asked whether the seating can be bettered at all. */
const worthProving = 1_000_000

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
  const levels = levelsOf(run.coolings)
  let told = Number.NEGATIVE_INFINITY
  let spent = 0
  let isUnproven = false
  if (!search.canMove) return { places: search.best, pace }
  for (const { level, temperature } of levels) {
    if (level === 0 && pace.length > 0 && (search.bestBroken > 0 || run.own !== undefined)) {
      if (search.bestBroken > 0) strictness *= 2
      told = Number.NEGATIVE_INFINITY
      search = begin(run, strictness, random, search.best)
    }
    search.temperature = ordinary * temperature
    pace.push(pacing.run(search, pace.length))
    spent += pace.at(-1) ?? 0
    if (search.bestBroken === 0 && search.bestWorth > told) {
      told = search.bestWorth
      run.onBetter(search.best, pace.length / levels.length)
      isUnproven = true
    }
    // To prove costs time, too: not before there has been some search, nor after each small step.
    const isTime = (spent > worthProving || pace.length * 2 > levels.length) && pace.length % 4 === 0
    if (isTime && isUnproven) {
      isUnproven = false
      if (run.isBest(search.best)) break
    }
    if (shouldStop?.() === true || pacing.isOver(pace.length)) break
  }
  return { places: search.best, pace }
}

function begin(run: Run, strictness: number, random: Random, best?: Places): Search {
  const compiled = run.compile(strictness)
  const places = best ?? run.first(compiled, random)
  return new Search(new State(compiled, places, run.own?.(compiled, best)), random, run.isHeld)
}

function levelsOf(coolings: readonly Cooling[]) {
  return coolings.flatMap(({ from, to, levels }) =>
    Array.from({ length: levels }, (_, level) => ({
      level,
      temperature: from * (to / from) ** (level / Math.max(1, levels - 1)),
    })),
  )
}
