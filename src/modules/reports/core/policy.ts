import type { Actor } from '#modules/accounts'

/** Who may open the leaders' page of a municipality: its own leaders and officers, and the coordinator. */
export function mayLead(actor: Pick<Actor, 'grants'> | null, municipality: string): boolean {
  return (
    actor?.grants.some(
      ({ role, municipality: own }) =>
        role === 'coordinator' || ((role === 'leader' || role === 'officer') && own === municipality),
    ) ?? false
  )
}
