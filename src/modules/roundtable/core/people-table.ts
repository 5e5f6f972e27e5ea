import { cleaned, folded } from '#platform/values/cleaned.ts'
import type { Criterion } from './event.ts'
import { ParticipantForm } from './participant-form.ts'

/** The columns of a list of people, in the order they stand where no heading says another. */
export const listColumns = [
  'name',
  'title',
  'organisation',
  'email',
  'municipality',
  'criterion',
  'phone',
] as const
export type ListColumn = (typeof listColumns)[number]

/** What a list's words mean. */
export interface ListWords {
  /** Every way to write a column's heading. */
  readonly headings: Readonly<Record<ListColumn, readonly string[]>>
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly criteria: readonly Criterion[]
  /** The criterion of whoever the list says none for. */
  readonly otherwise: string
}

export interface CellProblem {
  /** As a spreadsheet counts: the first row is 1. */
  readonly row: number
  readonly column: ListColumn
  /** Where the column stands, from 0; null where the list has none. */
  readonly at: number | null
  readonly problem: string
  readonly value: string
}

export interface ListEntry {
  readonly row: number
  /** In which column the name stands, counted from 0. */
  readonly nameAt: number
  readonly person: ParticipantForm
}

export interface ReadList {
  readonly entries: readonly ListEntry[]
  readonly problems: readonly CellProblem[]
}

/** The most people that one list may hold. */
export const mostListed = 500

/** Reads a list of people, the first row of which may be headings. Rows with a problem are no entries. */
export function readList(rows: readonly (readonly string[])[], words: ListWords): ReadList {
  const headings = headingsIn(rows[0] ?? [], words)
  const columns = headings ?? listColumns
  const entries: ListEntry[] = []
  const problems: CellProblem[] = []
  for (const [index, cells] of rows.entries()) {
    if ((headings && index === 0) || cells.every((cell) => cleaned(cell) === '')) continue
    const row = index + 1
    const said = saidIn(cells, columns)
    const faults: CellProblem[] = []
    const say = (column: ListColumn, problem: string) => {
      const at = columns.indexOf(column)
      faults.push({ row, column, at: at < 0 ? null : at, problem, value: said[column] })
    }
    const person = personIn(said, words, say)
    if (person && faults.length === 0) entries.push({ row, nameAt: columns.indexOf('name'), person })
    problems.push(...faults.toSorted((a, b) => (a.at ?? -1) - (b.at ?? -1)))
  }
  return { entries, problems }
}

function saidIn(
  cells: readonly string[],
  columns: readonly (ListColumn | null)[],
): Readonly<Record<ListColumn, string>> {
  const said = {
    name: '',
    title: '',
    organisation: '',
    email: '',
    municipality: '',
    criterion: '',
    phone: '',
  }
  for (const [at, column] of columns.entries()) if (column) said[column] = cleaned(cells[at] ?? '')
  return said
}

function personIn(
  said: Readonly<Record<ListColumn, string>>,
  { municipalities, criteria, otherwise }: ListWords,
  say: (column: ListColumn, problem: string) => void,
): ParticipantForm | null {
  const municipality = municipalityIn(said.municipality, municipalities)
  if (municipality === undefined) say('municipality', 'municipality-unknown')
  const criterion = criterionIn(said.criterion, criteria, otherwise)
  if (criterion === null) say('criterion', said.criterion === '' ? 'criterion-choose' : 'criterion-unknown')
  const parsed = ParticipantForm.safeParse({
    ...said,
    municipality: municipality ?? '',
    criterion: criterion ?? 'x',
  })
  for (const { path, message } of parsed.error?.issues ?? []) {
    const column = listColumns.find((name) => name === path[0])
    if (column) say(column, message)
  }
  return parsed.data ?? null
}

/** Its code; empty for none, undefined for one that is unknown. */
function municipalityIn(said: string, known: ListWords['municipalities']): string | undefined {
  if (said === '') return ''
  return known.find(
    ({ code, name }) =>
      code === said || plainPlace(name) === plainPlace(said) || `${plainPlace(name)}s` === plainPlace(said),
  )?.code
}

function criterionIn(said: string, criteria: readonly Criterion[], otherwise: string): string | null {
  const wanted = said === '' ? otherwise : said
  const found = criteria.find(({ id, text }) => id === wanted || folded(text) === folded(wanted))
  return found?.id ?? null
}

/** The columns by their headings; null where the first row is no row of headings. */
function headingsIn(row: readonly string[], { headings }: ListWords): readonly (ListColumn | null)[] | null {
  const found = row.map(
    (cell) =>
      listColumns.find((column) => headings[column].some((word) => folded(word) === folded(cell))) ?? null,
  )
  return found.includes('name') && found.includes('organisation') ? found : null
}

function plainPlace(name: string): string {
  return cleaned(name)
    .toLocaleLowerCase('sv')
    .replace(/ (?:kommun|stad)$/, '')
}
