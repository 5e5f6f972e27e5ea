import writeExcelFile from 'write-excel-file/node'
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility'

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A sheet of a workbook: a heading for each column, and the rows below them. */
export interface WorkbookSheet {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** How wide each column is, in characters. */
  readonly widths: readonly number[]
}

/** Sheets as an Excel file. The headings stay in sight while one scrolls, and each column can be sorted and filtered. */
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
  const features = [{ files: { transform: { [sheetFile]: { transform: filtersOn(sheets) } } } }]
  return new Uint8Array(await writeExcelFile(written, { features }).toBuffer())
}

const sheetFile = 'xl/worksheets/sheet{id}.xml'

/** The small buttons at the headings of each sheet, which the library knows nothing of. */
function filtersOn(sheets: readonly WorkbookSheet[]) {
  return (xml: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }): string => {
    const { headings = [], rows = [] } = sheets[sheetIndex] ?? {}
    if (headings.length === 0 || rows.length === 0) return xml
    const ref = `A1:${getCellAddress(rows.length, headings.length - 1)}`
    const order = getOrderOfSiblings(sheetFile, 'worksheet') ?? []
    const markup = getSelfClosingTagMarkup('autoFilter', { ref })
    return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet')
  }
}
