import { columnLetter, type Sheet } from '#platform/office/cell.ts'
import type { Grid } from './grid.ts'
import { shortened } from '#platform/values/cleaned.ts'

/** What a person can choose among where a table was not recognised, or was recognised wrongly. */
export interface Offer {
  /** The sheets' names, where there are several. */
  readonly sheets: readonly string[]
  readonly columns: readonly OfferedColumn[]
}

/** A column of the sheet, with the first text that stands in it from the headings on. */
interface OfferedColumn {
  readonly column: string
  readonly heading: string
}

export function offerOf({ sheets }: Grid, sheet: Sheet | undefined, headingRow: number): Offer {
  const names = sheets.flatMap(({ name }) => name ?? [])
  return { sheets: names.length > 1 ? names : [], columns: sheet ? columnsOf(sheet, headingRow) : [] }
}

function columnsOf({ rows }: Sheet, headingRow: number): readonly OfferedColumn[] {
  const first = new Map<number, string>()
  for (const { number, cells } of rows) {
    if (number < headingRow) continue
    for (const [column, { text }] of cells) if (!first.has(column)) first.set(column, text)
  }
  return [...first]
    .toSorted(([one], [other]) => one - other)
    .map(([column, text]) => ({ column: columnLetter(column), heading: shortened(text) }))
}
