import type { AuditEntry } from '#modules/audit'
import type { Reader } from '#modules/programme'
import { formatMoment } from '#platform/values/dates.ts'
import { History, type TimelineEvent } from '#ui/timeline.tsx'
import { changedFields, keptWord, wordFields } from '../core/history.ts'
import { textsIn } from './texts.ts'
import { fieldInWords, type Names } from './words.ts'

/** What has been said and done before, and what its ids and codes stand for. */
export interface Past {
  readonly entries: readonly AuditEntry[]
  readonly names: Names
}

/** The history of an activity: who, when, and in words what it was before and became. */
export function ActivityHistory({ past, reader }: { readonly past: Past; readonly reader: Reader }) {
  const { history: texts } = textsIn(reader.locale)
  return <History events={past.entries.map((entry) => eventOf(entry, past.names, reader))} texts={texts} />
}

function eventOf(entry: AuditEntry, names: Names, reader: Reader): TimelineEvent {
  const { locale } = reader
  const { history: texts } = textsIn(locale)
  const [before, after] = [keptWord(entry.before), keptWord(entry.after)]
  const about = aboutOf(entry)
  const did = texts.did[entry.did] ?? entry.did
  return {
    id: String(entry.id),
    who: entry.by ?? texts.unknownPerson,
    when: formatMoment(entry.at, locale),
    at: entry.at.toISOString(),
    what: about === null ? did : `${did}: ${about}`,
    changes:
      after === null
        ? []
        : wordFields
            .filter((field) => changedFields(before, after).includes(field))
            .map((field) => ({
              field: texts.fields[field],
              before: before && fieldInWords(before, field, names, reader),
              after: fieldInWords(after, field, names, reader),
            })),
  }
}

/** The milestone or the evidence that an entry is about, where it is about one. */
function aboutOf({ before, after }: AuditEntry): string | null {
  const kept = (after ?? before) as {
    readonly milestone?: unknown
    readonly url?: unknown
    title?: unknown
  } | null
  if (typeof kept?.milestone === 'string') return kept.milestone
  return typeof kept?.url === 'string' && typeof kept.title === 'string' ? kept.title : null
}
