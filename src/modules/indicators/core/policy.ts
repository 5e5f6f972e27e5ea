import type { Actor } from '#modules/accounts'

/** Who may change what the network follows: its coordinator. */
export function mayEditIndicators(actor: Actor | null): boolean {
  return actor?.grants.some((grant) => grant.role === 'coordinator') ?? false
}

/** Who may write down and withdraw a target: the coordinator for all, an officer for the own municipality. */
export function mayDecideTarget(actor: Actor | null, municipality: string | null): boolean {
  if (mayEditIndicators(actor)) return true
  return (
    actor?.grants.some(
      (grant) =>
        grant.role === 'officer' && grant.municipality !== null && grant.municipality === municipality,
    ) ?? false
  )
}

/** Who may know which person entered a figure: everybody with a role in the network. */
export function mayKnowPeople(actor: Actor | null): boolean {
  return (actor?.grants.length ?? 0) > 0
}
