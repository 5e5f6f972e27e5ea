import { daysBetween, type IsoDay } from '#platform/values/dates.ts'

/** How a company wants to hear what became of what it said. */
export const hearingBack = ['mail', 'phone', 'visit', 'none'] as const
export type HearBack = (typeof hearingBack)[number]

/** A visit as the region's calendar has it: no words. */
export interface CompanyVisit {
  readonly id: string
  readonly company: { readonly id: string; readonly name: string }
  /** Whose visit, by its code. */
  readonly municipality: string
  readonly on: IsoDay
  readonly state: 'planned' | 'done' | 'cancelled'
  /** Who planned it or wrote of it. */
  readonly person: string | null
  /** Whether officers of the other municipalities read what was written. */
  readonly isShared: boolean
  readonly isExample: boolean
}

/** What was said at a visit, as far as the reader may know. */
export interface VisitWord {
  readonly went: string
  readonly said: string
  readonly hearBack: HearBack | null
  /** Whom one met; null where nobody was named, or the reader may not know them. */
  readonly contact: { readonly name: string; readonly title: string } | null
  readonly finishedAt: Date
  readonly finishedBy: string | null
  /** The town hall's own note; null for other readers. */
  readonly inside: string | null
}

/** How far back a visit is worth a word before the next one. */
const lately = 90

/** The visits that whoever is about to go there should know of: those of the last months, and those to come, soonest first. */
export function visitsAround(
  visits: readonly CompanyVisit[],
  today: IsoDay,
): { readonly been: readonly CompanyVisit[]; readonly coming: readonly CompanyVisit[] } {
  return {
    been: visits
      .filter(({ state, on }) => state === 'done' && on <= today && daysBetween(on, today) <= lately)
      .toSorted((one, other) => other.on.localeCompare(one.on)),
    coming: visits
      .filter(({ state, on }) => state === 'planned' && on >= today)
      .toSorted((one, other) => one.on.localeCompare(other.on)),
  }
}

/** How long ago a day was, as one says it: days up to two weeks, then weeks. */
export function agoOf(
  on: IsoDay,
  today: IsoDay,
): { readonly unit: 'days' | 'weeks'; readonly count: number } {
  const days = daysBetween(on, today)
  return days < 14 ? { unit: 'days', count: days } : { unit: 'weeks', count: Math.round(days / 7) }
}
