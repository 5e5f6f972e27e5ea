import { seat, type Plan, type Problem } from '../../src/modules/seating/index.ts'
import { readInstance } from './instance.ts'
import { score } from './score.ts'

export const eventNames = ['ev1-small60', 'ev2-typical80', 'ev4-partial75'] as const
export const pureNames = [
  'sgp-5-3-7',
  'sgp-8-4-5',
  'sgp-8-4-9',
  'sgp-8-4-10',
  'sgp-10-8-4',
  'sgp-9-8-5',
] as const
export const seeds = [1, 2, 3, 4, 5] as const

/** One run, counted by the scorer that shares no code with the engine. */
export interface Run {
  readonly milliseconds: number
  readonly worth: number
  /** Part of the bound that the engine proves itself. */
  readonly quality: number
  readonly wishes: number
  readonly broken: number
  readonly isProvenBest: boolean
}

/** The processor's time of this process: the machine does other things meanwhile. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export function runOnce(problem: Problem, seed: number, milliseconds: number): Run {
  const from = cpuMilliseconds()
  const answer = seat(problem, { seed, budget: { milliseconds, now: cpuMilliseconds } })
  const took = cpuMilliseconds() - from
  if (!answer.ok) throw new Error(`It cannot be seated: ${JSON.stringify(answer.refusal)}`)
  return { milliseconds: took, ...judged(problem, answer.value) }
}

function judged(problem: Problem, { rounds, bound, isProvenBest, explanation }: Plan) {
  const found = score(problem, rounds)
  const { worth, wishes, hardBroken } = explanation.figures
  if (found.worth !== worth || found.wishes !== wishes || found.hardBroken !== hardBroken)
    throw new Error('The engine claims other figures than the scorer finds')
  return {
    worth: found.worth,
    quality: found.worth / bound.worth,
    wishes: bound.wishes === 0 ? 1 : found.wishes / bound.wishes,
    broken: found.hardBroken,
    isProvenBest,
  }
}

/** The bound that whoever made the event has proven by an integer program. */
export function givenBoundOf(name: string): number {
  const { givenBound } = readInstance(name)
  if (givenBound === undefined) throw new Error(`${name} has no bound`)
  return givenBound
}

export function problemOf(name: string): Problem {
  return readInstance(name).problem
}
