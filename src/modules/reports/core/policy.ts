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

/** Who may give reports a template: a municipality's own officers, and for the region the coordinator. */
export function maySendTemplate(actor: Pick<Actor, 'grants'> | null, subject: string): boolean {
  return (
    actor?.grants.some(({ role, municipality }) =>
      subject === '' ? role === 'coordinator' : role === 'officer' && municipality === subject,
    ) ?? false
  )
}
