import { z } from 'zod'

/** A `Bilingual` as it comes from outside. Apart from its type, so that zod stays out of what the browser loads. */
export const BilingualText = z.object({ sv: z.string(), en: z.string() })
