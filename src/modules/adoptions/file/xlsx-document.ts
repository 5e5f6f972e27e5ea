import type { Sheet } from '#platform/office/cell.ts'
import { bookIn } from '#platform/office/xlsx-book.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { tableOutline } from '../core/table-outline.ts'
import type { ReadDocument, ReadingProblem } from './document.ts'
import { largestUnpacked } from './file-kind.ts'

/** More than any programme has. */
const mostCells = 50_000

/** The first sheet of an Excel file that holds something: its columns are the levels. */
export function xlsxDocument(bytes: Uint8Array): Outcome<ReadDocument, ReadingProblem> {
  const book = bookIn(bytes, { unpackedBytes: largestUnpacked, cells: mostCells })
  if (!book.ok) return refuse(problems[book.refusal.problem])
  const [sheet, ...others] = book.value.sheets
  if (!sheet) return refuse('file-nothing-found')
  return done({ ...tableOutline(rowsIn(sheet)), notes: others.length > 0 ? ['first-sheet'] : [] })
}

const problems = {
  'broken-workbook': 'file-broken',
  'binary-excel-file': 'file-wrong-kind',
  'opendocument-file': 'file-wrong-kind',
  'zip-file': 'file-wrong-kind',
  'locked-file': 'file-locked',
  'unpacks-too-large': 'file-unpacks-too-large',
  'too-many-cells': 'file-too-many-cells',
  'only-charts': 'file-nothing-found',
  'empty-file': 'file-nothing-found',
} as const

function rowsIn({ rows }: Sheet): readonly (readonly string[])[] {
  return rows.map(({ cells }) => {
    const width = Math.max(-1, ...cells.keys()) + 1
    return Array.from({ length: Math.min(width, 200) }, (_, column) => cells.get(column)?.text ?? '')
  })
}
