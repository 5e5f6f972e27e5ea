import { becauseInWords } from '#modules/routing'
import { dayOf, formatDay, type IsoDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addWorkingDays } from '#platform/values/working-days.ts'
import { addressOf } from '#ui/addresses.ts'
import { matterNumber } from '../../core/matter.ts'
import type { Part } from '../../core/part.ts'
import type { MadeMove, PlacedMatter } from '../../part-store.ts'
import type { Standing } from '../../part-reads.ts'
import { textsIn } from './texts.ts'

export function matterHref(matter: Pick<PlacedMatter, 'year' | 'number'>, locale: Locale): string {
  return addressOf('matter', locale, { matter: matterNumber(matter) })
}

/** The number in an address: `2026-17`; null for what is none. */
export function matterNamed(
  said: string | undefined,
): { readonly year: number; readonly number: number } | null {
  const [, year, number] = /^(\d{4})-(\d{1,9})$/.exec(said ?? '') ?? []
  return year === undefined || number === undefined ? null : { year: Number(year), number: Number(number) }
}

export function municipalityName(
  code: string | null,
  { municipalities }: Pick<Standing, 'municipalities'>,
  locale: Locale,
): string {
  if (code === null) return textsIn(locale).parts.coordinator
  return municipalities.find((one) => one.code === code)?.name ?? code
}

/** The name of a desk; that none is chosen where it is so. */
export function deskInWords(
  { municipality, desk: id }: Pick<Part, 'municipality' | 'desk'>,
  { desks }: Pick<Standing, 'desks'>,
  locale: Locale,
): string {
  if (id === null) return textsIn(locale).parts.noDesk
  return desks.find((desk) => desk.municipality === municipality && desk.id === id)?.name ?? id
}

/** Why a matter came to a municipality. */
export function whyHere(part: Part, { topics, versions, people }: Standing, locale: Locale): string {
  const around = {
    topics,
    version: versions.get(part.municipality) ?? null,
    by: part.addedBy === null ? null : (people.get(part.addedBy) ?? null),
  }
  return becauseInWords(part.because, around, locale).join(' ')
}

/** What somebody has said of where it belongs, as a line. */
export function moveInWords(move: MadeMove, standing: Standing, locale: Locale): string {
  const { moves, roles } = textsIn(locale)
  const whose = municipalityName(move.concerns, standing, locale)
  const desk =
    move.concerns === null
      ? ''
      : deskInWords({ municipality: move.concerns, desk: move.desk }, standing, locale)
  return moves[move.did](whose, desk, move.role === null ? '' : roles[move.role].toLowerCase())
}

/** Where the sender has said that it is. */
export function placesInWords(
  { placeKind, places }: Pick<PlacedMatter, 'placeKind' | 'places'>,
  standing: Pick<Standing, 'municipalities'>,
  locale: Locale,
): string {
  const { matter } = textsIn(locale)
  if (placeKind !== 'places') return matter[placeKind]
  return places.map((code) => municipalityName(code, standing, locale)).join(', ')
}

export function topicName(id: string, { topics }: Pick<Standing, 'topics'>, locale: Locale): string {
  const topic = topics.find((one) => one.id === id)
  return topic ? inLocale(topic.name, locale) : id
}

/** How long there is until the first word. */
export function timeLeft(matter: PlacedMatter, now: Date, locale: Locale): string {
  const { triage: texts } = textsIn(locale)
  const [today, by] = [dayOf(now), matter.firstWordBy]
  if (matter.firstWordAt !== null) return texts.answered
  const day = formatDay(by, locale)
  return today > by ? texts.late(day) : texts.left(day, workingDaysUntil(today, by))
}

function workingDaysUntil(today: IsoDay, by: IsoDay): number {
  let count = 0
  for (let at = addWorkingDays(today, 1); at <= by; at = addWorkingDays(at, 1)) count += 1
  return count
}
