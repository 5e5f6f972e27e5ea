import { z } from 'zod'
import { isDay } from '#platform/values/dates.ts'

const typed = z.string().trim().default('')
const line = typed.refine((text) => [...text].length <= 200, 'line-too-long')
const isTicked = typed.transform((tick) => tick !== '')

/** Which period a register is written out for, and as what. */
export const RegisterForm = z.object({
  whose: typed,
  from: typed.refine(isDay, 'day-invalid'),
  until: typed.refine(isDay, 'day-invalid'),
  without: isTicked,
  as: z.enum(['csv', 'xlsx']).catch('csv'),
})

const mostMonths = 1200

/** How long a kind is kept, and by which decision. Without months it is preserved. */
export const RetentionForm = z
  .object({
    months: typed.refine(
      (text) => text === '' || (/^\d{1,4}$/.test(text) && Number(text) <= mostMonths),
      'months-invalid',
    ),
    decision: line,
    decidedOn: typed.refine((text) => text === '' || isDay(text), 'day-invalid'),
  })
  .superRefine(({ months, decision, decidedOn }, context) => {
    if (months === '') return
    if (decision === '') context.addIssue({ code: 'custom', path: ['decision'], message: 'decision-missing' })
    if (decidedOn === '')
      context.addIssue({ code: 'custom', path: ['decidedOn'], message: 'decided-on-missing' })
  })
  .transform(({ months, decision, decidedOn }) => ({
    months: months === '' ? null : Number(months),
    decision,
    decidedOn: decidedOn === '' ? null : decidedOn,
  }))
export type RetentionForm = z.infer<typeof RetentionForm>

/** What somebody saw when they confirm a disposal. */
export const ConfirmForm = z.object({
  rule: z.coerce.number().int().catch(0),
  until: z.iso
    .datetime({ offset: true })
    .catch('1970-01-01T00:00:00Z')
    .transform((at) => new Date(at)),
  count: z.coerce.number().int().catch(-1),
  sure: typed.refine((tick) => tick !== '', 'sure-missing'),
})
export type ConfirmForm = z.infer<typeof ConfirmForm>

const matterNumber = typed
  .refine((text) => /^\d{4}-\d{1,9}$/.test(text), 'number-invalid')
  .transform((text) => {
    const [year = 0, number = 0] = text.split('-').map(Number)
    return { year, number }
  })

/** A matter that is kept whatever its period says, and why. */
export const HoldForm = z.object({
  matter: matterNumber,
  reason: line.refine((text) => text !== '', 'reason-missing'),
})

/** Whom something is looked for on; too short a text would find everybody. */
export const SoughtForm = z.object({
  sought: line.refine((text) => [...text].length >= 4, 'sought-too-short'),
})
