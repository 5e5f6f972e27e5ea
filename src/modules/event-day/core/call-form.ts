import { z } from 'zod'

/** What is said of a round's time. */
export const CallForm = z.object({
  round: z.coerce.number('unknown').int('unknown').min(0, 'unknown').max(49, 'unknown'),
  did: z.enum(['began', 'ended', 'longer', 'as-planned'], 'unknown'),
  minutes: z.coerce.number('minutes').int('minutes').min(1, 'minutes').max(60, 'minutes').default(5),
  /** Left empty for now. */
  time: z
    .string()
    .default('')
    .transform((typed) => typed.trim().replace('.', ':'))
    .pipe(z.union([z.literal(''), z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)], 'time')),
  /** The last word on the rounds' times when the page was shown. */
  seen: z.coerce.number('unknown').int('unknown').min(0, 'unknown'),
})
export type CallForm = z.infer<typeof CallForm>
