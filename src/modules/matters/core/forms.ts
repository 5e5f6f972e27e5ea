import { z } from 'zod'
import { isDay } from '#platform/values/dates.ts'
import { unknownFields } from './fields.ts'
import { outcomes, type MatterOutcome } from './outcome.ts'
import { mostSteps, type Step } from './plan.ts'

/** What may be written in one entry, in characters as a person counts them. */
export const longestEntry = 10_000
const longestLine = 200

// A missing field and an empty one are the same to who fills in a form.
const typed = z.string().trim().default('')

function line(missing: string) {
  return typed.refine((text) => text !== '', missing).refine(atMost(longestLine), 'line-too-long')
}

const optionalLine = typed.refine(atMost(longestLine), 'line-too-long')

const text = typed
  .refine((written) => written !== '', 'text-missing')
  .refine(atMost(longestEntry), 'text-too-long')

const toTheCompany = text.refine((written) => unknownFields(written).length === 0, 'field-unknown')

function atMost(limit: number) {
  return (written: string) => [...written].length <= limit
}

const version = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .catch(0)

/** What was seen when a text was begun: the version of the draft, and the last entry of the thread. */
export const Seen = z.object({ draft: version, last: version })
export type Seen = z.infer<typeof Seen>

/** An answer, or what was said on the phone or at a visit. */
export const AnswerForm = z.object({
  text: toTheCompany,
  way: z.enum(['page', 'phone', 'visit']).catch('page'),
  asks: z
    .string()
    .optional()
    .transform((asks) => asks !== undefined),
})
export type AnswerForm = z.infer<typeof AnswerForm>

export const stepFields = Array.from({ length: mostSteps }, (_, index) => ({
  on: `on-${index + 1}`,
  text: `step-${index + 1}`,
}))

/** A plan: what is said of it, and at least one day. */
export const PlanForm = z
  .object({
    text: typed
      .refine(atMost(longestEntry), 'text-too-long')
      .refine((written) => unknownFields(written).length === 0, 'field-unknown'),
  })
  .catchall(z.string())
  .transform((form, context) => {
    const steps = stepFields.flatMap((names) => {
      const step = { on: (form[names.on] ?? '').trim(), text: (form[names.text] ?? '').trim() }
      const problem = stepProblem(step)
      if (problem) context.addIssue({ code: 'custom', path: [names[problem.at]], message: problem.name })
      return step.on === '' && step.text === '' ? [] : [step]
    })
    if (steps.length === 0) context.addIssue({ code: 'custom', path: ['step-1'], message: 'step-missing' })
    return { text: form.text, steps }
  })

function stepProblem({ on, text: what }: Step): { at: 'on' | 'text'; name: string } | null {
  if (on === '' && what === '') return null
  if (what === '') return { at: 'text', name: 'step-text-missing' }
  if ([...what].length > longestLine) return { at: 'text', name: 'line-too-long' }
  return isDay(on) ? null : { at: 'on', name: on === '' ? 'step-day-missing' : 'day-invalid' }
}

/** A note to one's own town hall, or to all who have a part. */
export const NoteForm = z.object({ text, audience: z.enum(['own', 'parts']).catch('own') })
export type NoteForm = z.infer<typeof NoteForm>

/** How a matter ends, and a word about it. */
export const CloseForm = z
  .object({
    outcome: typed.refine((said) => (outcomes as readonly string[]).includes(said), 'outcome-missing'),
    law: optionalLine,
    text: toTheCompany,
  })
  .superRefine(({ outcome, law }, context) => {
    if (outcome === 'not-possible' && law === '')
      context.addIssue({ code: 'custom', path: ['law'], message: 'law-missing' })
  })
  .transform(({ outcome, law, text: word }) => ({
    outcome: outcome as MatterOutcome,
    law: outcome === 'not-possible' ? law : null,
    text: word,
  }))
export type CloseForm = z.infer<typeof CloseForm>

/** The paragraph that may make a matter secret; empty takes the mark away. */
export const SecrecyForm = z.object({ secrecy: optionalLine })

/** A text that is often written. */
export const TemplateForm = z.object({ name: line('name-missing'), text: toTheCompany })
export type TemplateForm = z.infer<typeof TemplateForm>

/** The number of the matter that another one is answered together with. */
export const JoinForm = z.object({
  other: typed.refine((written) => /^\d{4}-\d{1,9}$/.test(written), 'number-invalid'),
})

/** A matter that came by word of mouth, as an officer writes it down. */
export const SpokenForm = z
  .object({
    municipality: typed,
    way: z.enum(['phone', 'mail', 'visit', 'round-table']).catch('phone'),
    topic: typed.refine((topic) => topic !== '', 'topic-missing'),
    subject: line('subject-missing'),
    text,
    company: optionalLine,
    number: optionalLine,
    name: optionalLine,
    phone: optionalLine,
    email: optionalLine.refine(
      (address) => address === '' || z.email().safeParse(address).success,
      'email-invalid',
    ),
    locality: optionalLine,
  })
  .superRefine(({ company, name }, context) => {
    if (company === '' && name === '')
      context.addIssue({ code: 'custom', path: ['company'], message: 'sender-missing' })
  })
export type SpokenForm = z.infer<typeof SpokenForm>
