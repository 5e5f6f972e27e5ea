import type { Actor } from '#modules/accounts'

/** Who may write down what a municipality has adopted: its own officers, and the coordinator for them. */
export function mayWriteAdoption(actor: Pick<Actor, 'grants'> | null, municipality: string): boolean {
  return (
    actor?.grants.some(
      (grant) =>
        grant.role === 'coordinator' || (grant.role === 'officer' && grant.municipality === municipality),
    ) ?? false
  )
}
