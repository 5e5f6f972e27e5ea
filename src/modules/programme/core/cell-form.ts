import { z } from 'zod'
import { Status } from './status.ts'

/** The most that a word's text may hold, in characters as a person counts them. */
const longestText = 1000
export const longestMilestone = 200

function atMost(limit: number) {
  return (text: string) => [...text].length <= limit
}

// A missing field and an empty one are the same to who fills in a form.
const typed = z.string().trim().default('')

const person = typed.refine((id) => id === '' || z.uuid().safeParse(id).success, 'person-unknown')

// The calendar of the form is wider than any milestone, and wider than what the database takes for a day.
const day = typed.refine(
  (text) => text === '' || (z.iso.date().safeParse(text).success && /^(20\d\d|2100)-/.test(text)),
  'day-invalid',
)

function fieldsFit(
  form: { owner: string; deputy: string; milestone: string; milestoneOn: string },
  context: z.RefinementCtx,
): void {
  const say = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (form.deputy !== '' && form.deputy === form.owner) say('deputy', 'deputy-is-owner')
  if (form.milestone === '' && form.milestoneOn !== '') say('milestone', 'milestone-missing')
  if (form.milestone !== '' && form.milestoneOn === '') say('milestoneOn', 'day-missing')
}

/** What an officer says of one intervention: the form, field by field. The issue messages are names of reasons. */
export const CellForm = z
  .object({
    status: typed
      .refine((status) => status !== '', 'status-missing')
      .refine((status) => status === '' || Status.safeParse(status).success, 'status-unknown'),
    text: typed.refine((text) => text !== '', 'text-missing').refine(atMost(longestText), 'text-too-long'),
    owner: person,
    deputy: person,
    milestone: typed.refine(atMost(longestMilestone), 'milestone-too-long'),
    milestoneOn: day,
    // A form that has lost it would otherwise pass for one about a cell that nobody has spoken for.
    version: typed.refine((version) => /^\d{1,9}$/.test(version), 'version-missing'),
  })
  .superRefine(fieldsFit)
  .transform((form) => ({
    status: Status.parse(form.status),
    text: form.text,
    owner: form.owner || null,
    deputy: form.deputy || null,
    milestone: form.milestone || null,
    milestoneOn: form.milestoneOn || null,
    version: Number(form.version),
  }))
export type CellForm = z.infer<typeof CellForm>
