import { dayOf, formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import type { Indicator } from '../../core/indicator.ts'
import type { CellHistory, Statement } from '../../value-reads.ts'
import { textsIn } from '../texts.ts'
import { wayText } from './value-origin.tsx'
import { valueTextsIn } from './value-texts.ts'
import { valueText } from '../words.ts'

interface EarlierProps {
  readonly history: CellHistory
  readonly indicator: Indicator
  readonly locale: Locale
}

/** All that has been said of the value, the newest first: a figure is never overwritten. */
export function EarlierStatements({ history, indicator, locale }: EarlierProps) {
  const texts = valueTextsIn(locale)
  const { statements } = history
  if (statements.length < 2) {
    return (
      <Section id="tidigare" title={texts.earlier}>
        <p>{texts.earlierNone}</p>
      </Section>
    )
  }
  const said = ({ figure }: Statement) =>
    figure.value === null
      ? textsIn(locale).missing[figure.missing]
      : `${valueText(figure.value, indicator, locale)}${figure.isPreliminary ? `, ${texts.preliminary.toLowerCase()}` : ''}`
  return (
    <Section id="tidigare" title={texts.earlier} lead={texts.earlierLead}>
      <Table
        caption={texts.earlier}
        captionHidden
        rows={statements}
        rowKey={({ retrieval }) => String(retrieval.id)}
        columns={[
          {
            label: texts.since,
            rowHeader: true,
            cell: ({ retrieval }) => formatDay(dayOf(retrieval.knownAt), locale),
          },
          { label: texts.value, cell: said },
          { label: texts.source, cell: ({ retrieval }) => <span lang="sv">{retrieval.source.title}</span> },
          { label: texts.way, cell: (statement) => wayText(statement, locale) },
        ]}
      />
    </Section>
  )
}
