import { z } from 'zod'

export const longestDeskName = 80

/** Where in a town hall matters are taken. */
export interface Desk {
  readonly id: string
  readonly name: string
  readonly owner: string | null
  readonly deputy: string | null
}

const typed = z.string().trim().default('')
const person = typed
  .refine((id) => id === '' || z.uuid().safeParse(id).success, 'person-unknown')
  .transform((id) => (id === '' ? null : id))

/** The form in which a desk is opened or changed. */
export const DeskForm = z.object({
  name: typed
    .refine((name) => name !== '', 'name-missing')
    .refine((name) => [...name].length <= longestDeskName, 'text-too-long'),
  owner: person,
  deputy: person,
  /** The desk as it was when the form was shown. */
  seen: typed,
})
export type DeskForm = z.infer<typeof DeskForm>

/** What a form carries along of the desk that it was filled in against. */
export function seenDesk({ name, owner, deputy }: Omit<Desk, 'id'>): string {
  return JSON.stringify([name, owner, deputy])
}

/** The form by which a desk is closed; `to` is where what stands there goes. */
export const CloseDeskForm = z.object({ to: typed.transform((id) => (id === '' ? null : id)) })
