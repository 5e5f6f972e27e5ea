import { dayOf, daysBetween, type IsoDay } from '#platform/values/dates.ts'
import { inLocale, type Bilingual, type Locale } from '#platform/values/locale.ts'
import type { Option } from '#ui/choice-field.tsx'
import type { StatusTone } from '#ui/status.tsx'
import { addressOf } from '#ui/addresses.ts'
import type { NamedPerson } from '../core/cell.ts'
import type { GridEntry } from '../core/cell-grid.ts'
import { dueAmong, reasonsFor, type DueReason } from '../core/due.ts'
import { countStandings, type Standing, type Status } from '../core/status.ts'
import type { StandingWords } from '../core/vocabulary.ts'
import { errorText, textsIn, type Texts } from './texts.ts'

/** What every view is told of its reader. */
export interface Reader {
  readonly locale: Locale
  readonly today: IsoDay
  /** Holds a role in the network, and so may know people's names. */
  readonly isMember: boolean
  /** What the network calls how something stands. */
  readonly words: StandingWords
}

/** The shape and colour of each standing. What nobody has reported looks like nothing, never like something good. */
export const toneOf: Record<Standing, StatusTone> = {
  planned: 'neutral',
  'on-plan': 'good',
  delayed: 'warning',
  stuck: 'bad',
  done: 'done',
  stopped: 'ended',
  'not-reported': 'muted',
}

/** The statuses to choose among, each with what it means; the one that stands there stays a choice, out of use or not. */
export function statusChoices(
  { labels, meanings, order, inUse }: StandingWords,
  stands: Status | undefined,
  locale: Locale,
): readonly Option[] {
  const { outOfUse } = textsIn(locale).edit
  return order
    .filter((status) => status === stands || inUse.has(status))
    .map((status) => ({
      value: status,
      label: inUse.has(status) ? labels[status] : outOfUse(labels[status]),
      hint: meanings[status],
    }))
}

/** What is said where two wrote at once. */
export function conflictInWords(locale: Locale): Texts['conflict'] {
  return textsIn(locale).conflict
}

/** What is wrong with a field of a word, as a sentence. */
export function wordErrorInWords(name: string, locale: Locale): string {
  return errorText(textsIn(locale), name)
}

/** What is due among the entries, a line each, the most urgent first. */
export function dueListInWords(entries: readonly GridEntry[], reader: Reader): readonly string[] {
  return dueAmong(entries, reader.today).map(
    ({ entry }) => `${numbered(entry.intervention, reader.locale)}: ${dueInWords(entry, reader).join(' ')}`,
  )
}

/** `Enligt plan: 8, Försenad: 2, Inte rapporterat: 1`. */
export function countsInWords(
  cells: readonly ({ readonly status: Status } | null)[],
  { words, locale }: Pick<Reader, 'words' | 'locale'>,
): string {
  const counts = countStandings(cells, words.order)
  if (counts.length === 0) return textsIn(locale).noCounts
  return counts.map(({ standing, count }) => `${words.labels[standing]}: ${count}`).join(', ')
}

const relative = {
  sv: new Intl.RelativeTimeFormat('sv-SE', { numeric: 'auto' }),
  en: new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' }),
}
const daysInMonth = 30.44

/** `i dag`, `för 12 dagar sedan`; from two months on in months. */
export function ago(at: Date, { locale, today }: Pick<Reader, 'locale' | 'today'>): string {
  const days = daysBetween(dayOf(at), today)
  if (days < 60) return relative[locale].format(-days, 'day')
  return relative[locale].format(-Math.round(days / daysInMonth), 'month')
}

/** The name, or in its place why there is none. */
export function personInWords(person: NamedPerson | null, texts: Texts): string {
  if (person === null) return texts.cell.nobody
  return person.name ?? texts.cell.someone
}

/** `3. Korta vägen från kunnande till jobb`. */
export function numbered(
  intervention: { readonly number: number; readonly name: Bilingual },
  locale: Locale,
): string {
  return textsIn(locale).intervention.numbered(intervention.number, inLocale(intervention.name, locale))
}

/** The parts of a cell's address. */
function cellParts({ intervention, municipality }: GridEntry): {
  intervention: string
  municipality: string
} {
  return { intervention: intervention.id, municipality: municipality.slug }
}

export function cellHref(entry: GridEntry, locale: Locale): string {
  return addressOf('cell', locale, cellParts(entry))
}

export function editCellHref(entry: GridEntry, locale: Locale): string {
  return addressOf('editCell', locale, cellParts(entry))
}

/** What the officers write is Swedish; a page in another language says so, for those who have it read out. */
export function langOfWord(locale: Locale): 'sv' | undefined {
  return locale === 'sv' ? undefined : 'sv'
}

/** Everything that a cell is due for today, each as a sentence. */
export function dueInWords({ cell }: GridEntry, reader: Reader): readonly string[] {
  return reasonsFor(cell, reader.today).map((reason) => reasonInWords(reason, reader))
}

/** Why something is due, as a sentence. */
export function reasonInWords(
  reason: DueReason,
  { locale, words }: Pick<Reader, 'locale' | 'words'>,
): string {
  const { due } = textsIn(locale)
  switch (reason.kind) {
    case 'milestone-overdue':
      return due.overdue(reason.milestone, reason.days)
    case 'milestone-soon':
      return due.soon(reason.milestone, reason.days)
    case 'stuck':
      return due.stuck(words.labels.stuck, reason.days)
    case 'never-reported':
      return due.never
    case 'silent':
      return due.silent(reason.days)
    case 'no-owner':
      return due.noOwner
  }
}
