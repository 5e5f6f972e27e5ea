import type { Sheet } from '#platform/office/cell.ts'
import { pastedRows } from '#platform/office/pasted-rows.ts'
import { bookIn } from '#platform/office/xlsx-book.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { cleaned } from '#platform/values/cleaned.ts'

export type Rows = readonly (readonly string[])[]
export type FileProblem = 'file-empty' | 'file-broken' | 'file-locked' | 'file-too-large'

/** More than any list of people has. */
const limits = { unpackedBytes: 20 * 1024 * 1024, cells: 20_000 }
const mostRows = 2000
const mostColumns = 30

/** The rows of a file with people, each where the file has it: what stands in row seven is the seventh. */
export function rowsOfFile(bytes: Uint8Array): Outcome<Rows, FileProblem> {
  if (bytes.length === 0) return refuse('file-empty')
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refuse(isLocked(bytes) ? 'file-locked' : 'file-broken')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return rowsOfText(textOf(bytes))
  const book = bookIn(bytes, limits)
  if (!book.ok) return refuse(problems[book.refusal.problem])
  const [sheet] = book.value.sheets
  return sheet ? rowsOfSheet(sheet) : refuse('file-empty')
}

const problems = {
  'broken-workbook': 'file-broken',
  'binary-excel-file': 'file-broken',
  'opendocument-file': 'file-broken',
  'zip-file': 'file-broken',
  'locked-file': 'file-locked',
  'unpacks-too-large': 'file-too-large',
  'too-many-cells': 'file-too-large',
  'only-charts': 'file-empty',
  'empty-file': 'file-empty',
} as const

/** The rows of what was pasted, or of a file in text. */
export function rowsOfText(text: string): Outcome<Rows, FileProblem> {
  if (text.includes('\u0000')) return refuse('file-broken')
  const rows = pastedRows(text, delimiterIn(text))
  return fitting(rows.map((row) => row.slice(0, mostColumns).map(cleaned)))
}

function delimiterIn(text: string): string {
  const [first = ''] = text.split('\n', 1)
  return ['\t', ';', ','].find((sign) => first.includes(sign)) ?? '\t'
}

/** Text as it is saved: Unicode, or the one of Windows. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function rowsOfSheet({ rows }: Sheet): Outcome<Rows, FileProblem> {
  const last = Math.max(0, ...rows.map(({ number }) => number))
  if (last > mostRows) return refuse('file-too-large')
  const byNumber = new Map(rows.map(({ number, cells }) => [number, cells]))
  return fitting(
    Array.from({ length: last }, (_, at) => {
      const cells = byNumber.get(at + 1)
      const width = Math.min(mostColumns, Math.max(-1, ...(cells?.keys() ?? [])) + 1)
      return Array.from({ length: width }, (_cell, column) => cleaned(cells?.get(column)?.text ?? ''))
    }),
  )
}

function fitting(rows: Rows): Outcome<Rows, FileProblem> {
  if (rows.length > mostRows) return refuse('file-too-large')
  return rows.every((row) => row.every((cell) => cell === '')) ? refuse('file-empty') : done(rows)
}

function isLocked(bytes: Uint8Array): boolean {
  const mark = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(mark)
}

/** The rows as text that can be mended in a form and read again: a line each, tabs between the cells. */
export function textOfRows(rows: Rows): string {
  return rows.map((row) => row.map((cell) => cell.replaceAll('"', '”')).join('\t')).join('\n')
}
