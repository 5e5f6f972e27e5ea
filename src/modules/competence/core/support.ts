import { z } from 'zod'
import { daysBetween, isDay, type IsoDay } from '#platform/values/dates.ts'
import { tracks } from './facts.ts'

/** Who may have it. */
export const applicants = ['individual', 'employer', 'provider', 'consortium'] as const
/** What a small company asks for, in the order it asks: who pays the course, who pays the absence, which course fits. */
export const helps = ['course', 'absence', 'choice'] as const
export type Help = (typeof helps)[number]
/** How it stands with a support, as somebody has found out. Unverified is what nobody can vouch for. */
export const statuses = ['open', 'closed', 'paused', 'unverified'] as const
export const units = ['kr', 'kr-week', 'kr-year', 'kr-employee', 'weeks', 'percent'] as const
export const languages = ['sv', 'en'] as const
export type Unit = (typeof units)[number]

export const longest = { name: 120, text: 2000, step: 300, note: 300, url: 500 } as const
/** How many of a kind there may be at most. */
const most = { steps: 12, amounts: 6, examples: 12, yearly: 6 } as const

/** Words in both languages. */
const words = (limit: number) =>
  z.object({
    sv: z.string().trim().min(1, 'text-missing').max(limit, 'text-too-long'),
    en: z.string().trim().min(1, 'text-missing').max(limit, 'text-too-long'),
  })
const maybeWords = (limit: number) =>
  z.object({
    sv: z.string().trim().max(limit, 'text-too-long'),
    en: z.string().trim().max(limit, 'text-too-long'),
  })

/** A day of every year, `04-01`; the 29th of February is none. */
const dayOfYear = z.string().refine((text) => isDay(`2025-${text}`), 'day-of-year-invalid')

const day = z.string().refine(isDay, 'day-invalid').nullable()
/** An address on the web, and never one that a browser would run. */
const webAddress = z
  .string()
  .trim()
  .max(longest.url, 'text-too-long')
  .refine((text) => /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text), 'url-invalid')

const known = z.union([z.boolean(), z.number(), z.string()])

/** An employer or person as somebody has thought them up, and what the rule must say of them. */
export const Example = z.object({
  name: words(longest.step),
  answers: z.record(z.string(), known),
  expect: z.enum(['yes', 'no', 'unknown']),
})
export type Example = z.infer<typeof Example>

/** What a support says, in one version. `Rule` and `Formula` are read by whoever knows the language of rules. */
export const SupportShape = z.object({
  name: words(longest.name),
  what: words(longest.text),
  applicants: z.array(z.enum(applicants)).min(1, 'applicant-missing'),
  tracks: z.array(z.enum(tracks)).min(1, 'track-missing'),
  helps: z.array(z.enum(helps)).min(1, 'help-missing'),
  amount: maybeWords(longest.text),
  amounts: z
    .array(z.object({ label: words(longest.step), unit: z.enum(units), formula: z.unknown() }))
    .max(most.amounts),
  steps: z.array(words(longest.step)).min(1, 'steps-missing').max(most.steps, 'steps-too-many'),
  contact: webAddress,
  source: webAddress,
  /** How old what the source says is, as far as it is known: a day, a month or a year; null where the source has no date. */
  asOf: z
    .string()
    .regex(/^(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?$/, 'day-invalid')
    .nullable(),
  opens: day,
  closes: day,
  /**
   * When it opens each year, and closes where that is known; it is open until it opens anew where it is not. One that closes before
   * it opens goes on over New Year.
   */
  yearly: z
    .array(z.object({ opens: dayOfYear, closes: dayOfYear.nullable() }))
    .min(1)
    .max(most.yearly, 'yearly-too-many')
    .optional(),
  /** When one can apply, in words, where it is not from one day to another. */
  window: maybeWords(longest.step),
  /** Beginnings of the municipalities' codes: `13` is Halland, `1480` is Göteborg. Everywhere, where it is empty. */
  places: z.array(z.string().regex(/^\d{2,4}$/, 'place-invalid')),
  languages: z.array(z.enum(languages)).min(1, 'language-missing'),
  /** The words of other supports. */
  combinesWith: z.array(z.string()),
  conflictsWith: z.array(z.string()),
  status: z.enum(statuses),
  rule: z.unknown(),
  examples: z.array(Example).max(most.examples),
})

/** How a support stands on a day: whether one can have it, or why not. */
export type State = 'open' | 'not-yet' | 'passed' | Exclude<(typeof statuses)[number], 'open'>

/** When a support can be had, as far as it is known. */
export interface Times {
  readonly status: State | 'open'
  readonly opens: IsoDay | null
  readonly closes: IsoDay | null
  readonly yearly?: readonly { readonly opens: string; readonly closes: string | null }[] | undefined
}

/** Only what is open is ever recommended. A day that has passed wins over what somebody once found out. */
export function stateOn(times: Times, today: IsoDay): State {
  const { status, opens, closes, yearly = [] } = times
  if (status === 'closed') return 'closed'
  if (closes !== null && closes < today) return 'passed'
  if (status !== 'open') return status
  if (opens !== null && today < opens) return 'not-yet'
  if (yearly.length === 0 || yearly.some((window) => isWithin(window, today.slice(5)))) return 'open'
  return opensNext(times, today) === null ? 'passed' : 'not-yet'
}

function isWithin({ opens, closes }: { opens: string; closes: string | null }, today: string): boolean {
  if (closes === null) return true
  return opens <= closes ? opens <= today && today <= closes : opens <= today || today <= closes
}

/** The next day on which it opens; null where none is known or none comes any more. */
export function opensNext({ opens, closes, yearly = [] }: Times, today: IsoDay): IsoDay | null {
  const from = opens !== null && opens > today ? opens : today
  const year = Number(from.slice(0, 4))
  const days = [year, year + 1].flatMap((each) => yearly.map((window) => `${each}-${window.opens}`))
  const [next] = (yearly.length === 0 && opens !== null ? [opens] : days)
    .filter((one) => one > today && one >= from && (closes === null || one <= closes))
    .toSorted()
  return next ?? null
}

/** After how many days somebody has to look a support up anew: half a year. */
const freshDays = 183

/** Whether it is too long ago that somebody looked the support up, or that its source was of the day. */
export function isStale(
  {
    content: { asOf },
    checkedOn,
  }: { readonly content: { readonly asOf: string | null }; readonly checkedOn: IsoDay | null },
  today: IsoDay,
): boolean {
  const seenOn = checkedOn ?? (asOf === null ? null : `${asOf}-01-01`.slice(0, 10))
  return seenOn === null || daysBetween(seenOn, today) > freshDays
}
