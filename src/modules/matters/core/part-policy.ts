import type { Actor } from '#modules/accounts'
import { activeOf, leadOf, type Part, type Triage } from './part.ts'

type Asking = Pick<Actor, 'grants'> | null
type Parts = readonly Pick<Part, 'municipality' | 'leftAt' | 'role'>[]

/** The municipalities with a part in a matter for which somebody may speak: their own. */
export function speaksFor(actor: Asking, parts: Parts): readonly string[] {
  return activeOf(parts).flatMap(({ municipality }) =>
    isOfficerOf(actor, municipality) ? [municipality] : [],
  )
}

/** Who may say who leads and who contributes: the coordinator, of what came through the common door. */
export function mayAssign(actor: Asking, { entrance }: { readonly entrance: string | null }): boolean {
  return entrance === null && (actor?.grants.some(({ role }) => role === 'coordinator') ?? false)
}

/** Whom else a matter can be passed on to than a municipality: the coordinator, who reads what came through the common door. */
export function coordinatorReads({ entrance }: { readonly entrance: string | null }): boolean {
  return entrance === null
}

/** Whether a matter waits for somebody: the coordinator, or an officer whose town hall has not chosen a desk. */
export function waitsFor(
  actor: Asking,
  {
    triage,
    entrance,
    parts,
  }: { readonly triage: Triage | null; readonly entrance: string | null } & {
    readonly parts: readonly Pick<Part, 'municipality' | 'leftAt' | 'role' | 'desk'>[]
  },
): boolean {
  if (triage === null) return false
  if (mayAssign(actor, { entrance })) return true
  return activeOf(parts).some(
    ({ municipality, desk }) => desk === null && isOfficerOf(actor, municipality) && leadOf(parts) !== null,
  )
}

function isOfficerOf(actor: Asking, municipality: string): boolean {
  return (
    actor?.grants.some((grant) => grant.role === 'officer' && grant.municipality === municipality) ?? false
  )
}
