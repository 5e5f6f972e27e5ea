import type { Actor } from '#modules/accounts'

type Asking = Pick<Actor, 'grants'> | null

/** In whose name somebody may ask companies: their municipalities by code, and null for the network. */
export function asksAs(actor: Asking): readonly (string | null)[] {
  return (
    actor?.grants.flatMap(({ role, municipality }) => {
      if (role === 'coordinator') return [null]
      return role === 'officer' && municipality !== null ? [municipality] : []
    }) ?? []
  )
}

/** Who may see what is asked and what was answered: everybody with a role in the network. */
export function mayReadAsks(actor: Asking): boolean {
  return actor !== null && actor.grants.length > 0
}

/** Who decides how often a company is asked: the coordinator. */
export function mayLimitAsks(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator') ?? false
}
