import { CsvError, parse } from 'csv-parse/sync'

/** The rows of what was copied from a spreadsheet: tabs between the cells, line breaks within a cell in quotes. */
export function pastedRows(
  text: string,
  delimiter = text.includes('\t') ? '\t' : ';',
): readonly (readonly string[])[] {
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // A quote that was never closed: each line is then a row, as it looks.
    return text.split('\n').map((line) => line.split(delimiter))
  }
}
