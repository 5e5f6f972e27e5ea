import { z } from 'zod'

/** The shape of a file in `data/supports`: a support's word, who gives it, and what it says, which is read as the form reads it. */
export const PlantedSupport = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  giver: z.strictObject({ id: z.string(), name: z.string() }),
  content: z.unknown(),
})
