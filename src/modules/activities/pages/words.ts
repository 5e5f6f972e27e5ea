import { ago, numbered, type GridIntervention, type NamedPerson, type Reader } from '#modules/programme'
import { dayOf, daysBetween, formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { Activity, ActivityWord, Milestone } from '../core/activity.ts'
import { quietMonths, type Contradiction } from '../core/contradictions.ts'
import type { WordField } from '../core/history.ts'
import { textsIn, type Texts } from './texts.ts'

const daysInMonth = 30.44

export function activityHref(id: string, locale: Locale): string {
  return addressOf('activity', locale, { activity: id })
}

/** The name, or in its place why there is none. */
export function personInWords(person: NamedPerson | null, { activity: texts }: Texts): string {
  return person === null ? texts.nobody : (person.name ?? texts.someone)
}

/** From when until when, as far as it is known. */
export function datesInWords(
  { startsOn, endsOn }: Pick<Activity, 'startsOn' | 'endsOn'>,
  locale: Locale,
): string {
  const { activity: texts } = textsIn(locale)
  if (startsOn && endsOn) return texts.fromTo(formatDay(startsOn, locale), formatDay(endsOn, locale))
  if (startsOn) return texts.from(formatDay(startsOn, locale))
  return endsOn ? texts.until(formatDay(endsOn, locale)) : texts.noDates
}

/** How a milestone stands: when it was reached, or when it is or was due. */
export function milestoneInWords({ on, reachedOn }: Milestone, { locale, today }: Reader): string {
  const { milestones: texts } = textsIn(locale)
  if (reachedOn !== null) return texts.reached(formatDay(reachedOn, locale))
  if (on === null) return texts.noDay
  return on < today ? texts.passed(formatDay(on, locale)) : texts.due(formatDay(on, locale))
}

/** When something was last said, and for members by whom. */
export function saidInWords({ saidAt, saidBy }: Pick<Activity, 'saidAt' | 'saidBy'>, reader: Reader): string {
  const { activity: texts } = textsIn(reader.locale)
  const [day, since] = [formatDay(dayOf(saidAt), reader.locale), ago(saidAt, reader)]
  return saidBy?.name ? texts.saidBy(day, since, saidBy.name) : texts.saidOn(day, since)
}

export function budgetInWords(
  budget: number | null,
  paidBy: string | null,
  { activity: texts }: Texts,
): string {
  if (budget === null) return texts.unknown
  return paidBy === null ? texts.kronor(budget) : texts.paidBy(texts.kronor(budget), paidBy)
}

/** Why something does not fit together, as a sentence. */
export function contradictionInWords(one: Contradiction, { locale, today, words }: Reader): string {
  const { contradictions: texts } = textsIn(locale)
  switch (one.kind) {
    case 'quiet': {
      // It began when so many months had passed; nobody wants to count to that themselves.
      const said = words.labels['on-plan']
      const months = quietMonths + Math.floor(daysBetween(one.since, today) / daysInMonth)
      return one.lastHappened === null ? texts.quietNever(said, months) : texts.quiet(said, months)
    }
    case 'past-end':
      return texts['past-end'](formatDay(one.endsOn, locale))
    case 'milestone-passed':
      return texts['milestone-passed'](one.milestone, formatDay(one.on, locale))
    case 'done-untraced':
      return texts['done-untraced'](words.labels.done)
    case 'planned-yet-done':
      return texts['planned-yet-done'](words.labels.planned)
    case 'owner-left':
    case 'owner-silent':
      return texts[one.kind]
  }
}

/** What the ids and codes of a word stand for. */
export interface Names {
  readonly people: ReadonlyMap<string, string>
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly interventions: readonly Pick<GridIntervention, 'id' | 'number' | 'name'>[]
}

/** One part of a word as a person reads it; null when there is nothing in it. */
export function fieldInWords(
  word: ActivityWord,
  field: WordField,
  names: Names,
  { locale, words }: Pick<Reader, 'locale' | 'words'>,
): string | null {
  const texts = textsIn(locale)
  switch (field) {
    case 'status':
      return words.labels[word.status]
    case 'owner':
    case 'deputy':
      return word[field] && (names.people.get(word[field]) ?? texts.history.unknownPerson)
    case 'startsOn':
    case 'endsOn':
      return word[field] && formatDay(word[field], locale)
    case 'budget':
      return word.budget === null ? null : texts.activity.kronor(word.budget)
    case 'intervention':
      return interventionInWords(word.intervention, names, locale)
    case 'joined':
      return namesOfMunicipalities(word.joined, names).join(', ') || null
    case 'milestones':
      return milestonesInWords(word.milestones, locale) || null
    case 'title':
    case 'aim':
    case 'text':
    case 'body':
    case 'reason':
    case 'paidBy':
      return word[field] || null
  }
}

function interventionInWords(id: string, { interventions }: Names, locale: Locale): string {
  const known = interventions.find((one) => one.id === id)
  return known ? numbered(known, locale) : id
}

function namesOfMunicipalities(codes: readonly string[], { municipalities }: Names): readonly string[] {
  return codes.map((code) => municipalities.find((one) => one.code === code)?.name ?? code)
}

function milestonesInWords(milestones: ActivityWord['milestones'], locale: Locale): string {
  return milestones
    .map(({ text, on }) => (on === null ? text : `${text} (${formatDay(on, locale)})`))
    .join('; ')
}
