import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Sheet } from '#platform/office/cell.ts'
import { csvSheet, type Delimiter } from './csv-sheet.ts'
import { decoded, type Encoding } from './encoding.ts'
import { kindOf, kindOfText } from './file-kind.ts'
import type { Limits } from './limits.ts'
import { fileProblem, type TableProblem } from './problems.ts'
import { bookIn } from '#platform/office/xlsx-book.ts'

/** A file as it was uploaded, or text as it was pasted. A file's name is not asked for: the bytes tell what it is. */
export type TableInput =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'paste'; readonly text: string }

/** What the input was, and every sheet of it that may hold the table. */
export interface Grid {
  readonly source: 'workbook' | 'text-file' | 'paste'
  /** Null for a workbook and for pasted text, which have none that a person could choose. */
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  readonly sheets: readonly Sheet[]
  readonly hiddenSheets: readonly string[]
}

/** What the person knows better than the recognition. */
export interface GridChoice {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
}

/** Parts the input into cells, or tells why it cannot be. */
export function gridOf(
  input: TableInput,
  limits: Limits,
  choice: GridChoice = {},
): Outcome<Grid, TableProblem> {
  const size = input.kind === 'file' ? input.bytes.byteLength : input.text.length
  if (size === 0) return refuse(fileProblem('empty-file'))
  if (size > limits.bytes) return refuse(fileProblem('file-too-large', String(size)))
  if (input.kind === 'paste') return textGrid(input.text, 'paste', null, limits, choice)

  const kind = kindOf(input.bytes)
  if (kind === 'package') return bookGrid(input.bytes, limits)
  if (kind !== 'text') return refuse(fileProblem(kind))
  const text = decoded(input.bytes, choice.encoding ?? null)
  if (!text.ok) return text
  return textGrid(text.value.text, 'text-file', text.value.encoding, limits, choice)
}

function bookGrid(bytes: Uint8Array, limits: Limits): Outcome<Grid, TableProblem> {
  const book = bookIn(bytes, limits)
  if (!book.ok) return refuse(fileProblem(book.refusal.problem, book.refusal.got))
  return done({ source: 'workbook', encoding: null, delimiter: null, ...book.value })
}

function textGrid(
  text: string,
  source: 'text-file' | 'paste',
  encoding: Encoding | null,
  limits: Limits,
  choice: GridChoice,
): Outcome<Grid, TableProblem> {
  const kind = kindOfText(text)
  if (kind) return refuse(fileProblem(kind))
  const csv = csvSheet(text, limits.cells, choice.delimiter ?? null)
  if (!csv.ok) return csv
  const { sheet, delimiter } = csv.value
  if (sheet.rows.length === 0) return refuse(fileProblem('empty-file'))
  return done({ source, encoding, delimiter, sheets: [sheet], hiddenSheets: [] })
}
