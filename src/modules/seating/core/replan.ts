import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { anneal } from './anneal.ts'
import { boundOf } from './bound.ts'
import { changed, movesBetween, type Change, type Move } from './change.ts'
import { faultsIn } from './check-input.ts'
import { compile, ordinary, type Compiled, type Settled } from './compile.ts'
import { explain } from './explain.ts'
import type { Fault } from './finding.ts'
import { coolingsFor, falling, pacingOf, type Cooling } from './pacing.ts'
import type { Options, Plan } from './plan.ts'
import { isThere, type Problem, type Rounds } from './problem.ts'
import type { Random } from './random.ts'
import { hostsFirst, planOf, roundsFrom } from './seat.ts'
import { groupsOf, keptPlaces, placingFaults } from './start.ts'
import type { Places } from './state.ts'
import type { Staying } from './stay-state.ts'
import type { Unmet } from './unmet.ts'

export interface Replanned {
  /** The problem as it has become, for the next change. */
  readonly problem: Problem
  readonly plan: Plan
  /** What is not as in the plan before. */
  readonly moves: readonly Move[]
  /** How many of those who had a seat and still need one must go to another. */
  readonly movedPeople: number
  /** Why anybody must: what the plan before breaks of the hard rules, in the rounds that are left, once those who are gone are away. */
  readonly because: readonly Unmet[]
}

export interface ReplanOptions extends Options {
  /** How many ordinary meetings it takes to move one person. Unsaid: 6. With 0 all is planned anew. */
  readonly moveCost?: number
}

/** A hard rule is worth several moves, whatever they cost. */
const hardOverMoves = 1.5

/** The part of a move's cost for another round of somebody who must be told to move anyhow. */
const alsoMoved = 0.1

/** Moving somebody must be worth it: only a little warmth, for the seating is good already. */
const gentle: readonly Cooling[] = [
  { temperatures: falling(1.2, 0.1, 10), share: 0.4 },
  { temperatures: falling(1.2, 0.1, 10), share: 0.3 },
  { temperatures: falling(0.6, 0.1, 10), share: 0.3 },
]

/** Seats those who are there now, with the fewest people at another table than they have been told. */
export function replan(
  problem: Problem,
  rounds: Rounds,
  change: Change,
  options: ReplanOptions,
): Outcome<Replanned, readonly Fault[]> {
  const moveCost = options.moveCost ?? 6
  const isGentle = moveCost >= 1
  const coolings = isGentle ? gentle : coolingsFor(options.budget)
  const pacing = pacingOf(options.budget, coolings, options.shouldStop)
  const now = changed(problem, rounds, change)
  const faults = faultsIn(now, change.round)
  if (faults.length > 0) return refuse(faults)
  const settled: Settled = { held: rounds.slice(0, change.round), pinned: change.pinned ?? [] }
  const ordered = hostsFirst(now)
  const unplaced = placingFaults(ordered, compile(ordered, 1, settled))
  if (unplaced.length > 0) return refuse(unplaced)
  const found = anneal(
    {
      compile: (strictness) =>
        compile(ordered, isGentle ? hardOverMoves * moveCost * strictness : strictness, settled),
      first: (compiled, random) => start(ordered, compiled, rounds, random),
      coolings,
      pacing,
      ...(isGentle && {
        staying: (compiled: Compiled) => staying(ordered, compiled, rounds, moveCost),
      }),
      isHeld: (round) => round < change.round,
      isBest: () => false,
      onBetter: (places) => options.onBetter?.(roundsFrom(ordered, places)),
    },
    options,
  )
  const after = roundsFrom(ordered, found.places)
  const moves = movesBetween(now, rounds, after)
  return done({
    problem: now,
    plan: planOf(now, boundOf(now), after, { seed: options.seed, pace: found.pace }),
    moves,
    movedPeople: new Set(
      moves.filter(({ from, to }) => from !== null && to !== null).map(({ person }) => person),
    ).size,
    because: brokenBy(now, rounds, change.round),
  })
}

/** Of the seating as it was told, without those who are not there; nobody new is seated yet, so a rule about them tells nothing. */
function brokenBy(now: Problem, told: Rounds, from: number): readonly Unmet[] {
  const people = new Map(now.people.map((person) => [person.id, person]))
  const isHere = (id: string, round: number) => {
    const person = people.get(id)
    return person !== undefined && isThere(person, round)
  }
  const rounds = told.map((tables, round) =>
    round < from ? tables : tables.map((seated) => seated.filter((id) => isHere(id, round))),
  )
  const seated = new Set(told.flat(2))
  return explain(now, rounds).unmet.filter(
    ({ weight, round = from, people: whom = [] }) =>
      weight === undefined && round >= from && whom.every((id) => seated.has(id)),
  )
}

/** By round and person of the problem: the table in a plan, or -1. */
function tablesIn({ people }: Problem, rounds: Rounds): readonly (readonly number[])[] {
  return rounds.map((tables) => {
    const tableOf = new Map(tables.flatMap((seated, table) => seated.map((id) => [id, table] as const)))
    return people.map(({ id }) => tableOf.get(id) ?? -1)
  })
}

function start(problem: Problem, compiled: Compiled, rounds: Rounds, random: Random): Places {
  const places = keptPlaces(compiled, groupsOf(problem, compiled), tablesIn(problem, rounds), random)
  if (places === undefined) throw new Error('a round that can be seated in one order can be seated in any')
  return places
}

function staying(problem: Problem, compiled: Compiled, rounds: Rounds, moveCost: number): Staying {
  const told = new Int32Array(compiled.rounds * compiled.all).fill(-1)
  for (const [round, tableOf] of tablesIn(problem, rounds).entries()) told.set(tableOf, round * compiled.all)
  const first = Math.round(ordinary * moveCost)
  return { told, first, further: Math.round(first * alsoMoved) }
}
