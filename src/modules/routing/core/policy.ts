import type { Actor } from '#modules/accounts'

type Asking = Pick<Actor, 'grants'> | null

/** Who may say how a municipality takes matters: its officers. */
export function maySetDesks(actor: Asking, municipality: string): boolean {
  return (
    actor?.grants.some((grant) => grant.role === 'officer' && grant.municipality === municipality) ?? false
  )
}

/** Who may read by which rules, and who answers where: everybody with a role in the network. */
export function mayReadRules(actor: Asking): boolean {
  return actor !== null && actor.grants.length > 0
}

/** Who says what matters may be about: the coordinator. */
export function maySetTopics(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator') ?? false
}
