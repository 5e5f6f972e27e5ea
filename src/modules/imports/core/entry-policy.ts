import type { Actor } from '#modules/accounts'

/** Who may enter a municipality's figure by hand: its officers, and the coordinator for all. */
export function mayEnter(actor: Actor | null, municipality: string): boolean {
  return isFor(actor, 'coordinator', null) || isFor(actor, 'officer', municipality)
}

/** Who may enter figures of at least one municipality. */
export function mayEnterAny(actor: Actor | null): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator' || role === 'officer') ?? false
}

/** Who may confirm it or send it back: they and the municipality's leaders, but never the one who entered it. */
export function maySettle(
  actor: Actor | null,
  entry: { readonly municipality: string; readonly enteredBy: string },
): boolean {
  if (actor?.personId === entry.enteredBy) return false
  return mayEnter(actor, entry.municipality) || isFor(actor, 'leader', entry.municipality)
}

/** Where somebody may confirm what others have entered: everywhere, or in the municipalities named. */
export function whereSettling(actor: Actor): 'everywhere' | readonly string[] {
  if (isFor(actor, 'coordinator', null)) return 'everywhere'
  return actor.grants.flatMap(({ role, municipality }) =>
    municipality !== null && (role === 'officer' || role === 'leader') ? [municipality] : [],
  )
}

function isFor(actor: Actor | null, role: string, municipality: string | null): boolean {
  return actor?.grants.some((grant) => grant.role === role && grant.municipality === municipality) ?? false
}
