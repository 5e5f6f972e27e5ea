import { z } from 'zod'

/** The version that a form was filled in against. One that is lost or broken is a version that never was. */
export const SeenVersion = z.object({
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .catch(0),
})
