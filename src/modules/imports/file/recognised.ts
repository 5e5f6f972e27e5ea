import { columnLetter, type Sheet } from '#platform/office/cell.ts'
import type { Delimiter } from './csv-sheet.ts'
import type { Encoding } from './encoding.ts'
import type { Grid } from './grid.ts'
import type { Role } from './headings.ts'
import type { Form, Layout } from './layout.ts'
import type { DecimalSign } from './numbers.ts'

export interface RecognisedColumn {
  /** As the spreadsheet names it. */
  readonly column: string
  readonly heading: string
  /** `across` is a year or a place at the head of its own column; null is a column that is not read. */
  readonly role: Role | 'across' | null
}

/** How the input was understood, for the person to look at before anything is stored. */
export interface Recognised {
  readonly source: Grid['source']
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  readonly sheet: string | null
  readonly form: Form
  readonly headingRow: number
  readonly columns: readonly RecognisedColumn[]
  /** Null where no number had one, and where both are used. */
  readonly decimalSign: DecimalSign | null
  /** The texts above the headings, which are not read: often a title with the measure and its unit. */
  readonly above: readonly string[]
}

export function recognisedOf(
  grid: Grid,
  sheet: Sheet,
  layout: Layout,
  decimalSign: DecimalSign | null,
): Recognised {
  const { source, encoding, delimiter } = grid
  const { form, headingRow } = layout
  const columns = recognisedColumns(sheet, layout)
  const above = sheet.rows
    .filter(({ number }) => number < headingRow)
    .map(({ cells }) => [...cells.values()].map(({ text }) => text).join(' '))
  return { source, encoding, delimiter, sheet: sheet.name, form, headingRow, columns, decimalSign, above }
}

function recognisedColumns(sheet: Sheet, layout: Layout): readonly RecognisedColumn[] {
  const roleAt = new Map<number, Role | 'across'>()
  for (const [role, column] of layout.columns) roleAt.set(column, role)
  if (layout.form !== 'long') for (const { column } of layout.across) roleAt.set(column, 'across')
  const rows = sheet.rows.filter(({ number }) => number >= layout.headingRow)
  const heading = rows.find(({ number }) => number === layout.headingRow)
  const columns = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  return [...columns, ...roleAt.keys()]
    .filter((column, index, all) => all.indexOf(column) === index)
    .toSorted((a, b) => a - b)
    .map((column) => ({
      column: columnLetter(column),
      heading: heading?.cells.get(column)?.text ?? '',
      role: roleAt.get(column) ?? null,
    }))
}
