import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Matrix as SignMatrix, type MatrixCell, type MatrixLine } from '#ui/matrix.tsx'
import { StatusLegend } from '#ui/status.tsx'
import type { CellGrid, GridEntry, GridIntervention } from '../core/cell-grid.ts'
import { countStandings, standingOf } from '../core/status.ts'
import { textsIn } from './texts.ts'
import { cellHref, numbered, toneOf, type Reader } from './words.ts'

/** What the matrix is told of its reader. */
type MatrixReader = Pick<Reader, 'locale' | 'words'>

interface MatrixProps {
  /** The whole, one row, or one column. */
  readonly grid: CellGrid
  readonly reader: MatrixReader
  /** What the table is called; by default, that it is all of it. */
  readonly caption?: string
}

/** Interventions against municipalities: every cell is one sign that leads to the municipality's own words. */
export function Matrix({ grid, reader, caption }: MatrixProps) {
  const { locale } = reader
  const texts = textsIn(locale)
  if (grid.entries.length === 0) return <p class="empty">{texts.matrix.empty}</p>
  const entryAt = new Map(
    grid.entries.map((entry) => [keyOf(entry.intervention.id, entry.municipality.code), entry]),
  )
  return (
    <>
      <SignMatrix
        caption={caption ?? texts.matrix.caption}
        corner={texts.matrix.intervention}
        columns={columnsOf(grid, locale)}
        groups={[{ key: 'all', label: '', rows: grid.interventions.map((one) => rowFor(one, locale)) }]}
        cell={(row, column) => signFor(entryAt.get(keyOf(row.key, column.key)), reader)}
      />
      <Legend entries={grid.entries} reader={reader} />
    </>
  )
}

function keyOf(intervention: string, municipality: string): string {
  return `${intervention} ${municipality}`
}

/** The matrix's columns: each municipality, which leads to its page. */
export function columnsOf({ municipalities }: CellGrid, locale: Locale): readonly MatrixLine[] {
  return municipalities.map(({ code, slug, name }) => ({
    key: code,
    label: name,
    href: addressOf('municipality', locale, { municipality: slug }),
  }))
}

/** A row of the matrix: an intervention, which leads to its page. */
export function rowFor(intervention: GridIntervention, locale: Locale): MatrixLine {
  const href = addressOf('intervention', locale, { intervention: intervention.id })
  return { key: intervention.id, label: numbered(intervention, locale), href }
}

function signFor(entry: GridEntry | undefined, { locale, words }: MatrixReader): MatrixCell {
  const texts = textsIn(locale)
  const standing = standingOf(entry?.cell ?? null)
  const word = words.labels[standing]
  if (!entry) return { tone: toneOf[standing], label: word, title: word }
  const name = inLocale(entry.intervention.name, locale)
  return {
    tone: toneOf[standing],
    label: word,
    title: texts.matrix.cell(entry.municipality.name, name, word),
    href: cellHref(entry, locale),
  }
}

/** What the signs mean, and how many there are of each. */
export function Legend({
  entries,
  reader: { locale, words },
}: {
  readonly entries: readonly GridEntry[]
  readonly reader: MatrixReader
}) {
  const cells = entries.map(({ cell }) => cell)
  return (
    <StatusLegend
      label={textsIn(locale).matrix.legend}
      statuses={countStandings(cells, words.order).map(({ standing, count }) => ({
        tone: toneOf[standing],
        label: words.labels[standing],
        count: String(count),
      }))}
    />
  )
}
