export type CsvRow = readonly (string | number | null)[]

// Without the mark Excel reads UTF-8 as Windows-1252 and Öckerö becomes Ã–ckerÃ¶.
const byteOrderMark = '\uFEFF'

/** Rows, the headings first, as comma-separated text by RFC 4180. */
export function csvText(rows: readonly CsvRow[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

function cellText(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = isFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// A spreadsheet runs a cell that begins like this. Numbers are ours and keep their minus.
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text)
}
