import type { Actor } from '#modules/accounts'

/** Whether somebody may, and if not, why not. */
export type May =
  | { readonly may: true }
  | {
      readonly may: false
      readonly why: 'not-signed-in' | 'not-your-municipality' | 'not-coordinator' | 'not-a-member'
    }

type Asking = Pick<Actor, 'grants'> | null
const yes: May = { may: true }

/** Who may speak for a municipality: its own officers. No leader, no neighbour and no coordinator. */
export function maySayCell(actor: Asking, municipality: string): May {
  if (!actor) return { may: false, why: 'not-signed-in' }
  const isOfficer = actor.grants.some(
    (grant) => grant.role === 'officer' && grant.municipality === municipality,
  )
  return isOfficer ? yes : { may: false, why: 'not-your-municipality' }
}

/** Who may change the framework: the coordinator. */
export function mayEditFramework(actor: Asking): May {
  if (!actor) return { may: false, why: 'not-signed-in' }
  return actor.grants.some((grant) => grant.role === 'coordinator')
    ? yes
    : { may: false, why: 'not-coordinator' }
}

/** Who may know people's names and read a cell's history: everybody with a role in the network. */
export function mayReadHistory(actor: Asking): May {
  if (!actor) return { may: false, why: 'not-signed-in' }
  return actor.grants.length > 0 ? yes : { may: false, why: 'not-a-member' }
}
