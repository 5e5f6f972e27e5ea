import writeExcelFile from 'write-excel-file/node'

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A sheet of a workbook: a heading for each column, and the rows below them. */
export interface WorkbookSheet {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** How wide each column is, in characters. */
  readonly widths: readonly number[]
}

/** Sheets as an Excel file. The headings stay in sight while one scrolls. */
export async function workbookOf(sheets: readonly WorkbookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = sheets.map(({ name, headings, rows, widths }) => ({
    sheet: name,
    data: [
      headings.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((value) => (value === null || value === '' ? null : { value }))),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }))
  return new Uint8Array(await writeExcelFile(written).toBuffer())
}
