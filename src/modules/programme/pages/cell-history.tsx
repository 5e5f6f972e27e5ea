import type { AuditEntry } from '#modules/audit'
import { formatDay, formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { History, type TimelineEvent } from '#ui/timeline.tsx'
import { changedFields, keptWord, type WordField } from '../core/history.ts'
import { Status } from '../core/status.ts'
import type { StandingWords } from '../core/vocabulary.ts'
import { textsIn, type Texts } from './texts.ts'
import type { Reader } from './words.ts'

/** What has been said in a cell before, and the names of those it speaks of. */
export interface Past {
  readonly entries: readonly AuditEntry[]
  readonly names: ReadonlyMap<string, string>
}

/** The history of a cell: who, when, and in words what it was before and became. */
export function CellHistory({ past, reader }: { readonly past: Past; readonly reader: Reader }) {
  const { history: texts } = textsIn(reader.locale)
  return <History events={past.entries.map((entry) => eventOf(entry, past.names, reader))} texts={texts} />
}

function eventOf(entry: AuditEntry, names: ReadonlyMap<string, string>, reader: Reader): TimelineEvent {
  const { locale, words } = reader
  const texts = textsIn(locale)
  const before = keptWord(entry.before)
  const changes = changedFields(before, keptWord(entry.after))
  const inWords = (field: WordField, value: string | null) =>
    value && valueInWords(field, value, { names, texts, words, locale })
  return {
    id: String(entry.id),
    who: entry.by ?? texts.history.unknownPerson,
    when: formatMoment(entry.at, locale),
    at: entry.at.toISOString(),
    what: whatHappened(entry.did, before !== null, changes.length > 0, texts),
    changes: changes.map(({ field, before: from, after: to }) => ({
      field: texts.history.fields[field],
      before: inWords(field, from),
      after: inWords(field, to),
    })),
  }
}

function whatHappened(did: string, wasReported: boolean, hasChanged: boolean, { history }: Texts): string {
  if (did === 'programme.cell-handed-over') return history.handedOver
  if (!hasChanged) return history.saidAgain
  return wasReported ? history.said : history.saidFirst
}

interface Wording {
  readonly names: ReadonlyMap<string, string>
  readonly texts: Texts
  readonly words: StandingWords
  readonly locale: Locale
}

/** One part of a word as a person reads it: a status by its name, a person by theirs, a day written out. */
export function valueInWords(
  field: WordField,
  value: string,
  { names, texts, words, locale }: Wording,
): string {
  switch (field) {
    case 'status':
      return words.labels[Status.parse(value)]
    case 'owner':
    case 'deputy':
      return names.get(value) ?? texts.history.unknownPerson
    case 'milestoneOn':
      return formatDay(value, locale)
    case 'text':
    case 'milestone':
      return value
  }
}
