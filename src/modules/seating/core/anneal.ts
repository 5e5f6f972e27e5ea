import { ordinary, type Compiled } from './compile.ts'
import type { Cooling, Pacing } from './pacing.ts'
import type { Options, Pace } from './plan.ts'
import { Random } from './random.ts'
import { Search } from './search.ts'
import { State, type Places } from './state.ts'
import type { Staying } from './stay-state.ts'

export interface Run {
  readonly compile: (strictness: number) => Compiled
  readonly first: (compiled: Compiled, random: Random) => Places
  readonly coolings: readonly Cooling[]
  readonly pacing: Pacing
  /** Where people have been told to sit. */
  readonly staying?: (compiled: Compiled) => Staying
  readonly isHeld: (round: number) => boolean
  /** Whether nothing can be better. */
  readonly isBest: (places: Places) => boolean
  readonly onBetter: (places: Places) => void
}

export interface Found {
  readonly places: Places
  readonly pace: Pace
}

/** So many exchanges are weighed before it is asked whether the seating can be bettered at all. */
const worthProving = 1_000_000

/** What a broken hard rule weighs up at first; doubled when a cooling ends with one broken. */
export const firstStrictness = 6

/**
 * Cools down once or more, and gives the best seating met on the way. A clock only decides how many exchanges are weighed at each
 * temperature; these numbers, the pace, are all that the run depends on beside the seed.
 */
export function anneal(run: Run, options: Options): Found {
  return new Annealing(run, options).found()
}

class Annealing {
  readonly #run: Run
  readonly #random: Random
  readonly #shouldStop: () => boolean
  readonly #pace: number[][] = []
  #search: Search
  #strictness = firstStrictness
  #told = Number.NEGATIVE_INFINITY
  #isToProve = false
  #steps = 0

  constructor(run: Run, { seed, shouldStop }: Options) {
    this.#run = run
    this.#random = new Random(seed)
    this.#shouldStop = shouldStop ?? (() => false)
    this.#search = this.#begin()
  }

  found(): Found {
    if (this.#search.canMove)
      for (const [cooling, { temperatures }] of this.#run.coolings.entries()) {
        // Where starting has taken all the time there was, another cooling must be needed.
        if (cooling > 0 && this.#search.bestBroken === 0 && this.#run.pacing.isSpent()) break
        if (cooling > 0) this.#beginAnew()
        if (this.#cool(cooling, temperatures)) break
      }
    return { places: this.#search.best, pace: this.#pace }
  }

  #begin(best?: Places): Search {
    const compiled = this.#run.compile(this.#strictness)
    const places = best ?? this.#run.first(compiled, this.#random)
    const state = new State(compiled, places, this.#run.staying?.(compiled))
    return new Search(state, this.#random, this.#run.isHeld)
  }

  #beginAnew(): void {
    if (this.#search.bestBroken === 0) return
    this.#strictness *= 2
    this.#told = Number.NEGATIVE_INFINITY
    this.#search = this.#begin(this.#search.best)
  }

  /** Cools down once; whether that is to be all. */
  #cool(cooling: number, temperatures: readonly number[]): boolean {
    const pace: number[] = []
    this.#pace.push(pace)
    for (const [level, temperature] of temperatures.entries()) {
      if (!this.#run.pacing.isReached(cooling, level)) return true
      this.#search.temperature = ordinary * temperature
      const steps = this.#run.pacing.run(this.#search, cooling, level)
      pace.push(steps)
      this.#steps += steps
      this.#tell()
      // To prove costs time, too: not before there has been some search, nor after each small step.
      const isTime = level % 4 === 3 && this.#steps > worthProving
      if ((isTime && this.#isProvenBest()) || this.#shouldStop()) return true
    }
    return false
  }

  #tell(): void {
    const { best, bestBroken, bestWorth } = this.#search
    if (bestBroken > 0 || bestWorth <= this.#told) return
    this.#told = bestWorth
    this.#isToProve = true
    this.#run.onBetter(best)
  }

  /** Asked once of each best seating. */
  #isProvenBest(): boolean {
    const isToProve = this.#isToProve
    this.#isToProve = false
    return isToProve && this.#run.isBest(this.#search.best)
  }
}
