import type { Because, FoundDesk, TriageReason } from '#modules/routing'

export const partRoles = ['lead', 'contributor', 'informed'] as const
export type PartRole = (typeof partRoles)[number]

/** Why a person must say where a matter belongs; `not-mine` is what town halls say themselves. */
export type Triage = TriageReason | 'not-mine'

/** A municipality's part in a matter. */
export interface Part {
  readonly municipality: string
  readonly role: PartRole
  readonly stance: 'takes' | 'not-mine' | 'noted' | null
  /** The id of one of its desks; null while nobody there has chosen one. */
  readonly desk: string | null
  /** Who answers. */
  readonly owner: string | null
  readonly because: Because
  readonly addedAt: Date
  readonly addedBy: string | null
  /** When it was passed on, and why. */
  readonly leftAt: Date | null
  readonly leftBecause: string | null
}

/** What is decided of a municipality's part: as what it is in it, and where it is taken. */
export interface Placement {
  readonly municipality: string
  readonly role: PartRole
  readonly desk: string | null
  readonly owner: string | null
}

/** The parts that have not been passed on. */
export function activeOf<Any extends Pick<Part, 'leftAt'>>(parts: readonly Any[]): readonly Any[] {
  return parts.filter(({ leftAt }) => leftAt === null)
}

/** Who leads; null when nobody does. */
export function leadOf<Any extends Pick<Part, 'leftAt' | 'role'>>(parts: readonly Any[]): Any | null {
  return activeOf(parts).find(({ role }) => role === 'lead') ?? null
}

/** Whether it is the coordinator who must say it; a desk is chosen in its own town hall. */
export function isCoordinators(triage: Triage | null): boolean {
  return triage !== null && triage !== 'no-desk' && triage !== 'several-desks'
}

/**
 * Why a person must still say where a matter belongs, once its parts are so. What waits for the coordinator waits until
 * the coordinator has settled it; what waits for a desk waits no longer than until all have one.
 */
export function triageAfter(
  parts: readonly Pick<Part, 'leftAt' | 'role' | 'desk'>[],
  before: Triage | null,
): Triage | null {
  if (isCoordinators(before)) return before
  if (leadOf(parts) === null) return 'not-mine'
  const lacksDesk = activeOf(parts).some(({ role, desk }) => role !== 'informed' && desk === null)
  return lacksDesk ? (before ?? 'no-desk') : null
}

/** What passing on does to a matter's parts. */
export interface Passing {
  readonly from: string
  /** Null is the coordinator. */
  readonly to: string | null
  /** Whether who passes it on stays as a contributor. */
  readonly stays: boolean
}

/** The parts of a matter once it is passed on, and why a person must say where it belongs, if so. */
export function afterPassing(
  parts: readonly (Placement & Pick<Part, 'leftAt'>)[],
  { from, to, stays }: Passing,
  {
    found,
    at,
    triage,
  }: { readonly found: FoundDesk | null; readonly at: Date; readonly triage: Triage | null },
): { readonly receiver: Placement | null; readonly triage: Triage | null } {
  const leaving = activeOf(parts).find(({ municipality }) => municipality === from) ?? null
  if (!leaving) return { receiver: null, triage }
  const known = activeOf(parts).find(({ municipality }) => municipality === to)
  const role = leaving.role === 'lead' ? 'lead' : (known?.role ?? leaving.role)
  const receiver = to === null ? null : receiverOf(to, role, known ?? found)
  const rest = parts.filter(({ municipality }) => municipality !== from && municipality !== to)
  const after = [
    ...rest,
    stays ? { ...leaving, role: 'contributor' as const } : { ...leaving, leftAt: at },
    ...(receiver ? [{ ...receiver, leftAt: null }] : []),
  ]
  return { receiver, triage: to === null ? 'not-mine' : triageAfter(after, triage) }
}

/** Where the receiver takes it: where it has it already, else where its rules say. */
function receiverOf(
  municipality: string,
  role: PartRole,
  at: Pick<Placement, 'desk' | 'owner'> | null,
): Placement {
  return { municipality, role, desk: at?.desk ?? null, owner: at?.owner ?? null }
}
