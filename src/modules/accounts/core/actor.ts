import { z } from 'zod'

/** What a person may be in a network. Officers and leaders are so for one municipality. */
export const Role = z.enum(['partner', 'officer', 'leader', 'coordinator', 'operator'])
export type Role = z.infer<typeof Role>

/** A role that a person holds. */
export interface Grant {
  readonly role: Role
  /** The municipality's code; null for roles of the whole network. */
  readonly municipality: string | null
  /** The organisation that a partner keeps the supports of; left out where there is none. */
  readonly organisation?: string
}

/** A signed-in person in one network. */
export interface Actor {
  readonly personId: string
  readonly name: string
  readonly grants: readonly Grant[]
}

/** Roles that are held for one municipality, never for the network. */
export function isMunicipal(role: Role): boolean {
  return role === 'officer' || role === 'leader'
}

/** Whether the person holds the role; for officer and leader, in that municipality. */
export function holds(actor: Actor | null, role: Role, municipality?: string): boolean {
  return (
    actor?.grants.some(
      (grant) => grant.role === role && (municipality === undefined || grant.municipality === municipality),
    ) ?? false
  )
}

/** The codes of the municipalities that the person holds the role in. */
export function municipalitiesAs(actor: Actor | null, role: Role): readonly string[] {
  return (
    actor?.grants.flatMap((grant) =>
      grant.role === role && grant.municipality ? [grant.municipality] : [],
    ) ?? []
  )
}
