import type { Actor } from '#modules/accounts'

type Asking = Pick<Actor, 'grants'> | null

/** Who may speak of an activity: officers of the municipality that leads it. No leader and no coordinator. */
export function maySayActivity(actor: Asking, municipality: string): boolean {
  return officerOf(actor).includes(municipality)
}

/** Who may tell of a milestone reached and add evidence: officers of all the municipalities that do it. */
export function mayShowProgress(actor: Asking, doers: readonly string[]): boolean {
  return officerOf(actor).some((municipality) => doers.includes(municipality))
}

/** The municipalities for which somebody may take an activity over: their own, but not the one that leads it. */
export function mayTakeOverFor(actor: Asking, lead: string): readonly string[] {
  return officerOf(actor).filter((municipality) => municipality !== lead)
}

/** Who may read what is behind an activity: everybody with a role in the network. */
export function mayReadInside(actor: Asking): boolean {
  return actor !== null && actor.grants.length > 0
}

/** Who may see all that is somebody's, to hand it over: they themselves, and the coordinator. */
export function maySeeHandOver(
  actor: (Pick<Actor, 'grants'> & Pick<Actor, 'personId'>) | null,
  person: string,
): boolean {
  if (!actor) return false
  return actor.personId === person || actor.grants.some(({ role }) => role === 'coordinator')
}

function officerOf(actor: Asking): readonly string[] {
  return (
    actor?.grants.flatMap(({ role, municipality }) =>
      role === 'officer' && municipality !== null ? [municipality] : [],
    ) ?? []
  )
}
