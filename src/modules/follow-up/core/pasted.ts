import type { CellGrid } from '#modules/programme'
import { rowField, type Sheet } from './sheet.ts'

/** The columns of a pasted table, in the order they stand where no heading says another. */
export const pastedColumns = ['number', 'intervention', 'status', 'text', 'milestone', 'milestoneOn'] as const
export type PastedColumn = (typeof pastedColumns)[number]

/** What the words of a pasted table mean, in whichever language it is written. */
export interface PastedWords {
  /** Every way to write a column's heading. */
  readonly headings: Readonly<Record<PastedColumn, readonly string[]>>
  /** Every way to write a status, and its code. */
  readonly statuses: ReadonlyMap<string, string>
}

export interface PastedProblem {
  /** As the reader counts: the first line is 1. */
  readonly line: number
  readonly problem: 'intervention-unknown' | 'status-unknown' | 'twice'
  readonly value: string
}

/** What a pasted table says, field by field as the sheet has them, and what in it could not be understood. */
export interface Pasted {
  readonly fields: Sheet
  readonly problems: readonly PastedProblem[]
}

/** A word as it is compared, however it is written. */
function plain(word: string): string {
  return word.trim().toLocaleLowerCase('sv')
}

/** Reads the rows of a pasted table into the sheet of a municipality. Cells that are empty leave what stands there. */
export function readPasted(
  rows: readonly (readonly string[])[],
  column: CellGrid,
  words: PastedWords,
): Pasted {
  const headings = headingsIn(rows[0] ?? [], words)
  const columns = headings ?? pastedColumns
  const fields: Record<string, string> = {}
  const problems: PastedProblem[] = []
  const seen = new Set<string>()
  for (const [at, row] of rows.entries()) {
    if ((headings && at === 0) || row.every((cell) => cell.trim() === '')) continue
    const said = saidIn(row, columns)
    const called = calledIn(said)
    const say = (problem: PastedProblem['problem'], value: string) =>
      problems.push({ line: at + 1, problem, value })
    const id = interventionIn(said, column)
    if (id === null) say('intervention-unknown', called)
    else if (seen.has(id)) say('twice', called)
    else {
      seen.add(id)
      const status = unknownStatus(said, words)
      if (status !== null) say('status-unknown', status)
      Object.assign(fields, fieldsOf(id, said, words))
    }
  }
  return { fields, problems }
}

type SaidInRow = Readonly<Record<string, string>>

function saidIn(row: readonly string[], columns: readonly (PastedColumn | null)[]): SaidInRow {
  return Object.fromEntries(columns.map((name, place) => [name ?? '', (row[place] ?? '').trim()]))
}

/** What a row calls its intervention. */
function calledIn({ number = '', intervention = '' }: SaidInRow): string {
  return number || intervention
}

function unknownStatus({ status = '' }: SaidInRow, { statuses }: PastedWords): string | null {
  return status === '' || statuses.has(plain(status)) ? null : status
}

function fieldsOf(id: string, said: SaidInRow, { statuses }: PastedWords): Sheet {
  const { status = '', text = '', milestone = '', milestoneOn = '' } = said
  const read = { status: statuses.get(plain(status)) ?? '', text, milestone, milestoneOn }
  return Object.fromEntries(
    Object.entries(read).flatMap(([field, value]) =>
      value === '' ? [] : [[rowField(field as keyof typeof read, id), value]],
    ),
  )
}

/** The columns by their headings; null where the first row is no row of headings. */
function headingsIn(
  row: readonly string[],
  { headings }: PastedWords,
): readonly (PastedColumn | null)[] | null {
  const found = row.map(
    (cell) =>
      pastedColumns.find((name) => headings[name].some((word) => plain(word) === plain(cell))) ?? null,
  )
  const isHeading = found.includes('status') || found.includes('text')
  return isHeading && (found.includes('number') || found.includes('intervention')) ? found : null
}

/** By its number, else by its name in either language. */
function interventionIn(
  { number = '', intervention: name = '' }: SaidInRow,
  { interventions }: CellGrid,
): string | null {
  const byNumber = interventions.find((one) => String(one.number) === number.replace(/\.$/, ''))
  const byName = interventions.find(
    (one) => plain(name) !== '' && [one.name.sv, one.name.en].some((text) => plain(text) === plain(name)),
  )
  return (byNumber ?? byName)?.id ?? null
}

/** The words for statuses as they are looked up: by what a person may have written. */
export function wordsToCodes(
  named: readonly (readonly [word: string, code: string])[],
): ReadonlyMap<string, string> {
  return new Map(named.map(([word, code]) => [plain(word), code]))
}
