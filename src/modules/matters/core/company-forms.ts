import { z } from 'zod'
import { line, lines } from '#platform/values/typed-text.ts'
import { emailLine, longest } from './typed.ts'

/** What a company adds to its matter, or answers. */
export const MessageForm = z.object({
  message: lines(longest.text).refine((text) => text !== '', 'message-missing'),
})

const verdicts = ['solved', 'partly', 'not'] as const

/** What a company says of how its matter ended. */
export const VerdictForm = z.object({
  verdict: z.string().default('').pipe(z.enum(verdicts, 'verdict-missing')),
  verdictText: lines(longest.text),
})

/** Why a company wants its closed matter to be taken up again. */
export const ReopenForm = z.object({
  why: lines(longest.text).refine((text) => text !== '', 'why-missing'),
})

/** A company takes its matter back; it need not say why, but has to tick that it means it. */
export const WithdrawForm = z.object({
  withdrawText: lines(longest.text),
  sure: z
    .string()
    .default('')
    .refine((tick) => tick !== '', 'sure-missing'),
})

/** How a company is reached, and who may know its name. */
export const ContactForm = z
  .object({
    name: line(longest.name),
    email: emailLine,
    phone: line(longest.phone),
    hidden: z.string().default(''),
  })
  .transform(({ hidden, ...contact }) => ({
    ...contact,
    nameFor: hidden === '' ? ('all' as const) : ('answerer' as const),
  }))
