import type { AuditEntry } from '#modules/audit'
import { formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { changesInWords, deedInWords, type Known } from './log-words.ts'
import { textsIn } from './texts.ts'

interface LogPageProps {
  readonly locale: Locale
  readonly entries: readonly AuditEntry[]
  readonly known: Known
  /** The id that the next, older page starts below; null on the last one. */
  readonly olderThan: number | null
}

/** Everything that was done, newest first, a page at a time. */
export function LogPage({ locale, entries, known, olderThan }: LogPageProps) {
  const texts = textsIn(locale).log
  return (
    <Page width="narrow">
      <PageTitle title={texts.title} lead={texts.lead} />
      {entries.length === 0 && <EmptyState title={texts.empty} />}
      {entries.length > 0 && (
        <Timeline
          label={texts.title}
          texts={texts}
          events={entries.map((entry) => ({
            id: String(entry.id),
            who: entry.by ?? texts.program,
            when: formatMoment(entry.at, locale),
            at: entry.at.toISOString(),
            what: deedInWords(entry, known, locale),
            changes: changesInWords(entry, known, locale),
          }))}
        />
      )}
      {olderThan !== null && (
        <LinkButton href={`${addressOf('auditLog', locale)}?before=${olderThan}`} variant="secondary">
          {texts.older}
        </LinkButton>
      )}
    </Page>
  )
}
