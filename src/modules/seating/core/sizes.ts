import { isOpen, isThere, type Problem, type Rounds } from './problem.ts'

/** How few and how many may sit at a table in a round; nobody at one that is closed. */
export interface Size {
  readonly low: number
  readonly high: number
}

/** The sizes of every table in a round: their own, or evened out so far as their own allow. */
export function sizesIn(problem: Problem, round: number): readonly Size[] {
  const own = problem.tables.map((table) =>
    isOpen(table, round) ? { low: table.min, high: table.max } : { low: 0, high: 0 },
  )
  if (problem.even === false) return own
  const people = problem.people.filter((person) => isThere(person, round)).length
  const level = levelOf(own, people)
  return own.map(({ low, high }) => ({ low: within(level, low, high), high: within(level + 1, low, high) }))
}

/** The highest size that all tables can have at once, each within its own, without more people than there are. */
function levelOf(own: readonly Size[], people: number): number {
  const highest = Math.max(0, ...own.map(({ high }) => high))
  let level = 0
  while (level < highest && seatedAt(own, level + 1) <= people) level += 1
  // Full to the last seat: one more at any table would be one too many.
  return level
}

function seatedAt(own: readonly Size[], level: number): number {
  return own.reduce((sum, { low, high }) => sum + within(level, low, high), 0)
}

function within(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

/** The sizes of every round; a round already held has those it had. */
export function sizesOf(problem: Problem, held: Rounds): readonly (readonly Size[])[] {
  return Array.from(
    { length: problem.rounds },
    (_, round) =>
      held[round]?.map(({ length }) => ({ low: length, high: length })) ?? sizesIn(problem, round),
  )
}
