import type { Actor } from '#modules/accounts'

/** Who may change what the network follows: its coordinator. */
export function mayEditIndicators(actor: Actor | null): boolean {
  return actor?.grants.some((grant) => grant.role === 'coordinator') ?? false
}
