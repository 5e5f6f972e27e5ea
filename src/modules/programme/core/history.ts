import { z } from 'zod'
import type { Word } from './cell.ts'
import { Status } from './status.ts'

// Read back from the audit log, which outlives this code: a part that an old entry lacks counts as empty.
const KeptWord = z.object({
  status: Status,
  text: z.string(),
  owner: z.string().nullable().default(null),
  deputy: z.string().nullable().default(null),
  milestone: z.string().nullable().default(null),
  milestoneOn: z.string().nullable().default(null),
})

/** The parts of a word, in the order they are told. */
export const wordFields = [
  'status',
  'text',
  'owner',
  'deputy',
  'milestone',
  'milestoneOn',
] as const satisfies readonly (keyof Word)[]
export type WordField = (typeof wordFields)[number]

export interface WordChange {
  readonly field: WordField
  readonly before: string | null
  readonly after: string | null
}

/** What differs between two words; an absent one has nothing in any part. */
export function changedFields(before: Word | null, after: Word | null): readonly WordChange[] {
  return wordFields
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => change.before !== change.after)
}

/** A word as the audit log kept it; null when there was none, or it cannot be read any more. */
export function keptWord(kept: unknown): Word | null {
  const parsed = KeptWord.safeParse(kept)
  return parsed.success ? parsed.data : null
}
