import type { Actor } from '#modules/accounts'

type Asking = Pick<Actor, 'grants'> | null

/** Who plans events, invites and sees how people are reached and what they need. */
export function mayPlanEvents(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator') ?? false
}

/** Who reads who is invited and comes: everybody with a role in the network. */
export function mayReadParticipants(actor: Asking): boolean {
  return (actor?.grants.length ?? 0) > 0
}
