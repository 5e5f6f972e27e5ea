import { z } from 'zod'
import type { Figure } from '#modules/statistics'

const text = (longest: number) => z.string().trim().default('').pipe(z.string().max(longest, 'text-too-long'))

/** `12,5`, `1 234`, `–3`: as people write it. A point is a decimal sign, too; nothing but spaces parts thousands. */
const amount = text(30)
  .transform((typed) => typed.replaceAll(/\s/g, '').replace(/^[–−]/, '-').replace(',', '.'))
  .pipe(z.string().regex(/^(?:-?\d{1,12}(?:\.\d{1,6})?)?$/, 'value-invalid'))
  .transform((typed) => (typed === '' ? null : Number(typed)))

const reasons = ['too-few-answers', 'not-participated', 'not-yet-published', 'discontinued'] as const

/** The reasons a person can give for there being no value. */
export const reasonsByHand = reasons

/** A figure as a person enters it: of which municipality and year, what it is or why there is none, and where it stands. */
export const EntryForm = z
  .object({
    indicator: text(100).pipe(z.string().min(1, 'indicator-missing')),
    municipality: text(20).pipe(z.string().min(1, 'municipality-missing')),
    gender: z.enum(['all', 'women', 'men'], 'gender-invalid').default('all'),
    year: text(20)
      .pipe(z.string().regex(/^(?:19|20)\d\d$/, 'year-invalid'))
      .transform(Number),
    value: amount,
    missing: z.union([z.literal('').transform(() => null), z.enum(reasons)], 'reason-invalid').default(null),
    preliminary: z
      .literal('on')
      .optional()
      .transform((said) => said === 'on'),
    takenFrom: text(300).pipe(z.string().min(1, 'taken-from-missing')),
    note: text(500).transform((said) => said || null),
  })
  .superRefine((form, context) => {
    const wrong = (field: 'value', message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (form.value === null && form.missing === null) wrong('value', 'value-missing')
    if (form.value !== null && form.missing !== null) wrong('value', 'value-and-reason')
  })
  .transform(({ indicator, municipality, takenFrom, value, missing, preliminary, ...form }): EntryDraft => ({
    indicator,
    takenFrom,
    figure: {
      place: municipality,
      gender: form.gender,
      year: form.year,
      isPreliminary: preliminary,
      note: form.note,
      ...(value === null ? { value, missing: missing ?? 'not-yet-published' } : { value, missing: null }),
    },
  }))

/** A figure that somebody enters. */
export interface EntryDraft {
  readonly indicator: string
  readonly figure: Figure
  /** Where it stands: a document, a register. */
  readonly takenFrom: string
}
