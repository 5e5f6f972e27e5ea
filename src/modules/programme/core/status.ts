import { z } from 'zod'

/** What a municipality says of one intervention. */
export const Status = z.enum(['planned', 'on-plan', 'delayed', 'stuck', 'done', 'stopped'])
export type Status = z.infer<typeof Status>

/** A cell that nobody has spoken for has no status. That is a state of its own, never a zero and never a green light. */
export type Standing = Status | 'not-reported'

/** In the order they are told: what moves, what does not, what is over, what is unknown. */
export const standings = [
  'on-plan',
  'planned',
  'delayed',
  'stuck',
  'done',
  'stopped',
  'not-reported',
] as const satisfies readonly Standing[]

export interface StandingCount {
  readonly standing: Standing
  readonly count: number
}

/** How a cell stands, whether or not anybody has spoken for it. */
export function standingOf(cell: { readonly status: Status } | null): Standing {
  return cell?.status ?? 'not-reported'
}

/** How many cells stand how, in the order of `standings`; those that no cell has are left out. */
export function countStandings(
  cells: readonly ({ readonly status: Status } | null)[],
): readonly StandingCount[] {
  return standings
    .map((standing) => ({ standing, count: cells.filter((cell) => standingOf(cell) === standing).length }))
    .filter(({ count }) => count > 0)
}

/** Whether something is still expected to happen: what is done or stopped owes nobody a milestone or a fresh word. */
export function isUnderWay(status: Status): boolean {
  return status !== 'done' && status !== 'stopped'
}
