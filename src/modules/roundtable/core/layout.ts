import type { Event, EventTable, Round } from './event.ts'

/** What does not fit between seats, tables and rounds, with its figures. */
export type Misfit =
  | { readonly misfit: 'too-few'; readonly seats: number; readonly room: number }
  | { readonly misfit: 'too-many'; readonly seats: number; readonly needed: number }
  | { readonly misfit: 'closed'; readonly round: number; readonly seats: number; readonly room: number }

/** Whether the tables hold as many as may come, in every round; null when they do. */
export function misfitOf(
  { seats }: Pick<Event, 'seats'>,
  tables: readonly EventTable[],
  rounds: readonly Round[],
): Misfit | null {
  if (tables.length === 0) return null
  const room = sum(tables.map(({ max }) => max))
  if (room < seats) return { misfit: 'too-few', seats, room }
  const needed = sum(tables.map(({ min }) => min))
  if (needed > seats) return { misfit: 'too-many', seats, needed }
  for (const { number } of rounds) {
    const open = sum(tables.filter(({ closed }) => !closed.includes(number)).map(({ max }) => max))
    if (open < seats) return { misfit: 'closed', round: number, seats, room: open }
  }
  return null
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
