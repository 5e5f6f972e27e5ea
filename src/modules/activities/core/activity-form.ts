import { z } from 'zod'
import { isDay, type IsoDay } from '#platform/values/dates.ts'
import { statuses, type PlannedMilestone } from './activity.ts'

export const longest = { title: 120, aim: 1000, text: 4000, short: 200, reason: 500 } as const

/** How many empty milestones a form offers beside those that are there. */
export const emptyMilestones = 3
const mostMilestones = 40
const joinedField = /^with-(.+)$/
const milestoneField = /^milestone(?:On)?-(\d{1,4})$/

const typed = z.string().trim().default('')
const upTo = (limit: number, problem: string) => typed.refine((text) => [...text].length <= limit, problem)
const needed = (limit: number, missing: string) =>
  upTo(limit, 'text-too-long').refine((text) => text !== '', missing)
const person = typed.refine((id) => id === '' || z.uuid().safeParse(id).success, 'person-unknown')
const day = typed.refine((text) => text === '' || isDay(text), 'day-invalid')
const plainAmount = (text: string) => text.replace(/\s|\.(?=\d{3})|kr$/giu, '')

const Fields = z.object({
  intervention: typed.refine((id) => id !== '', 'intervention-missing'),
  title: needed(longest.title, 'title-missing'),
  aim: needed(longest.aim, 'aim-missing'),
  text: upTo(longest.text, 'text-too-long'),
  body: upTo(longest.short, 'text-too-long'),
  status: typed
    .refine((status) => status !== '', 'status-missing')
    .refine((status) => status === '' || isStatus(status), 'status-unknown'),
  reason: upTo(longest.reason, 'text-too-long'),
  owner: person,
  deputy: person,
  startsOn: day,
  endsOn: day,
  budget: typed.refine((text) => /^\d{0,12}$/.test(plainAmount(text)), 'budget-invalid'),
  paidBy: upTo(longest.short, 'text-too-long'),
  note: upTo(longest.text, 'text-too-long'),
  version: typed.refine((version) => /^\d{1,9}$/.test(version), 'version-missing'),
})
type Filled = z.infer<typeof Fields> & Readonly<Record<string, string>>
type Say = (field: string, message: string) => void

/** What an officer says of an activity: the form, field by field. The issue messages are names of reasons. */
export const ActivityForm = Fields.catchall(z.string())
  .superRefine((form, context) => {
    const say: Say = (field, message) => context.addIssue({ code: 'custom', path: [field], message })
    whoFits(form, say)
    howFits(form, say)
    milestonesFit(form, say)
  })
  .transform((form) => ({
    version: Number(form.version),
    note: form.note,
    word: {
      intervention: form.intervention,
      title: form.title,
      aim: form.aim,
      text: form.text,
      body: form.body || null,
      joined: joinedIn(form),
      status: z.enum(statuses).parse(form.status),
      reason: form.reason || null,
      owner: form.owner || null,
      deputy: form.deputy || null,
      startsOn: form.startsOn || null,
      endsOn: form.endsOn || null,
      budget: form.budget === '' ? null : Number(plainAmount(form.budget)),
      paidBy: form.paidBy || null,
      milestones: milestonesIn(form),
    },
  }))
export type ActivityForm = z.infer<typeof ActivityForm>

function isStatus(text: string): boolean {
  return statuses.some((status) => status === text)
}

/** The statuses that have to say why. */
export const explained = [
  'delayed',
  'stuck',
  'stopped',
] as const satisfies readonly (typeof statuses)[number][]

/** Whether a status has to say why: what is late or over by itself says too little. */
export function needsReason(status: string): boolean {
  return explained.some((one) => one === status)
}

function whoFits(form: Filled, say: Say): void {
  if (form.deputy !== '' && form.deputy === form.owner) say('deputy', 'deputy-is-owner')
  if (form.budget !== '' && form.paidBy === '') say('paidBy', 'payer-missing')
}

function howFits(form: Filled, say: Say): void {
  if (needsReason(form.status) && form.reason === '')
    say('reason', form.status === 'stuck' ? 'stuck-on-missing' : 'reason-missing')
  if (form.startsOn !== '' && form.endsOn !== '' && form.endsOn < form.startsOn)
    say('endsOn', 'ends-before-start')
}

function milestonesFit(form: Filled, say: Say): void {
  const numbers = milestoneNumbers(form)
  if (numbers.length > mostMilestones) say(`milestone-${numbers[0]}`, 'milestones-too-many')
  for (const number of numbers) {
    const { text, on } = milestoneAt(form, number)
    if ([...text].length > longest.short) say(`milestone-${number}`, 'text-too-long')
    if (text === '' && on !== '') say(`milestone-${number}`, 'milestone-missing')
    if (on !== '' && !isDay(on)) say(`milestoneOn-${number}`, 'day-invalid')
  }
}

function milestoneNumbers(form: Filled): readonly number[] {
  const numbers = Object.keys(form).flatMap((name) => {
    const number = Number(milestoneField.exec(name)?.[1] ?? 0)
    return number > 0 ? [number] : []
  })
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}

function milestoneAt(form: Filled, number: number): { readonly text: string; readonly on: IsoDay } {
  return {
    text: (form[`milestone-${number}`] ?? '').trim(),
    on: (form[`milestoneOn-${number}`] ?? '').trim(),
  }
}

// In the order of their days; those without a day last, as they were numbered.
function milestonesIn(form: Filled): readonly PlannedMilestone[] {
  return milestoneNumbers(form)
    .map((number) => ({ number, ...milestoneAt(form, number) }))
    .filter(({ text }) => text !== '')
    .map(({ number, text, on }) => ({ number, text, on: on || null }))
    .toSorted((a, b) => (a.on ?? '9').localeCompare(b.on ?? '9') || a.number - b.number)
}

function joinedIn(form: Filled): readonly string[] {
  return Object.keys(form)
    .flatMap((name) => joinedField.exec(name)?.[1] ?? [])
    .toSorted()
}
