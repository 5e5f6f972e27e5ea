import { z } from 'zod'

/**
 * What a municipality says of one intervention. Rules, colours and filters rest on these keys; what each is called is the
 * network's own, in its vocabulary.
 */
export const Status = z.enum(['planned', 'on-plan', 'delayed', 'stuck', 'done', 'stopped'])
export type Status = z.infer<typeof Status>

/** A cell that nobody has spoken for has no status. That is a state of its own, never a zero and never a green light. */
export type Standing = Status | 'not-reported'

export const standings = [...Status.options, 'not-reported'] as const satisfies readonly Standing[]

export interface StandingCount {
  readonly standing: Standing
  readonly count: number
}

/** How a cell stands, whether or not anybody has spoken for it. */
export function standingOf(cell: { readonly status: Status } | null): Standing {
  return cell?.status ?? 'not-reported'
}

/** How many cells stand how, in that order; what no cell is in is left out. */
export function countStandings(
  cells: readonly ({ readonly status: Status } | null)[],
  order: readonly Standing[],
): readonly StandingCount[] {
  return order
    .map((standing) => ({ standing, count: cells.filter((cell) => standingOf(cell) === standing).length }))
    .filter(({ count }) => count > 0)
}

/** Whether something is still expected to happen: what is done or stopped owes nobody a milestone or a fresh word. */
export function isUnderWay(status: Status): boolean {
  return status !== 'done' && status !== 'stopped'
}
