import { Card, CardGrid } from '#ui/card.tsx'
import { Tag } from '#ui/notice.tsx'
import type { Cell } from '../core/cell.ts'
import type { CellGrid, GridEntry } from '../core/cell-grid.ts'
import { standingOf } from '../core/status.ts'
import { ExampleNotice } from './notices.tsx'
import { StandingStatus } from './standing-status.tsx'
import { textsIn } from './texts.ts'
import { MilestoneWords } from './milestone-words.tsx'
import { ago, cellHref, langOfWord, numbered, personInWords, type Reader } from './words.ts'

interface CellCardsProps {
  readonly entries: readonly GridEntry[]
  readonly reader: Reader
  /** What each card is named after: the other one is what the page is about. */
  readonly namedAfter: 'municipality' | 'intervention'
  readonly titleLevel?: 2 | 3 | 4
}

/** Cells as cards that can be read one by one, each leading to its page. */
export function CellCards({ entries, reader, namedAfter, titleLevel = 3 }: CellCardsProps) {
  const { locale } = reader
  // Where all is made up the note above says so; where only some is, each of them does.
  const isMixed = entries.some(({ cell }) => cell && !cell.isExample)
  return (
    <CardGrid columns={3}>
      {entries.map((entry) => (
        <Card
          key={`${entry.intervention.id} ${entry.municipality.code}`}
          title={
            namedAfter === 'municipality' ? entry.municipality.name : numbered(entry.intervention, locale)
          }
          titleLevel={titleLevel}
          href={cellHref(entry, locale)}
          footer={entry.cell && <LastWord cell={entry.cell} reader={reader} saysExample={isMixed} />}
        >
          <CellWords entry={entry} reader={reader} />
        </Card>
      ))}
    </CardGrid>
  )
}

function CellWords({ entry, reader }: { readonly entry: GridEntry; readonly reader: Reader }) {
  const texts = textsIn(reader.locale)
  const { cell } = entry
  return (
    <>
      <p>
        <StandingStatus standing={standingOf(cell)} words={reader.words} isStrong />
      </p>
      {cell && <p lang={langOfWord(reader.locale)}>{cell.text}</p>}
      {cell?.milestone && (
        <p>
          {texts.cell.milestone}: <MilestoneWords milestone={cell.milestone} locale={reader.locale} />
        </p>
      )}
      {cell && reader.isMember && (
        <p>
          {texts.cell.owner}: {personInWords(cell.owner, texts)}
        </p>
      )}
    </>
  )
}

interface LastWordProps {
  readonly cell: Cell
  readonly reader: Reader
  readonly saysExample: boolean
}

function LastWord({ cell, reader, saysExample }: LastWordProps) {
  const texts = textsIn(reader.locale)
  return (
    <p class="source">
      {texts.cell.lastWord(ago(cell.saidAt, reader))}
      {saysExample && cell.isExample && (
        <>
          {' '}
          <Tag tone="warning">{texts.example.tag}</Tag>
        </>
      )}
    </p>
  )
}

interface MunicipalityInterventionsProps {
  /** The municipality's column of the matrix. */
  readonly column: CellGrid
  readonly reader: Reader
  readonly titleLevel?: 2 | 3 | 4
}

/** What one municipality says of every intervention, as a list, with the note that examples are examples. */
export function MunicipalityInterventions({
  column,
  reader,
  titleLevel = 3,
}: MunicipalityInterventionsProps) {
  if (column.entries.length === 0) return <p class="empty">{textsIn(reader.locale).matrix.empty}</p>
  return (
    <>
      <ExampleNotice entries={column.entries} locale={reader.locale} />
      <CellCards entries={column.entries} reader={reader} namedAfter="intervention" titleLevel={titleLevel} />
    </>
  )
}
