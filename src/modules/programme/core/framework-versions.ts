import { z } from 'zod'
import { BilingualText } from '#platform/values/bilingual.ts'
import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import type { Bilingual } from '#platform/values/locale.ts'
import type { PartKind } from './framework.ts'

/** What a part of the framework said at one time, whichever kind it is: the parts of it that a kind lacks are null. */
export interface PartSaid {
  readonly name: Bilingual
  /** The vision, what a goal or a status means, an area's main strategy, what an intervention is. */
  readonly text: Bilingual
  /** A goal's, an area's or a status's place, an intervention's number. */
  readonly place: number | null
  /** The goal of an area, the area of an intervention. */
  readonly parent: string | null
  readonly indicators: readonly string[]
  readonly isProposal: boolean | null
  readonly isRetired: boolean
}

export type FrameworkKind = PartKind | 'programme'

export interface PartVersion {
  readonly kind: FrameworkKind
  readonly id: string
  readonly version: number
  /** Null where it has said so for as long as is known. */
  readonly since: Date | null
  readonly said: PartSaid
}

// A row as the database kept it, which outlives this code: what an old one lacks counts as absent.
const KeptPart = z
  .object({
    name: BilingualText,
    text: BilingualText.optional(),
    vision: BilingualText.optional(),
    strategy: BilingualText.optional(),
    position: z.number().optional(),
    number: z.number().optional(),
    goal_id: z.string().optional(),
    area_id: z.string().optional(),
    indicator_ids: z.array(z.string()).default([]),
    is_proposal: z.boolean().nullable().default(null),
    retired_at: z.string().nullable().default(null),
  })
  .transform((kept): PartSaid => ({
    name: kept.name,
    text: kept.text ?? kept.vision ?? kept.strategy ?? { sv: '', en: '' },
    place: kept.number ?? kept.position ?? null,
    parent: kept.area_id ?? kept.goal_id ?? null,
    indicators: kept.indicator_ids,
    isProposal: kept.is_proposal,
    isRetired: kept.retired_at !== null,
  }))

/** What a part said, from the row that the database kept of it. */
export function partSaid(kept: unknown): PartSaid {
  return KeptPart.parse(kept)
}

/** The fields of a part, in the order they are told. */
export const partFields = [
  'name',
  'text',
  'place',
  'parent',
  'indicators',
  'isProposal',
  'isRetired',
] as const satisfies readonly (keyof PartSaid)[]
export type PartField = (typeof partFields)[number]

/** One change of one part. */
export interface PartChanged {
  readonly kind: FrameworkKind
  readonly id: string
  readonly at: Date
  /** Null where the part was new. */
  readonly before: PartSaid | null
  readonly after: PartSaid
  /** What differs; nothing where the part was new. */
  readonly fields: readonly PartField[]
}

/** The framework as it was left at the end of a day on which it was changed. */
export interface FrameworkVersion {
  /** Counts from one, which is how the framework was to begin with. */
  readonly number: number
  readonly day: IsoDay
  /** The latest first. */
  readonly changes: readonly PartChanged[]
}

/** The framework's versions, the newest first: one for each day on which something in it was changed. */
export function frameworkVersions(versions: readonly PartVersion[]): readonly FrameworkVersion[] {
  const byDay = Map.groupBy(changesAmong(versions), ({ at }) => dayOf(at))
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, changes], at) => ({
      number: at + 2,
      day,
      changes: changes.toSorted((a, b) => b.at.getTime() - a.at.getTime()),
    }))
    .toReversed()
}

function changesAmong(versions: readonly PartVersion[]): readonly PartChanged[] {
  const byPart = Map.groupBy(versions, ({ kind, id }) => `${kind} ${id}`)
  return [...byPart.values()].flatMap((ofPart) => {
    const inOrder = ofPart.toSorted((a, b) => a.version - b.version)
    return inOrder.flatMap(({ kind, id, since, said }, at): PartChanged[] => {
      if (since === null) return []
      const before = inOrder[at - 1]?.said ?? null
      return [{ kind, id, at: since, before, after: said, fields: before ? changedIn(before, said) : [] }]
    })
  })
}

function changedIn(before: PartSaid, after: PartSaid): readonly PartField[] {
  return partFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}
