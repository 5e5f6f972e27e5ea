import { z } from 'zod'
import { required, text, wholeNumber } from './form-fields.ts'
import type { Target } from './indicator.ts'

/** A target as it is written down: what is to be reached where and when, and who decided it. */
export interface TargetDraft extends Target {
  /** Where the decision can be read; null where it is not public. */
  readonly url: string | null
}

/** `12,5`, `1 234`, `–3`: as people write it. A point is a decimal sign, too; nothing but spaces parts thousands. */
const amount = text(30)
  .transform((typed) => typed.replaceAll(/\s/g, '').replace(/^[–−]/, '-').replace(',', '.'))
  .pipe(z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, 'target-value-invalid'))
  .transform(Number)

const address = text(500)
  .pipe(z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'url-invalid' })], 'url-invalid'))
  .transform((typed) => typed || null)

/** The form that writes down a target; an empty place is the region. */
export const TargetForm = z
  .object({
    place: text(10).transform((code) => code || null),
    year: wholeNumber(1900, 2100, 'target-year-invalid'),
    value: amount,
    decidedBy: required(200, 'decided-by-missing'),
    decidedOn: text(10).pipe(z.iso.date('day-invalid').regex(/^(20\d\d|2100)-/, 'day-invalid')),
    url: address,
  })
  .superRefine((form, context) => {
    if (form.year < Number(form.decidedOn.slice(0, 4)))
      context.addIssue({ code: 'custom', path: ['year'], message: 'target-year-passed' })
  })
  .transform((form): TargetDraft => form)
