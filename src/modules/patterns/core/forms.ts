import { z } from 'zod'
import { cleaned } from '#platform/values/cleaned.ts'
import { isDay } from '#platform/values/dates.ts'
import { SeenVersion } from '#platform/values/seen-version.ts'

export const longest = {
  title: 120,
  text: 2000,
  voice: 600,
  sentence: 240,
  source: 200,
  table: 100_000,
} as const

const typed = z.string().trim().default('')
const needed = (limit: number, missing: string) =>
  typed.refine((text) => text !== '', missing).refine((text) => [...text].length <= limit, 'text-too-long')
// It becomes a heading or the subject of a letter, which are one line.
const title = needed(longest.title, 'title-missing').transform(cleaned)

const words = { title, obstacle: needed(longest.text, 'obstacle-missing') }
const answer = { cameOf: needed(longest.text, 'came-missing') }

/** What somebody does with a pattern, by the button that they press. The messages are names of reasons. */
export const PatternForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('confirm'), ...words }),
  z.object({ do: z.literal('rewrite'), ...words, ...SeenVersion.shape }),
  z.object({ do: z.literal('dismiss'), because: needed(longest.text, 'because-missing') }),
  z.object({ do: z.literal('voice'), voice: needed(longest.voice, 'voice-missing') }),
  z.object({ do: z.literal('remove-voice'), id: z.coerce.number().int() }),
  z.object({
    do: z.literal('add-matter'),
    matter: typed.refine((text) => /^\d{4}-\d{1,9}$/.test(text), 'matter-unknown'),
  }),
  z.object({ do: z.literal('remove-matter'), id: z.uuid('matter-unknown') }),
  z.object({ do: z.literal('note'), asked: needed(longest.text, 'asked-missing'), ...SeenVersion.shape }),
  z.object({
    do: z.literal('theme'),
    theme: title,
    question: needed(longest.text, 'question-missing'),
    ...SeenVersion.shape,
  }),
  z.object({ do: z.literal('intervention'), intervention: needed(200, 'intervention-missing') }),
  z.object({
    do: z.literal('sentence'),
    sentence: needed(longest.sentence, 'sentence-missing').transform(cleaned),
    ...SeenVersion.shape,
  }),
  z.object({ do: z.literal('take-back') }),
  z.object({ do: z.literal('preview'), ...answer }),
  z.object({ do: z.literal('edit-answer'), ...answer }),
  z.object({ do: z.literal('return'), ...answer }),
  z.object({ do: z.literal('return-rest') }),
])
export type PatternForm = z.infer<typeof PatternForm>

export const RegisterForm = z.object({
  source: needed(longest.source, 'source-missing').transform(cleaned),
  asOf: typed.refine(isDay, 'day-invalid'),
  table: needed(longest.table, 'table-missing'),
})
