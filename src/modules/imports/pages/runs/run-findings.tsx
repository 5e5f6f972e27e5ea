import type { Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { missingInWords } from '#modules/indicators'
import { Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import type { Report, RunProblem } from '../../core/run.ts'
import { runTextsIn } from './run-texts.ts'
import { problemText, saidText } from './run-words.ts'

/** The values that were changed: what they said before and what they say now. */
export function Changes({
  report,
  placeName,
  locale,
}: {
  readonly report: Report
  readonly placeName: (code: string) => string
  readonly locale: Locale
}) {
  const { changes, changed } = report
  if (changes.length === 0) return null
  const texts = runTextsIn(locale)
  const words = missingInWords(locale)
  const [shown, all] = [changes.length, changed].map((count) => formatNumber(count, locale))
  return (
    <Section id="andrat" title={texts.run.changes} lead={texts.run.changesLead(shown ?? '', all ?? '')}>
      <Table
        caption={texts.run.changes}
        captionHidden
        size="compact"
        rows={changes}
        rowKey={({ place, year, gender }) => `${place} ${year} ${gender}`}
        columns={[
          { label: texts.run.place, rowHeader: true, cell: ({ place }: Change) => placeName(place) },
          { label: texts.run.year, cell: ({ year }) => year },
          { label: texts.run.gender, cell: ({ gender }) => texts.genders[gender] ?? gender },
          { label: texts.run.before, numeric: true, cell: ({ before }) => saidText(before, locale, words) },
          { label: texts.run.after, numeric: true, cell: ({ after }) => saidText(after, locale, words) },
        ]}
      />
    </Section>
  )
}

type Change = Report['changes'][number]

/** What in the answers could not be read. */
export function Problems({ report, locale }: { readonly report: Report; readonly locale: Locale }) {
  if (report.problems.length === 0) return null
  const texts = runTextsIn(locale).run
  return (
    <Section id="problem" title={texts.problems}>
      <Table
        caption={texts.problems}
        captionHidden
        size="compact"
        rows={report.problems}
        rowKey={({ problem, at }) => `${problem} ${at}`}
        columns={[
          { label: texts.what, rowHeader: true, cell: (one: RunProblem) => problemText(one, locale) },
          { label: texts.where, cell: ({ at }) => at },
          { label: texts.found, cell: ({ found }) => found },
        ]}
      />
    </Section>
  )
}
