import { dayOf, endOfDay, isDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Occasion } from './report.ts'

/** The forms that a report is had in, by the ending of its address; a web page has none. */
export const reportForms = ['page', 'pdf', 'docx', 'pptx', 'xlsx'] as const
export type ReportForm = (typeof reportForms)[number]

/** How the whole region stands in an address. */
export const regionWords: Record<Locale, string> = { sv: 'regionen', en: 'region' }

/** What of an address nobody can be given a report by. */
export type AskedWrong =
  | 'no-form'
  | 'no-day'
  | 'day-to-come'
  | 'no-since'
  | 'since-not-earlier'
  | 'no-municipality'

export interface AskedReport {
  /** The municipality's word in addresses; null for the region. */
  readonly slug: string | null
  readonly form: ReportForm
  readonly occasion: Occasion
  readonly since: { readonly day: IsoDay; readonly at: Date } | null
}

interface Typed {
  readonly subject: string
  /** `2026-11-30.pdf`, or a day alone for the page; in place of the day a round's word. */
  readonly file: string
  readonly since: string
}

/** Reads which report an address is of: of a day, or of one of the rounds. */
export function reportAsked(
  typed: Typed,
  now: Date,
  rounds: readonly Occasion[],
): AskedReport | { readonly wrong: AskedWrong } {
  const { word, form } = partsOf(typed.file)
  if (!form) return { wrong: 'no-form' }
  const round = rounds.find((one) => one.word === word)
  if (!round && !isDay(word)) return { wrong: 'no-day' }
  const occasion = round ?? occasionOn(word, now)
  if (!occasion) return { wrong: 'day-to-come' }
  const { since } = typed
  if (since !== '' && !isDay(since)) return { wrong: 'no-since' }
  if (since >= occasion.day) return { wrong: 'since-not-earlier' }
  return {
    slug: slugOf(typed.subject),
    form,
    occasion,
    since: since === '' ? null : { day: since, at: endOfDay(since) },
  }
}

/** The municipality that an address is about; null for the region. */
export function slugOf(subject: string): string | null {
  return Object.values(regionWords).includes(subject) ? null : subject
}

/** A day or a round with an ending is a file, one without is the page. */
function partsOf(file: string): { readonly word: string; readonly form: ReportForm | undefined } {
  const dot = file.indexOf('.')
  if (dot < 0) return { word: file, form: 'page' }
  const ending = file.slice(dot + 1)
  return { word: file.slice(0, dot), form: reportForms.find((one) => one === ending && one !== 'page') }
}

/** A day as what a report is of; null for one that has not come. Of today what is known so far. */
function occasionOn(day: IsoDay, now: Date): Occasion | null {
  const today = dayOf(now)
  if (day > today) return null
  return { word: day, title: null, day, at: day === today ? null : endOfDay(day) }
}
