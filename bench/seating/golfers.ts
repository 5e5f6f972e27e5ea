import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { score } from './score.ts'
import { cpuMilliseconds, problemOf, pureNames } from './events.ts'

interface GolferRun {
  readonly name: string
  readonly milliseconds: number
  readonly quality: number
}

/** Larger ones take it tens of seconds. */
const mostPeople = 40

/**
 * good-enough-golfers (islemaster, MIT), run where it lies outside this repository, on the cases that it can be told: equal tables, no
 * rules. It takes three functions from lodash, which are given to it here.
 */
export function golferRuns(folder: string): readonly GolferRun[] {
  const file = join(folder, 'lib/geneticSolver.js')
  if (!existsSync(file)) throw new Error(`There is no ${file}`)
  const context = createContext({ _: { range, shuffle, sortBy } })
  runInContext(readFileSync(file, 'utf8'), context)
  return pureNames
    .filter((name) => problemOf(name).people.length <= mostPeople)
    .map((name) => {
      const problem = problemOf(name)
      const seats = problem.people.length / problem.tables.length
      const from = cpuMilliseconds()
      const rounds = runInContext(
        `{ let last; geneticSolver(${problem.tables.length}, ${seats}, ${problem.rounds}, false, [], [], (found) => { last = found.rounds }); last }`,
        context,
      ) as number[][][]
      const milliseconds = cpuMilliseconds() - from
      const named = rounds.map((tables) =>
        tables.map((seated) => seated.map((at) => problem.people[at]?.id ?? '')),
      )
      const most = (problem.rounds * problem.people.length * (seats - 1)) / 2
      return { name, milliseconds, quality: score(problem, named).worth / most }
    })
}

function range(from: number, to?: number): number[] {
  return to === undefined
    ? Array.from({ length: from }, (_, at) => at)
    : Array.from({ length: to - from }, (_, at) => from + at)
}

function shuffle<Item>(items: readonly Item[]): Item[] {
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1))
    ;[shuffled[last], shuffled[other]] = [shuffled[other] as Item, shuffled[last] as Item]
  }
  return shuffled
}

function sortBy<Item>(items: readonly Item[], by: (item: Item) => number): Item[] {
  return items.toSorted((one, other) => by(one) - by(other))
}
