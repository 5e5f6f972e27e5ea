import { z } from 'zod'
import { cleaned } from '#platform/values/cleaned.ts'

export const longest = { name: 120, organisation: 160, email: 254 } as const

const kindsAtDoor = ['company', 'guest', 'leadership'] as const

/** Somebody at the door who is not on the list; with `insteadOf` in the place of one who is. */
export const DoorForm = z.object({
  /** Made when the form was shown: sent twice, it adds one. */
  id: z.uuid('unknown'),
  name: text(longest.name, 'name-missing'),
  organisation: text(longest.organisation, 'organisation-missing'),
  kind: z.enum(kindsAtDoor, 'kind').default('company'),
  email: z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .refine((typed) => typed === '' || z.email().max(longest.email).safeParse(typed).success, 'email'),
})
export type DoorForm = z.infer<typeof DoorForm>
export type NewAtDoor = Omit<DoorForm, 'id'>

function text(most: number, missing: string) {
  return z.string(missing).transform(cleaned).pipe(z.string().min(1, missing).max(most, 'too-long'))
}
