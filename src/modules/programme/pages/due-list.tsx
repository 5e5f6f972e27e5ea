import { Card, CardGrid } from '#ui/card.tsx'
import type { Due } from '../core/due.ts'
import { standingOf } from '../core/status.ts'
import { StandingStatus } from './standing-status.tsx'
import { cellHref, editCellHref, numbered, reasonInWords, type Reader } from './words.ts'

interface DueListProps {
  readonly due: readonly Due[]
  readonly reader: Reader
  /** Whether the reader may do something about it: then each leads to its form. */
  readonly mayChange: boolean
}

/** What needs somebody, the most urgent first, each with every reason and the way to where it is mended. */
export function DueList({ due, reader, mayChange }: DueListProps) {
  const { locale, words } = reader
  return (
    <CardGrid columns={2}>
      {due.map(({ entry, reasons }) => (
        <Card
          key={entry.intervention.id}
          title={numbered(entry.intervention, locale)}
          href={mayChange ? editCellHref(entry, locale) : cellHref(entry, locale)}
          tags={<StandingStatus standing={standingOf(entry.cell)} words={words} />}
        >
          {reasons.map((reason) => (
            <p key={reason.kind}>{reasonInWords(reason, reader)}</p>
          ))}
        </Card>
      ))}
    </CardGrid>
  )
}
