import { z } from 'zod'
import type { IsoDay } from '#platform/values/dates.ts'
import type { ContactForm } from './contact.ts'
import { day, email, id, longest, needed, ticked, upTo } from './fields.ts'
import { hearingBack, type HearBack } from './visit.ts'

/** How many promises a form has room for. */
export const promiseNumbers = [1, 2, 3] as const

const common = {
  municipality: upTo(longest.line),
  on: day.refine((text) => text !== '', 'day-missing'),
  /** The planned visit that this is. */
  planned: id,
}

/** A visit that is to come. */
export const PlanForm = z.object(common)
export type PlanForm = z.infer<typeof PlanForm>

/** What is put right in what was written of a visit. */
export const CorrectionForm = z.object({ correction: needed(longest.text, 'correction-missing') })

const Fields = z.object({
  ...common,
  went: upTo(longest.line),
  said: needed(longest.text, 'said-missing'),
  inside: upTo(longest.text),
  hearBack: upTo(longest.line).transform((text) => hearingBack.find((one) => one === text) ?? null),
  contact: id,
  contactName: upTo(longest.line),
  contactTitle: upTo(longest.line),
  contactEmail: email,
  contactPhone: upTo(longest.line),
  contactAgreed: ticked,
  share: ticked,
})

interface PromiseSaid {
  readonly text: string
  readonly dueOn: IsoDay
  readonly owner: string
  /** Which of the form's promises, for what is wrong with it. */
  readonly number: number
}

/** What is said of a visit, as a form finishes it. */
export interface VisitForm {
  readonly municipality: string
  readonly on: IsoDay
  readonly planned: string
  readonly went: string
  readonly said: string
  readonly inside: string
  readonly hearBack: HearBack | null
  /** The id of somebody known; empty for nobody. */
  readonly contact: string
  /** Somebody who was not known. */
  readonly newContact: ContactForm | null
  readonly share: boolean
  readonly promises: readonly PromiseSaid[]
}

/** A visit that has been, field by field. The messages are names of reasons. */
export const VisitForm = Fields.catchall(z.string())
  .superRefine((form, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    const isMet = [form.contactTitle, form.contactEmail, form.contactPhone].some((text) => text !== '')
    if (form.contactName === '' && (isMet || form.contactAgreed)) say('contactName', 'contact-name-missing')
    if (form.contactAgreed && form.contactEmail === '') say('contactEmail', 'email-for-asking')
    for (const { number, text, dueOn } of promisesIn(form)) {
      if ([...text].length > longest.promise) say(`promise-${number}`, 'text-too-long')
      if (text === '') say(`promise-${number}`, 'promise-missing')
      if (!day.safeParse(dueOn).success) say(`promiseOn-${number}`, 'day-invalid')
      else if (dueOn === '') say(`promiseOn-${number}`, 'due-missing')
      else if (dueOn < form.on) say(`promiseOn-${number}`, 'due-before-visit')
    }
  })
  .transform((form): VisitForm => ({
    municipality: form.municipality,
    on: form.on,
    planned: form.planned,
    went: form.went,
    said: form.said,
    inside: form.inside,
    hearBack: form.hearBack,
    contact: form.contact,
    newContact:
      form.contactName === ''
        ? null
        : {
            name: form.contactName,
            title: form.contactTitle,
            email: form.contactEmail,
            phone: form.contactPhone,
            hasAgreed: form.contactAgreed,
            isShared: false,
          },
    share: form.share,
    promises: promisesIn(form),
  }))

/** The promises of which anything was written; an owner alone promises nothing. */
function promisesIn(form: Readonly<Record<string, unknown>>): readonly PromiseSaid[] {
  const said = (name: string) => {
    const value = form[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  return promiseNumbers
    .map((number) => ({
      number,
      text: said(`promise-${number}`),
      dueOn: said(`promiseOn-${number}`),
      owner: said(`promiseOwner-${number}`),
    }))
    .filter(({ text, dueOn }) => text !== '' || dueOn !== '')
}
