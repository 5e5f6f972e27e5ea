import { done, refuse, type Outcome } from '#platform/outcome.ts'
import {
  addressOf,
  columnLetter,
  columnOf,
  emptyCell,
  textCell,
  type Cell,
  type Sheet,
  type SheetRow,
} from '#platform/office/cell.ts'
import { genderIn } from './genders.ts'
import { roleOf, roles, type Role } from './headings.ts'
import type { Layout, LayoutChoice, YearColumn } from './layout.ts'
import { readNumber } from './numbers.ts'
import { isTotal, type PlaceFinder } from './places.ts'
import type { ProblemName, TableProblem } from './problems.ts'
import { folded, shortened } from '#platform/values/cleaned.ts'
import { readYear } from './years.ts'

/** Titles and notes above a table take so many rows at most. */
const mostRowsAbove = 40
const mostRowsLookedAt = 300
/** Columns without a known heading are looked into, the first of them only. */
const mostColumnsLookedAt = 50
const anyStyle = { decimalSign: null, isTold: false, mayGroupBySign: true } as const

/** Finds the headings and what each column is for. What it cannot tell, the person is asked. */
export function layoutOf(
  sheet: Sheet,
  places: PlaceFinder,
  choice: LayoutChoice = {},
): Outcome<Layout, TableProblem> {
  const chosen = chosenColumns(sheet, choice)
  if (!chosen.ok) return chosen
  const candidates = headingRows(sheet, choice).map((heading) => {
    const body = sheet.rows.filter(({ number }) => number > heading.number).slice(0, mostRowsLookedAt)
    return new Recognition({ heading, body, places, chosen: chosen.value, choice })
  })
  for (const candidate of candidates) {
    const layout = candidate.layout()
    if (layout) return layout
  }
  const nearest = candidates.toSorted((a, b) => b.known - a.known)[0]
  return refuse(nearest?.complaint() ?? problem(null, 'no-headings', ''))
}

function headingRows(sheet: Sheet, { headingRow }: LayoutChoice): readonly SheetRow[] {
  if (headingRow === undefined) return sheet.rows.slice(0, mostRowsAbove)
  const chosen = sheet.rows.find(({ number }) => number === headingRow)
  return [chosen ?? { number: headingRow, cells: new Map<number, Cell>() }]
}

function chosenColumns(
  sheet: Sheet,
  { columns = {} }: LayoutChoice,
): Outcome<ReadonlyMap<Role, number>, TableProblem> {
  const chosen = new Map<Role, number>()
  for (const role of roles) {
    const letters = columns[role]
    if (letters === undefined) continue
    const column = columnOf(letters)
    if (column === null || !sheet.rows.some(({ cells }) => cells.has(column)))
      return refuse(problem(null, 'column-unknown', letters))
    chosen.set(role, column)
  }
  return done(chosen)
}

interface Looked {
  readonly heading: SheetRow
  readonly body: readonly SheetRow[]
  readonly places: PlaceFinder
  readonly chosen: ReadonlyMap<Role, number>
  readonly choice: LayoutChoice
}

/** One row taken as the headings, and what can be made of it. */
class Recognition {
  readonly #heading: SheetRow
  readonly #body: readonly SheetRow[]
  readonly #places: PlaceFinder
  readonly #choice: LayoutChoice
  readonly #chosen: ReadonlyMap<Role, number>
  readonly #columns: Map<Role, number>
  readonly #twice: { readonly role: Role; readonly column: number } | null

  constructor({ heading, body, places, chosen, choice }: Looked) {
    this.#heading = heading
    this.#body = body
    this.#places = places
    this.#choice = choice
    this.#chosen = chosen
    const found = columnsByHeading(heading, chosen)
    this.#columns = found.columns
    this.#twice = found.twice
  }

  /** How much of a table's headings the row holds. */
  get known(): number {
    return this.#columns.size
  }

  /** The layout, a problem that has to be mended, or null when this row is no heading. */
  layout(): Outcome<Layout, TableProblem> | null {
    const { form } = this.#choice
    return (
      ((form ?? 'long') === 'long' ? this.#long() : null) ??
      ((form ?? 'years-across') === 'years-across' ? this.#yearsAcross() : null) ??
      ((form ?? 'places-across') === 'places-across' ? this.#placesAcross() : null)
    )
  }

  /** Why no table begins at this row. */
  complaint(): TableProblem | null {
    if (this.known < 2) return null
    const { number } = this.#heading
    const headings = shortened([...this.#heading.cells.values()].map(({ text }) => text).join(', '), 80)
    if (!this.#hasPlace()) return problem(number, 'place-column-missing', headings)
    if (!this.#columns.has('year')) return problem(number, 'year-column-missing', headings)
    return problem(number, 'value-column-missing', headings)
  }

  #long(): Outcome<Layout, TableProblem> | null {
    const hasYear = this.#columns.has('year') || this.#choice.year !== undefined
    if (!hasYear || !this.#looksLong() || !this.#findPlace()) return null
    if (this.#twice) return refuse(this.#columnTwice(this.#twice))
    if (!this.#columns.has('value')) {
      const values = this.#numberColumns()
      const [only, ...others] = values
      if (only === undefined) return null
      if (others.length > 0) return refuse(this.#unclear(values))
      this.#columns.set('value', only)
    }
    return done({ form: 'long', headingRow: this.#heading.number, columns: this.#columns })
  }

  /** Years down and places across begin with a year column, too; there the other headings are places. */
  #looksLong(): boolean {
    if (this.#choice.form === 'long' || this.#columns.has('value')) return true
    return this.#hasPlace() && this.#placeHeadings().length < 2
  }

  #yearsAcross(): Outcome<Layout, TableProblem> | null {
    const across = this.#yearHeadings()
    if (across.length === 0) return null
    const place = this.#findPlace(across.map(({ column }) => column))
    if (!place) return null
    if (this.#twice) return refuse(this.#columnTwice(this.#twice))
    return done({ form: 'years-across', headingRow: this.#heading.number, columns: this.#columns, across })
  }

  #placesAcross(): Outcome<Layout, TableProblem> | null {
    const known = this.#placeHeadings()
    const year = this.#columns.get('year') ?? this.#yearColumn(known)
    if (known.length < 2 || year === null) return null
    const isRole = (column: number) => column === year || [...this.#chosen.values()].includes(column)
    const across = [...this.#heading.cells]
      .filter(
        ([column, cell]) => column > year && !isRole(column) && !isTotal(cell.text) && this.#hasBody(column),
      )
      .map(([column]) => ({ column }))
    const columns = new Map<Role, number>([...this.#chosen, ['year', year]])
    return done({ form: 'places-across', headingRow: this.#heading.number, columns, across })
  }

  #hasPlace(): boolean {
    return this.#columns.has('place-code') || this.#columns.has('place-name')
  }

  /** By its heading, or else the first column where most cells are places; exports leave its heading empty. */
  #findPlace(taken: readonly number[] = []): boolean {
    if (this.#hasPlace()) return true
    const roleColumns = new Set([...this.#columns.values(), ...taken])
    const found = this.#filledColumns().find((column) => {
      if (roleColumns.has(column) || this.#places.isKnown(this.#headingAt(column))) return false
      return this.#share(column, (cell) => this.#places.isKnown(cell)) > 0.5
    })
    if (found === undefined) return false
    this.#columns.set('place-name', found)
    return true
  }

  #yearHeadings(): readonly YearColumn[] {
    const roleColumns = new Set(this.#columns.values())
    const free = [...this.#heading.cells].filter(([column]) => !roleColumns.has(column))
    const years = free.flatMap(([column, cell]) => {
      const year = yearHeading(cell)
      return year ? [{ column, ...year }] : []
    })
    const first = years[0]?.column ?? Infinity
    const last = years.at(-1)?.column ?? -Infinity
    // The columns stand together: what else lies between them is one whose heading has to be mended.
    const between = free.filter(([column, cell]) => column > first && column < last && !yearHeading(cell))
    const unclear = between.map(([column, heading]) => ({ column, heading, gender: null }))
    return [...years, ...unclear].toSorted((a, b) => a.column - b.column)
  }

  #placeHeadings(): readonly number[] {
    return [...this.#heading.cells].filter(([, cell]) => this.#places.isKnown(cell)).map(([column]) => column)
  }

  #yearColumn(places: readonly number[]): number | null {
    const first = Math.min(...places)
    const found = this.#filledColumns().find(
      (column) => column < first && this.#share(column, (cell) => readYear(cell).kind === 'year') > 0.5,
    )
    return found ?? null
  }

  #numberColumns(): readonly number[] {
    const roleColumns = new Set(this.#columns.values())
    return this.#filledColumns().filter(
      (column) => !roleColumns.has(column) && this.#share(column, isNumber) > 0.5,
    )
  }

  #filledColumns(): readonly number[] {
    const filled = new Set(this.#body.flatMap(({ cells }) => [...cells.keys()]))
    return [...filled].toSorted((a, b) => a - b).slice(0, mostColumnsLookedAt)
  }

  #hasBody(column: number): boolean {
    return this.#body.some(({ cells }) => cells.has(column))
  }

  #share(column: number, isSuch: (cell: Cell) => boolean): number {
    const filled = this.#body.flatMap(({ cells }) => cells.get(column) ?? [])
    return filled.length === 0 ? 0 : filled.filter(isSuch).length / filled.length
  }

  #headingAt(column: number): Cell {
    return this.#heading.cells.get(column) ?? emptyCell
  }

  #columnTwice({ role, column }: { readonly role: Role; readonly column: number }): TableProblem {
    const first = this.#columns.get(role) ?? column
    const { number } = this.#heading
    return {
      ...problem(number, 'column-twice', this.#headingAt(column).text),
      column: addressOf(number, column),
      proposals: [first, column].map(columnLetter),
    }
  }

  #unclear(columns: readonly number[]): TableProblem {
    const { number } = this.#heading
    const headings = columns.map((column) => this.#headingAt(column).text).join(', ')
    return { ...problem(number, 'value-column-unclear', headings), proposals: columns.map(columnLetter) }
  }
}

function columnsByHeading(
  heading: SheetRow,
  chosen: ReadonlyMap<Role, number>,
): { columns: Map<Role, number>; twice: { role: Role; column: number } | null } {
  const columns = new Map(chosen)
  const taken = new Set(chosen.values())
  let twice: { role: Role; column: number } | null = null
  for (const [column, { text }] of heading.cells) {
    const role = taken.has(column) ? null : roleOf(text)
    if (!role || chosen.has(role)) continue
    if (!columns.has(role)) columns.set(role, column)
    // A measure is often told by its id and by its title, and there may be many notes; two values are a question.
    else if (role !== 'indicator' && role !== 'note') twice = { role, column }
  }
  return { columns, twice }
}

/** A heading that is a year, alone or together with whom it speaks of: `2023`, `Kvinnor 2023`. */
function yearHeading(cell: Cell): Omit<YearColumn, 'column'> | null {
  if (readYear(cell).kind === 'year') return { heading: cell, gender: null }
  if (cell.value.kind !== 'text') return null
  const [, before = '', year = '', after = ''] = /^(\p{L}*) ?(\d{4}\*?) ?(\p{L}*)$/u.exec(cell.text) ?? []
  const gender = genderIn(`${before}${after}`)
  const heading = textCell(year)
  return gender && readYear(heading).kind === 'year' ? { heading, gender } : null
}

function isNumber(cell: Cell): boolean {
  if (cell.value.kind === 'number') return true
  if (cell.value.kind !== 'text') return false
  const { kind } = readNumber(cell.text, anyStyle)
  return kind !== 'wrong' || /^[\d ]+$/.test(folded(cell.text))
}

function problem(row: number | null, name: ProblemName, got: string): TableProblem {
  return { row, column: null, field: 'table', problem: name, got: shortened(got, 80), proposals: [] }
}
