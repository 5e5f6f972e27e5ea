import type { Actor } from '#modules/accounts'

/** A municipality's part, as far as it says who speaks. */
interface SpeakingPart {
  readonly municipality: string
  readonly role: 'lead' | 'contributor' | 'informed'
  readonly hasLeft: boolean
}

interface Spoken {
  readonly entrance: string | null
  readonly parts: readonly SpeakingPart[]
}

/** For whom somebody speaks to the company: a municipality, or nobody's in particular where the coordinator does. */
export interface Voice {
  readonly municipality: string | null
}

/**
 * Who speaks to the company: officers of the municipality that leads; the coordinator while none leads what came through
 * the common door. The others speak to the ones who lead. Null for them.
 */
export function voiceOf(actor: Actor | null, { entrance, parts }: Spoken): Voice | null {
  const lead = parts.find(({ role, hasLeft }) => role === 'lead' && !hasLeft)
  if (lead) return isOfficerOf(actor, lead.municipality) ? { municipality: lead.municipality } : null
  return entrance === null && isCoordinator(actor) ? { municipality: null } : null
}

/** For whom somebody writes a note: their own town hall that has a part, or the coordinator; null who has nothing to do with it. */
export function noteVoiceOf(actor: Actor | null, { entrance, parts }: Spoken): Voice | null {
  const own = parts.find(({ municipality }) => isOfficerOf(actor, municipality))
  if (own) return { municipality: own.municipality }
  return entrance === null && isCoordinator(actor) ? { municipality: null } : null
}

function isOfficerOf(actor: Actor | null, municipality: string): boolean {
  return (
    actor?.grants.some((grant) => grant.role === 'officer' && grant.municipality === municipality) ?? false
  )
}

function isCoordinator(actor: Actor | null): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator') ?? false
}
