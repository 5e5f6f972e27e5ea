import { worthOf } from './compile-pairs.ts'
import { isOpen, isThere, type Problem, type Rounds } from './problem.ts'
import { scheduleOf } from './schedules/index.ts'
import type { Schedule } from './schedules/schedule.ts'
import { sizesIn } from './sizes.ts'

/**
 * A seating by construction, where everyone is worth the same to everyone and nothing else is asked: then the best is that nobody meets
 * twice, and mathematics knows how where a search would not find it.
 */
export function pureSeating(problem: Problem): Rounds | undefined {
  if (!isPure(problem)) return undefined
  const sizes = sizesIn(problem, 0)
  const seats = Math.max(...sizes.map(({ high }) => high))
  if (sizes.some(({ low, high }) => high !== seats || low < seats - 1)) return undefined
  const tables = problem.tables.length
  const schedule = scheduleOf(tables, seats, problem.rounds)
  if (schedule === undefined) return undefined
  // Where one table or another has an empty seat, the last numbers stay away.
  const numbers = numbered(problem)
  if (numbers === undefined || !isSpread(schedule, numbers.length, seats)) return undefined
  if (problem.people.some(({ host }) => host !== undefined) && !staysPut(schedule, tables)) return undefined
  return schedule.map((round) => round.map((table) => table.flatMap((number) => numbers[number] ?? [])))
}

function isPure(problem: Problem): boolean {
  const { people, tables, rules = [], wishes = [] } = problem
  const isUnruled =
    rules.length === 0 && wishes.length === 0 && people.every((person) => person.tables === undefined)
  return (
    isUnruled &&
    Array.from({ length: problem.rounds }, (_, round) => round).every(
      (round) =>
        people.every((person) => isThere(person, round)) && tables.every((table) => isOpen(table, round)),
    ) &&
    areAllWorthTheSame(problem)
  )
}

function areAllWorthTheSame(problem: Problem): boolean {
  const worth = worthOf(problem)
  const [first, second] = problem.people
  if (first === undefined || second === undefined) return false
  const common = worth(first, second)
  return (
    common > 0 &&
    problem.people.every((one, index) =>
      problem.people.slice(index + 1).every((other) => worth(one, other) === common),
    )
  )
}

/** Who has which number: hosts those of their tables, if each table has one. */
function numbered({ people, tables }: Problem): readonly string[] | undefined {
  const hosts = people.filter(({ host }) => host !== undefined)
  if (hosts.length === 0) return people.map(({ id }) => id)
  const ofTables = tables.map(({ id }) => hosts.filter(({ host }) => host === id))
  if (ofTables.some((own) => own.length !== 1)) return undefined
  return [...ofTables.flat(), ...people.filter(({ host }) => host === undefined)].map(({ id }) => id)
}

function isSpread(schedule: Schedule, people: number, seats: number): boolean {
  return schedule.every((round) =>
    round.every((table) => table.filter((number) => number < people).length >= seats - 1),
  )
}

function staysPut(schedule: Schedule, tables: number): boolean {
  return schedule.every((round) =>
    Array.from({ length: tables }, (_, table) => table).every(
      (table) => round[table]?.includes(table) === true,
    ),
  )
}
