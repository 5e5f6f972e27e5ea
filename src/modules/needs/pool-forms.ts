import { z } from 'zod'
import { cleaned, cleanedLines } from '#platform/values/cleaned.ts'
import { isDay } from '#platform/values/dates.ts'

export const longestWords = { title: 120, provider: 120, words: 2000, price: 200 } as const
/** How many days can be offered. */
export const dayNumbers = [1, 2, 3] as const

const typed = z.string().trim().default('')
const line = (limit: number, missing: string) =>
  typed
    .refine((text) => text !== '', missing)
    .refine((text) => [...text].length <= limit, 'text-too-long')
    .transform(cleaned)
const optionalDay = typed.refine((text) => text === '' || isDay(text), 'day-invalid')
const count = (least: number) =>
  typed.refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= least, 'seats-invalid').transform(Number)

type Filled = Readonly<Record<string, unknown>>

/** What is ticked among fields that begin so. */
function ticked(form: Filled, prefix: string): readonly string[] {
  return Object.keys(form)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
}

/** Which companies are asked, about what, and on which days it may be. */
export const StartForm = z
  .object({
    skill: typed,
    title: line(longestWords.title, 'title-missing'),
    'day-1': optionalDay,
    'day-2': optionalDay,
    'day-3': optionalDay,
  })
  .catchall(z.string())
  .superRefine((form, context) => {
    if (ticked(form, 'need:').length < 2)
      context.addIssue({ code: 'custom', path: ['companies'], message: 'companies-too-few' })
    if (form['day-1'] === '' && form['day-2'] === '' && form['day-3'] === '')
      context.addIssue({ code: 'custom', path: ['day-1'], message: 'day-missing' })
  })
  .transform((form) => ({
    skill: form.skill,
    title: form.title,
    units: ticked(form, 'need:'),
    days: [form['day-1'], form['day-2'], form['day-3']].filter((day) => day !== '').toSorted(),
  }))
export type StartForm = z.infer<typeof StartForm>

/** What a company answers. */
export const PlaceForm = z
  .object({ do: z.enum(['yes', 'no']), seats: typed })
  .catchall(z.string())
  .superRefine((form, context) => {
    if (form.do === 'yes' && !(/^\d{1,4}$/.test(form.seats) && Number(form.seats) >= 1))
      context.addIssue({ code: 'custom', path: ['seats'], message: 'seats-invalid' })
  })
  .transform((form) => ({
    answer: form.do,
    seats: Number(form.seats) || 1,
    days: ticked(form, 'day:').filter(isDay),
  }))
export type PlaceForm = z.infer<typeof PlaceForm>

export const InviteForm = z.object({
  provider: line(longestWords.provider, 'provider-missing'),
  email: typed.refine((text) => text.length <= 200 && z.email().safeParse(text).success, 'email-missing'),
})
export type InviteForm = z.infer<typeof InviteForm>

/** What a provider offers. */
export const OfferForm = z.object({
  words: typed
    .refine((text) => text !== '', 'words-missing')
    .refine((text) => [...text].length <= longestWords.words, 'text-too-long')
    .transform(cleanedLines),
  price: line(longestWords.price, 'price-missing'),
  onDay: optionalDay.transform((day) => day || null),
})
export type OfferForm = z.infer<typeof OfferForm>

export const DecideForm = z.object({
  offer: typed.refine((text) => text !== '', 'offer-missing'),
  heldOn: typed.refine(isDay, 'day-invalid'),
})
export type DecideForm = z.infer<typeof DecideForm>

/** What came of it. */
export const EndForm = z.object({
  outcome: typed
    .refine((text) => text !== '', 'outcome-missing')
    .refine((text) => [...text].length <= longestWords.words, 'text-too-long')
    .transform(cleanedLines),
  seatsFilled: count(0),
})
export type EndForm = z.infer<typeof EndForm>
