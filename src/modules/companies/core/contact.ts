import { z } from 'zod'
import { email, longest, needed, ticked, upTo } from './fields.ts'

/** Whom one meets at a company. Personal data: read by the municipality that wrote it, and by others if it is shared. */
export interface Contact {
  readonly id: string
  /** The municipality that has written it, by its code. */
  readonly municipality: string
  readonly name: string
  /** What the person is there: owner, site manager. */
  readonly title: string
  readonly email: string
  readonly phone: string
  readonly isShared: boolean
  /** When the person said that they may be asked by mail. */
  readonly agreedAt: Date | null
}

/** What is written of a contact. The messages are names of reasons. */
export const ContactForm = z
  .object({
    name: needed(longest.line, 'contact-name-missing'),
    title: upTo(longest.line),
    email,
    phone: upTo(longest.line),
    isShared: ticked,
    hasAgreed: ticked,
  })
  .refine((form) => !form.hasAgreed || form.email !== '', { path: ['email'], error: 'email-for-asking' })
export type ContactForm = z.infer<typeof ContactForm>
