import type { Actor } from '#modules/accounts'

/** Who may fetch figures from outside: the network's coordinator. */
export function mayImport(actor: Actor | null): boolean {
  return actor?.grants.some((grant) => grant.role === 'coordinator') ?? false
}

/** Who may read what is fetched and how it went: everybody who holds a role in the network. */
export function mayReadRuns(actor: Actor | null): boolean {
  return actor !== null && actor.grants.length > 0
}
