import type { CellGrid, GridMunicipality, NamedPerson, Status } from '#modules/programme'
import type { Bilingual } from '#platform/values/locale.ts'
import type { Activity } from './activity.ts'

/** Something that somebody is responsible for: as its owner, or as the owner's deputy. */
export interface Held {
  readonly kind: 'cell' | 'activity'
  /** An intervention's id, or an activity's. */
  readonly thing: string
  readonly municipality: GridMunicipality
  readonly name: Bilingual
  readonly status: Status
  readonly part: 'owner' | 'deputy'
  readonly owner: NamedPerson | null
  readonly deputy: NamedPerson | null
}

/** The name of one thing in a form. */
export function keyOf({ kind, thing, municipality }: Pick<Held, 'kind' | 'thing' | 'municipality'>): string {
  return `${kind}-${municipality.code}-${thing}`
}

/** All that is a person's: cells first, then activities, what they own before what they deputise. */
export function heldBy(person: string, grid: CellGrid, activities: readonly Activity[]): readonly Held[] {
  const cells = grid.entries.flatMap(({ cell, municipality, intervention }) =>
    cell === null
      ? []
      : partsOf(person, cell).map((part) => ({
          kind: 'cell' as const,
          thing: intervention.id,
          name: intervention.name,
          municipality,
          part,
          status: cell.status,
          owner: cell.owner,
          deputy: cell.deputy,
        })),
  )
  const others = activities.flatMap(({ inside, id, title, municipality, status }) =>
    inside === null
      ? []
      : partsOf(person, inside).map((part) => ({
          kind: 'activity' as const,
          thing: id,
          name: { sv: title, en: '' },
          municipality,
          part,
          status,
          owner: inside.owner,
          deputy: inside.deputy,
        })),
  )
  return [...cells, ...others].toSorted((a, b) => (a.part === b.part ? 0 : a.part === 'owner' ? -1 : 1))
}

function partsOf(
  person: string,
  { owner, deputy }: { readonly owner: NamedPerson | null; readonly deputy: NamedPerson | null },
): readonly ('owner' | 'deputy')[] {
  if (owner?.id === person) return ['owner']
  return deputy?.id === person ? ['deputy'] : []
}

/** Nobody is chosen by this word, a person by their id. */
export const nobody = 'nobody'
const longestReason = 300

export interface Passing {
  readonly held: Held
  readonly to: string | null
  /** Why there is nobody yet. */
  readonly reason: string | null
}

/** Who holds a role in a municipality, by its code. */
export type PeopleIn = (municipality: string) => ReadonlySet<string>

/**
 * What a hand-over form says: for each thing the one chosen for it, else the one chosen for all of its municipality.
 * What the form did not ask about stays as it is.
 */
export function passingsIn(
  held: readonly Held[],
  typed: Readonly<Record<string, string>>,
  peopleIn: PeopleIn,
): { readonly passings: readonly Passing[]; readonly errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {}
  const passings = held
    .filter((one) => typed[`to-${keyOf(one)}`] !== undefined)
    .map((one) => passingOf(one, typed, (field, problem) => (errors[field] ??= problem), peopleIn))
  return { passings, errors }
}

function passingOf(
  held: Held,
  typed: Readonly<Record<string, string>>,
  say: (field: string, problem: string) => void,
  peopleIn: PeopleIn,
): Passing {
  const { code } = held.municipality
  const key = keyOf(held)
  const isOwn = (typed[`to-${key}`] ?? '') !== ''
  const field = isOwn ? `to-${key}` : `all-${code}`
  const to = typed[field] ?? ''
  if (to === nobody) {
    const reason = written(typed, `why-${key}`) || written(typed, `reason-${code}`)
    const wrong = whatOfReason(reason, held.part)
    if (wrong) say(isOwn ? `why-${key}` : `reason-${code}`, wrong)
    return { held, to: null, reason: reason || null }
  }
  if (to === '') say(field, 'nobody-chosen')
  else if (!peopleIn(code).has(to)) say(field, 'owner-not-here')
  return { held, to, reason: null }
}

function written(typed: Readonly<Record<string, string>>, field: string): string {
  return (typed[field] ?? '').trim()
}

function whatOfReason(reason: string, part: Held['part']): 'why-nobody-missing' | 'text-too-long' | null {
  // Whoever has no deputy need not say why.
  if (reason === '') return part === 'owner' ? 'why-nobody-missing' : null
  return [...reason].length > longestReason ? 'text-too-long' : null
}

/** Who is responsible for a thing, by their ids. */
export interface Responsible {
  readonly owner: string | null
  readonly deputy: string | null
}

export function responsibleFor({ owner, deputy }: Pick<Held, 'owner' | 'deputy'>): Responsible {
  return { owner: owner?.id ?? null, deputy: deputy?.id ?? null }
}

/** Who is responsible for a thing once it has been passed on. Nobody is their own deputy. */
export function responsibleAfter({ held, to }: Passing): Responsible {
  const { owner, deputy } = responsibleFor(held)
  if (held.part === 'owner') return { owner: to, deputy: deputy === to ? null : deputy }
  return { owner, deputy: to === owner ? null : to }
}
