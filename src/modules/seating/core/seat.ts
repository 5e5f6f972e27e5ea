import { done, refuse } from '#platform/outcome.ts'
import { anneal, firstStrictness } from './anneal.ts'
import { boundOf, type Bound } from './bound.ts'
import { faultsIn } from './check-input.ts'
import { impossibleIn } from './check-rules.ts'
import { compile, type Compiled } from './compile.ts'
import { explain, type Explanation } from './explain.ts'
import { coolingsFor, pacingOf } from './pacing.ts'
import type { Answer, Made, Options } from './plan.ts'
import type { Fault, Impossible } from './finding.ts'
import type { Problem, Rounds } from './problem.ts'
import { pureSeating } from './pure.ts'
import type { Random } from './random.ts'
import { firstPlaces, groupsOf, placingFaults } from './start.ts'
import type { Places } from './state.ts'

/** Seats everyone: the best plan found within the budget, beside what no plan can exceed. */
export function seat(problem: Problem, options: Options): Answer {
  const coolings = coolingsFor(options.budget)
  const pacing = pacingOf(options.budget, coolings, options.shouldStop)
  const faults = faultsIn(problem)
  if (faults.length > 0) return refuse(faults)
  const constructed = pureSeating(problem)
  if (constructed !== undefined)
    return done(planOf(problem, boundOf(problem), constructed, { seed: options.seed, pace: [] }))
  const ordered = hostsFirst(problem)
  const compiled = compile(ordered, firstStrictness)
  const unplaced = placingFaults(ordered, compiled)
  if (unplaced.length > 0) return refuse(unplaced)
  const roundsOf = (places: Places) => roundsFrom(ordered, places)
  let bound: Bound | undefined
  const found = anneal(
    {
      compile: (strictness) => (strictness === firstStrictness ? compiled : compile(ordered, strictness)),
      first: (to, random) => start(ordered, to, random),
      coolings,
      pacing,
      isHeld: () => false,
      isBest: (places) => {
        bound ??= boundOf(problem)
        return isProvenBest(bound, explain(ordered, roundsOf(places)))
      },
      onBetter: (places) => options.onBetter?.(roundsOf(places)),
    },
    options,
  )
  const made = { seed: options.seed, pace: found.pace }
  return done(planOf(problem, bound ?? boundOf(problem), roundsOf(found.places), made))
}

/** What is wrong with a problem, and which rules no seating keeps; nothing is seated. */
export function checked(problem: Problem): {
  readonly faults: readonly Fault[]
  readonly impossible: readonly Impossible[]
} {
  const shape = faultsIn(problem)
  if (shape.length > 0) return { faults: shape, impossible: [] }
  const ordered = hostsFirst(problem)
  return {
    faults: placingFaults(ordered, compile(ordered, firstStrictness)),
    impossible: impossibleIn(problem),
  }
}

export function planOf(problem: Problem, bound: Bound, rounds: Rounds, made: Made) {
  const explanation = explain(problem, rounds)
  return {
    rounds,
    explanation,
    bound,
    isProvenBest: isProvenBest(bound, explanation),
    impossible: impossibleIn(problem),
    made,
  }
}

/** The search numbers those who keep their seats first, so that it need not look at them. */
export function hostsFirst(problem: Problem): Problem {
  const { people } = problem
  const hosts = people.filter(({ host }) => host !== undefined)
  return { ...problem, people: [...hosts, ...people.filter(({ host }) => host === undefined)] }
}

export function roundsFrom({ people, tables, rounds }: Problem, places: Places): Rounds {
  const all = places.length / rounds
  return Array.from({ length: rounds }, (_, round) => {
    const seated = tables.map((): string[] => [])
    for (const [index, { id }] of people.entries()) seated[places[round * all + index] ?? -1]?.push(id)
    return seated
  })
}

function start(problem: Problem, compiled: Compiled, random: Random): Places {
  const places = firstPlaces(compiled, groupsOf(problem, compiled), random)
  if (places === undefined) throw new Error('a round that can be seated in one order can be seated in any')
  return places
}

function isProvenBest(bound: Bound, { figures, unmet }: Explanation): boolean {
  // The bound is a sum of worths, each with its rounding.
  return unmet.length === 0 && figures.worth >= bound.worth - 1e-6 && figures.wishes >= bound.wishes
}
