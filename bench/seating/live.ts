import {
  replan,
  seat,
  type Change,
  type Person,
  type Problem,
  type Rounds,
} from '../../src/modules/seating/index.ts'
import { cpuMilliseconds, problemOf } from './events.ts'
import { fewestMoved } from './fewest.ts'
import { score } from './score.ts'

export interface LiveRun {
  readonly milliseconds: number
  readonly broken: number
  readonly movedPeople: number
  readonly movedSeats: number
  /** As many seats must change for the tables to keep their sizes, whoever seats. */
  readonly forcedSeats: number
  /** The fewest with whom every hard rule can be kept; `undefined` if it is proven that three are too few. */
  readonly fewest: number | undefined
  readonly ofFree: number
  readonly isHeldKept: boolean
}

/** After the first round six do not come back and three who were not expected do; another six and three for each seed. */
function liveCase(name: string, seed: number) {
  const whole = problemOf(name)
  const ordinary = whole.people.filter(({ host, absent }) => host === undefined && absent === undefined)
  const chosen = Array.from(
    { length: 9 },
    (_, at) => ordinary[(seed * 11 + at * 7) % ordinary.length] as Person,
  )
  const late = chosen.slice(0, 3)
  const problem = without(whole, late)
  const first = seat(problem, { seed, budget: { steps: 60_000_000 } })
  if (!first.ok) throw new Error('It cannot be seated')
  const { rounds } = first.value
  const change: Change = {
    round: 1,
    gone: chosen.slice(3).map(({ id }) => ({ person: id, from: 1 })),
    come: late.map((person) => ({ ...person, from: 1 })),
  }
  // What was asked of those who come late holds again.
  return { asked: { ...whole, people: problem.people }, rounds, change, come: late.length }
}

export function liveRun(name: string, seed: number): LiveRun {
  const { asked, rounds, change, come } = liveCase(name, seed)
  const from = cpuMilliseconds()
  const again = replan(asked, rounds, change, { seed, budget: { milliseconds: 70, now: cpuMilliseconds } })
  const took = cpuMilliseconds() - from
  const free = replan(asked, rounds, change, {
    seed,
    budget: { milliseconds: 1000, now: cpuMilliseconds },
    moveCost: 0,
  })
  if (!again.ok || !free.ok) throw new Error('It cannot be seated after the change')
  const found = score(again.value.problem, again.value.plan.rounds)
  return {
    milliseconds: took,
    // In the round already held the tables had the sizes of those who were there.
    broken: found.hardBroken,
    movedPeople: again.value.movedPeople,
    movedSeats: again.value.moves.filter(({ from: was, to }) => was !== null && to !== null).length,
    forcedSeats: forced(again.value.problem, rounds, come),
    fewest: fewestMoved(again.value.problem, rounds, change.round, 3),
    ofFree: found.worth / score(free.value.problem, free.value.plan.rounds).worth,
    isHeldKept: JSON.stringify(sorted(again.value.plan.rounds)) === JSON.stringify(sorted(rounds)),
  }
}

function sorted(rounds: Rounds) {
  return rounds[0]?.map((seated) => seated.toSorted())
}

function without(problem: Problem, people: readonly Person[]): Problem {
  const gone = new Set(people.map(({ id }) => id))
  return {
    ...problem,
    people: problem.people.filter(({ id }) => !gone.has(id)),
    rules: (problem.rules ?? []).filter(
      (rule) => !('people' in rule && rule.people.some((id) => gone.has(id))),
    ),
    wishes: (problem.wishes ?? []).filter(({ person }) => !gone.has(person)),
  }
}

/** In each later round: tables left too small that those who come cannot fill, or left too large. */
function forced({ people, tables }: Problem, rounds: Rounds, come: number): number {
  let sum = 0
  for (let round = 1; round < rounds.length; round += 1) {
    const there = new Set(people.filter(({ absent }) => absent?.includes(round) !== true).map(({ id }) => id))
    const [low, high] = [Math.floor(there.size / tables.length), Math.ceil(there.size / tables.length)]
    const left = rounds[round]?.map((seated) => seated.filter((id) => there.has(id)).length) ?? []
    const lacking = left.reduce((total, size) => total + Math.max(0, low - size), 0)
    const over = left.reduce((total, size) => total + Math.max(0, size - high), 0)
    sum += Math.max(over, lacking - come)
  }
  return sum
}
