import type { Actor } from '#modules/accounts'

type Asking = Pick<Actor, 'grants'> | null

function hasRole(actor: Asking, role: 'coordinator' | 'officer' | 'leader', municipality?: string): boolean {
  return (
    actor?.grants.some(
      (grant) => grant.role === role && (municipality === undefined || grant.municipality === municipality),
    ) ?? false
  )
}

/** Who opens a round, moves its deadline and freezes it: the coordinator. */
export function mayRunRounds(actor: Asking): boolean {
  return hasRole(actor, 'coordinator')
}

/** Who answers for a municipality: its own officers. */
export function mayAnswer(actor: Asking, municipality: string): boolean {
  return hasRole(actor, 'officer', municipality)
}

/** Who confirms what the officers have answered: the municipality's own leaders. */
export function maySettle(actor: Asking, municipality: string): boolean {
  return hasRole(actor, 'leader', municipality)
}

/** Who sees how far each municipality has come while a round is open: everybody with a role in the network. */
export function mayFollow(actor: Asking): boolean {
  return (actor?.grants.length ?? 0) > 0
}
