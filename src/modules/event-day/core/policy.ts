import type { Actor } from '#modules/accounts'

type Asking = Pick<Actor, 'grants'> | null

/** Who receives people at the door: officers, whichever municipality's, and the coordinator. */
export function keepsDoor(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'officer' || role === 'coordinator') ?? false
}

/** Who leads the day: begins rounds, plans anew and tells everybody. */
export function leadsDay(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator') ?? false
}

/** Who may see the day's screen: everybody with a role in the network. */
export function seesDay(actor: Asking): boolean {
  return (actor?.grants.length ?? 0) > 0
}
