import { inLocale, type Locale } from '#platform/values/locale.ts'
import { ExampleTag, Notice } from '#ui/notice.tsx'
import { holdsExamples, type GridEntry } from '../core/cell-grid.ts'
import type { Programme } from '../core/framework.ts'
import { textsIn } from './texts.ts'

interface ExampleNoticeProps {
  readonly entries: readonly GridEntry[]
  readonly locale: Locale
}

/** Says that statuses are made up, on every page that shows one that is. */
export function ExampleNotice({ entries, locale }: ExampleNoticeProps) {
  if (!holdsExamples(entries)) return null
  return (
    <Notice tone="warning">
      <p>{textsIn(locale).example.text}</p>
    </Notice>
  )
}

interface ProposalProps {
  readonly programme: Programme | null
  readonly locale: Locale
}

/** Says that the programme is only proposed, on every page that shows it. */
export function ProposalNotice({ programme, locale }: ProposalProps) {
  if (!programme?.isProposal) return null
  return (
    <Notice title={textsIn(locale).proposal.title}>
      <p>{inLocale(programme.proposalNote, locale)}</p>
    </Notice>
  )
}

/** The same in one word, beside a title; the note is what it says when pointed at. */
export function ProposalTag({ programme, locale }: ProposalProps) {
  if (!programme?.isProposal) return null
  return (
    <ExampleTag explanation={inLocale(programme.proposalNote, locale)}>
      {textsIn(locale).proposal.tag}
    </ExampleTag>
  )
}

interface ShownNoticesProps extends ExampleNoticeProps {
  readonly programme: Programme | null
}

/** Both notes together, above what they are about. */
export function ShownNotices({ programme, entries, locale }: ShownNoticesProps) {
  if (!programme?.isProposal && !holdsExamples(entries)) return null
  return (
    <div class="section">
      <ProposalNotice programme={programme} locale={locale} />
      <ExampleNotice entries={entries} locale={locale} />
    </div>
  )
}
