import { dayOf } from '#platform/values/dates.ts'
import { csvText, type CsvRow } from '#platform/values/csv.ts'
import { workbookOf } from '#platform/http/workbook.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { CellGrid, GridEntry } from '../core/cell-grid.ts'
import { standingOf } from '../core/status.ts'
import { changesTextsIn } from './changes-texts.ts'
import type { Reader } from './words.ts'

type FileReader = Pick<Reader, 'locale' | 'words'>

const widths = [8, 40, 12, 16, 18, 14, 60, 30, 14, 12, 12]

/** The matrix row by row, as anybody may read it: nobody's name is in it. */
export function matrixCsv(grid: CellGrid, reader: FileReader): string {
  return csvText([headings(reader.locale), ...rowsOf(grid, reader)])
}

/** The same as an Excel file. */
export async function matrixWorkbook(grid: CellGrid, reader: FileReader): Promise<Uint8Array<ArrayBuffer>> {
  const { locale } = reader
  const { sheet } = changesTextsIn(locale)
  return workbookOf([{ name: sheet, headings: headings(locale), rows: rowsOf(grid, reader), widths }])
}

function headings(locale: Locale): readonly string[] {
  const { columns } = changesTextsIn(locale)
  return [
    columns.number,
    columns.intervention,
    columns.municipalityCode,
    columns.municipality,
    columns.standing,
    columns.standingKey,
    columns.text,
    columns.milestone,
    columns.milestoneOn,
    columns.saidOn,
    columns.example,
  ]
}

function rowsOf(grid: CellGrid, { locale, words }: FileReader): readonly CsvRow[] {
  const { yes, no } = changesTextsIn(locale)
  return grid.entries.map(({ intervention, municipality, cell }: GridEntry) => [
    intervention.number,
    inLocale(intervention.name, locale),
    municipality.code,
    municipality.name,
    words.labels[standingOf(cell)],
    standingOf(cell),
    cell?.text ?? null,
    cell?.milestone?.text ?? null,
    cell?.milestone?.on ?? null,
    cell ? dayOf(cell.saidAt) : null,
    cell?.isExample ? yes : no,
  ])
}
