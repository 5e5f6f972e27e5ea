import type { Actor } from '#modules/accounts'

type Asking = Pick<Actor, 'grants'> | null

/** Who may know which companies there are: officers, whichever municipality's, and the coordinator. */
export function mayMeetCompanies(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'officer' || role === 'coordinator') ?? false
}

/** The municipalities for which somebody may visit companies, promise and write down whom they met. */
export function visitsFor(actor: Asking): readonly string[] {
  return (
    actor?.grants.flatMap(({ role, municipality }) =>
      role === 'officer' && municipality !== null ? [municipality] : [],
    ) ?? []
  )
}
