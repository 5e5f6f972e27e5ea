import { StatusGlyph, type StatusTone } from './status.tsx'
import { ScrollRegion } from './table.tsx'

/** A row or a column: its name, and where the name leads. */
export interface MatrixLine {
  readonly key: string
  readonly label: string
  readonly href?: string
}

/** Rows that belong together, under a heading of their own or, with an empty label, under none. */
export interface MatrixGroup extends MatrixLine {
  readonly rows: readonly MatrixLine[]
}

export interface MatrixCell {
  readonly tone: StatusTone
  /** The word for the sign; read out after the names of row and column. */
  readonly label: string
  /** Shown on hover: say the row and the column too, which a far corner is far from. */
  readonly title: string
  readonly href?: string
  /** A few characters below the sign; whoever hears the page read is told them by the label. */
  readonly note?: string
  /** Toned down, beside those that are looked for. */
  readonly isFaint?: boolean
}

interface MatrixProps {
  readonly caption: string
  /** The heading above the names of the rows. */
  readonly corner: string
  readonly columns: readonly MatrixLine[]
  readonly groups: readonly MatrixGroup[]
  readonly cell: (row: MatrixLine, column: MatrixLine) => MatrixCell
}

/** Everything against everything, one shape per meeting. Put a `StatusLegend` beside it. */
export function Matrix({ caption, corner, columns, groups, cell }: MatrixProps) {
  return (
    <ScrollRegion label={caption}>
      <table class="table matrix">
        <caption class="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="sticky">
              {corner}
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col" class="matrix__column">
                <LineName line={column} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            {group.label !== '' && (
              <tr class="matrix__group">
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <LineName line={group} />
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" class="sticky">
                  <LineName line={row} />
                </th>
                {columns.map((column) => (
                  <Meeting key={column.key} {...cell(row, column)} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  )
}

function LineName({ line }: { readonly line: MatrixLine }) {
  return line.href === undefined ? <span>{line.label}</span> : <a href={line.href}>{line.label}</a>
}

function Meeting({ tone, label, title, href, note, isFaint = false }: MatrixCell) {
  const glyph = (
    <>
      <StatusGlyph tone={tone} label={label} />
      {note !== undefined && (
        <small class="matrix__note" aria-hidden="true">
          {note}
        </small>
      )}
    </>
  )
  return (
    <td class={isFaint ? 'matrix__faint' : undefined}>
      {href === undefined ? (
        <span title={title}>{glyph}</span>
      ) : (
        <a href={href} title={title}>
          {glyph}
        </a>
      )}
    </td>
  )
}
