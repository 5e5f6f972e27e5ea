import { CsvError, parse } from 'csv-parse/sync'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { textCell, type Cell, type Sheet } from '#platform/office/cell.ts'
import { fileProblem, type TableProblem } from './problems.ts'
import { cleaned, shortened } from '#platform/values/cleaned.ts'

export const delimiters = ['\t', ';', ','] as const
export type Delimiter = (typeof delimiters)[number]

export interface CsvSheet {
  readonly sheet: Sheet
  readonly delimiter: Delimiter
}

const sampleLength = 64 * 1024
const recordEnds = ['\r\n', '\n', '\r']

/** Text in columns as a sheet. Its rows are those that a spreadsheet would show: one for each record. */
export function csvSheet(
  text: string,
  mostCells: number,
  known: Delimiter | null = null,
): Outcome<CsvSheet, TableProblem> {
  const { body, told, rowsBefore } = withoutDirective(unguarded(text.replace(/^\uFEFF/, '')))
  const delimiter = known ?? told ?? recognisedDelimiter(body)
  // Counted before anything is made of it: ten megabytes of commas are ten million cells.
  if (countOf(body, delimiter) + countOf(body, '\n') > mostCells)
    return refuse(fileProblem('too-many-cells', String(mostCells)))

  const records = recordsOf(body, delimiter)
  if (!records.ok) {
    const line = lineAfterLastRecord(body, delimiter)
    return refuse(fileProblem('quote-broken', lineOf(body, line), line + rowsBefore))
  }
  const rows = records.value.flatMap((record, index) => {
    const cells = new Map<number, Cell>()
    for (const [column, field] of record.entries()) {
      const shown = cleaned(unwrapped(field))
      if (shown !== '') cells.set(column, textCell(shown))
    }
    return cells.size === 0 ? [] : [{ number: index + 1 + rowsBefore, cells }]
  })
  return done({ sheet: { name: null, rows, merged: [], hiddenRows: [], hiddenColumns: [] }, delimiter })
}

/** `sep=;` on the first line is Excel's own way to tell. */
function withoutDirective(text: string): { body: string; told: Delimiter | null; rowsBefore: number } {
  const [line = '', sign] = /^sep=([\t;,])(?:\r\n|\n|\r)/i.exec(text) ?? []
  const told = delimiters.find((delimiter) => delimiter === sign) ?? null
  return { body: text.slice(line.length), told, rowsBefore: told ? 1 : 0 }
}

/** `="0114"` guards a zero in front from Excel. As it is written, the quotes would stand in the middle of a cell. */
function unguarded(text: string): string {
  return text.replace(/(?<=^|[\t;,\r\n])="([^"\r\n]*)"(?=$|[\t;,\r\n])/g, '"$1"')
}

/** The same when the program that saved it has quoted it once more. */
function unwrapped(field: string): string {
  return /^="([^"]*)"$/.exec(field)?.[1] ?? field
}

/** The sign that parts the most rows into equally many cells; of two equals, the one that makes more of them. */
function recognisedDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleLength)
  const tries = delimiters.map((delimiter) => ({ delimiter, ...regularity(sample, delimiter) }))
  const [best] = tries.toSorted((a, b) => b.rows - a.rows || b.width - a.width)
  return best?.delimiter ?? ';'
}

function regularity(sample: string, delimiter: Delimiter): { rows: number; width: number } {
  const records = parse(sample, {
    delimiter,
    record_delimiter: recordEnds,
    relax_column_count: true,
    relax_quotes: true,
    // The sample may end inside a quote, and that is no fault of the file.
    skip_records_with_error: true,
  })
  const rowsOfWidth = new Map<number, number>()
  for (const { length } of records)
    if (length > 1) rowsOfWidth.set(length, (rowsOfWidth.get(length) ?? 0) + 1)
  const [[width, rows] = [1, 0]] = [...rowsOfWidth].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])
  return { rows, width }
}

/** The records, unless a quote does not close, or closes in the middle of a cell. */
function recordsOf(text: string, delimiter: Delimiter): Outcome<readonly string[][], 'quote-broken'> {
  try {
    return done(parse(text, strictly(delimiter)))
  } catch (error) {
    if (error instanceof CsvError) return refuse('quote-broken')
    throw error
  }
}

/** The line where the record begins that could not be read. The library itself names the line where it gave up. */
function lineAfterLastRecord(text: string, delimiter: Delimiter): number {
  let lines = 0
  try {
    const seen = (record: string[], context: { lines: number }) => {
      lines = context.lines
      return record
    }
    parse(text, { ...strictly(delimiter), on_record: seen })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return lines + 1
}

function strictly(delimiter: Delimiter) {
  return {
    delimiter,
    record_delimiter: recordEnds,
    relax_column_count: true,
    // What is pasted from a spreadsheet has tabs, and quotes only as signs in the text.
    relax_quotes: delimiter === '\t',
  }
}

function lineOf(text: string, line: number): string {
  return shortened(text.split(/\r\n|\n|\r/, line)[line - 1] ?? '')
}

function countOf(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++
  return count
}
