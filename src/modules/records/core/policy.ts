import type { Actor } from '#modules/accounts'

/** Whether somebody speaks for the records of a municipality, or for the network's own (null). */
export function keepsRecords(actor: Actor | null, municipality: string | null): boolean {
  return authoritiesOf(actor).includes(municipality)
}

/** Whose records somebody speaks for: their municipalities, and the network (null) for the coordinator. */
export function authoritiesOf(actor: Actor | null): readonly (string | null)[] {
  return (actor?.grants ?? []).flatMap(({ role, municipality }) => {
    if (role === 'officer') return [municipality]
    return role === 'coordinator' ? [null] : []
  })
}

/** Who says how long records are kept: the coordinator, for every authority. */
export function saysRetention(actor: Actor | null): boolean {
  return (actor?.grants ?? []).some(({ role }) => role === 'coordinator')
}
