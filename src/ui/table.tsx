import type { ComponentChildren } from 'preact'

/** One column: its heading and what stands in it for a row. */
export interface Column<Row> {
  readonly label: ComponentChildren
  readonly cell: (row: Row) => ComponentChildren
  /** Numbers stand to the right, digits under digits. */
  readonly numeric?: boolean
  /** The column that names the row; it stays in sight when the table is scrolled sideways. */
  readonly rowHeader?: boolean
}

interface TableProps<Row> {
  readonly caption: string
  /** The caption is read out but not shown, where a heading just above says the same. */
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly size?: 'normal' | 'compact'
  readonly empty?: ComponentChildren
}

/** A table that scrolls inside itself on a small screen, never the page. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, size = 'normal', empty } = props
  if (rows.length === 0 && empty) return <p class="empty">{empty}</p>
  return (
    <ScrollRegion label={caption}>
      <table class={`table table--${size}`}>
        <caption class={captionHidden ? 'ds-sr-only' : undefined}>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" class={cellClass(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) => (
                <Cell key={index} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  if (column.rowHeader) {
    return (
      <th scope="row" class={cellClass(column)}>
        {column.cell(row)}
      </th>
    )
  }
  return <td class={cellClass(column)}>{column.cell(row)}</td>
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  if (column.rowHeader) return 'sticky'
  return column.numeric ? 'numeric' : undefined
}

/** What may be wider than the screen: it scrolls by itself, and can be reached and scrolled by keyboard. */
export function ScrollRegion({
  label,
  children,
}: {
  readonly label: string
  readonly children: ComponentChildren
}) {
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={label}>
      {children}
    </div>
  )
}
