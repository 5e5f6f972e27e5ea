import type { Actor } from '#modules/accounts'

type Asking = Pick<Actor, 'grants'> | null

/** Who may write down a need for a company, and sees needs: officers and the coordinator. */
export function maySeeNeeds(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'officer' || role === 'coordinator') ?? false
}

/** Who brings companies together, keeps the courses and takes out the sheet of evidence. */
export function mayPool(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator') ?? false
}
