import { Card, CardGrid } from '#ui/card.tsx'
import { Status } from '#ui/status.tsx'
import type { Due } from '../core/due.ts'
import { standingOf } from '../core/status.ts'
import { textsIn } from './texts.ts'
import { cellHref, editCellHref, numbered, reasonInWords, toneOf, type Reader } from './words.ts'

interface DueListProps {
  readonly due: readonly Due[]
  readonly reader: Reader
  /** Whether the reader may do something about it: then each leads to its form. */
  readonly mayChange: boolean
}

/** What needs somebody, the most urgent first, each with every reason and the way to where it is mended. */
export function DueList({ due, reader: { locale }, mayChange }: DueListProps) {
  const texts = textsIn(locale)
  return (
    <CardGrid columns={2}>
      {due.map(({ entry, reasons }) => {
        const standing = standingOf(entry.cell)
        return (
          <Card
            key={entry.intervention.id}
            title={numbered(entry.intervention, locale)}
            href={mayChange ? editCellHref(entry, locale) : cellHref(entry, locale)}
            tags={<Status tone={toneOf[standing]} label={texts.standings[standing]} />}
          >
            {reasons.map((reason) => (
              <p key={reason.kind}>{reasonInWords(reason, texts)}</p>
            ))}
          </Card>
        )
      })}
    </CardGrid>
  )
}
