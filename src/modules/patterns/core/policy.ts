import type { Actor } from '#modules/accounts'

type Asking = Pick<Actor, 'grants'> | null

/** Who decides what is a pattern, writes of it and raises it: the coordinator. */
export function mayDecide(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator') ?? false
}

/** Who may come to read patterns; which ones, the database says. */
export function mayRead(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => ['coordinator', 'officer', 'leader'].includes(role)) ?? false
}

/** Who may see who is heard: officers, of their own municipality, and the coordinator. */
export function maySeeHeard(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator' || role === 'officer') ?? false
}
