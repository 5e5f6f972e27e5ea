import { z } from 'zod'
import { statuses, type ActivityWord } from './activity.ts'

// Read back from the audit log, which outlives this code: a part that an old entry lacks counts as empty.
const KeptWord = z.object({
  intervention: z.string().default(''),
  title: z.string().default(''),
  aim: z.string().default(''),
  text: z.string().default(''),
  body: z.string().nullable().default(null),
  joined: z.array(z.string()).default([]),
  status: z.enum(statuses),
  reason: z.string().nullable().default(null),
  owner: z.string().nullable().default(null),
  deputy: z.string().nullable().default(null),
  startsOn: z.string().nullable().default(null),
  endsOn: z.string().nullable().default(null),
  budget: z.number().nullable().default(null),
  paidBy: z.string().nullable().default(null),
  milestones: z
    .array(z.object({ number: z.number(), text: z.string(), on: z.string().nullable() }))
    .default([]),
})

/** The parts of a word, in the order they are told. */
export const wordFields = [
  'title',
  'aim',
  'text',
  'intervention',
  'body',
  'joined',
  'status',
  'reason',
  'owner',
  'deputy',
  'startsOn',
  'endsOn',
  'budget',
  'paidBy',
  'milestones',
] as const satisfies readonly (keyof ActivityWord)[]
export type WordField = (typeof wordFields)[number]

/** The parts in which two words differ; an absent one has nothing in any part. */
export function changedFields(before: ActivityWord | null, after: ActivityWord | null): readonly WordField[] {
  const inPlainText = (word: ActivityWord | null, field: WordField) => {
    const value = word?.[field] ?? null
    return value === null || value === '' || (Array.isArray(value) && value.length === 0)
      ? ''
      : JSON.stringify(value)
  }
  return wordFields.filter((field) => inPlainText(before, field) !== inPlainText(after, field))
}

/** A word as the audit log kept it; null when there was none, or it cannot be read any more. */
export function keptWord(kept: unknown): ActivityWord | null {
  const parsed = KeptWord.safeParse(kept)
  return parsed.success ? parsed.data : null
}
