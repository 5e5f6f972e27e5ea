import { z } from 'zod'
import { endings } from './commitment.ts'
import { voices } from './note.ts'
import { fates } from './summary.ts'

/** The shape of `example-held-event.json`: a made-up event that is over. Notes are named by their place, from 1. */
export const HeldFile = z.object({
  event: z.looseObject({ title: z.string(), inDays: z.number().int() }),
  intro: z.string(),
  notes: z.array(
    z.object({
      table: z.string(),
      question: z.number().int(),
      voice: z.enum(voices),
      texts: z.array(z.string()),
    }),
  ),
  points: z.array(
    z.object({ notes: z.array(z.number().int()), fate: z.enum(fates), fateText: z.string().default('') }),
  ),
  commitments: z.array(
    z.object({
      what: z.string(),
      by: z.string(),
      to: z.string().nullable(),
      table: z.string(),
      note: z.number().int().optional(),
      /** By when, and when it ended, in days from the event. */
      days: z.number().int(),
      intervention: z.string().nullable().default(null),
      isPublic: z.boolean(),
      ending: z.enum(endings).nullable(),
      because: z.string().default(''),
      endedAfter: z.number().int().default(0),
    }),
  ),
  themes: z.array(z.object({ text: z.string(), table: z.string(), note: z.number().int() })),
})
export type HeldFile = z.infer<typeof HeldFile>
