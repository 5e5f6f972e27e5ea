import { dayOf } from '#platform/values/dates.ts'
import { csvText, type CsvRow } from '#platform/values/csv.ts'
import { workbookOf } from '#platform/http/workbook.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { CellGrid, GridEntry } from '../core/cell-grid.ts'
import { standingOf } from '../core/status.ts'
import { changesTextsIn } from './changes-texts.ts'
import { textsIn } from './texts.ts'

const widths = [8, 40, 12, 16, 18, 60, 30, 14, 12, 12]

/** The matrix row by row, as anybody may read it: nobody's name is in it. */
export function matrixCsv(grid: CellGrid, locale: Locale): string {
  return csvText([headings(locale), ...rowsOf(grid, locale)])
}

/** The same as an Excel file. */
export async function matrixWorkbook(grid: CellGrid, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const { sheet } = changesTextsIn(locale)
  return workbookOf([{ name: sheet, headings: headings(locale), rows: rowsOf(grid, locale), widths }])
}

function headings(locale: Locale): readonly string[] {
  const { columns } = changesTextsIn(locale)
  return [
    columns.number,
    columns.intervention,
    columns.municipalityCode,
    columns.municipality,
    columns.standing,
    columns.text,
    columns.milestone,
    columns.milestoneOn,
    columns.saidOn,
    columns.example,
  ]
}

function rowsOf(grid: CellGrid, locale: Locale): readonly CsvRow[] {
  const { yes, no } = changesTextsIn(locale)
  return grid.entries.map(({ intervention, municipality, cell }: GridEntry) => [
    intervention.number,
    inLocale(intervention.name, locale),
    municipality.code,
    municipality.name,
    textsIn(locale).standings[standingOf(cell)],
    cell?.text ?? null,
    cell?.milestone?.text ?? null,
    cell?.milestone?.on ?? null,
    cell ? dayOf(cell.saidAt) : null,
    cell?.isExample ? yes : no,
  ])
}
