import type { Actor } from '#modules/accounts'

/** Who decides where people sit, and what is demanded of it: the coordinator. */
export function maySeat(actor: Pick<Actor, 'grants'> | null): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator') ?? false
}
