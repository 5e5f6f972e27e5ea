import type { Gender } from '#modules/statistics'
import { columnLetter, emptyCell, type Cell, type Sheet, type SheetRow } from '#platform/office/cell.ts'
import type { Findings, Spot } from './findings.ts'
import type { Role } from './headings.ts'
import type { Layout } from './layout.ts'
import { isTotal, type PlaceFinder } from './places.ts'

/** A cell where it stands. */
export interface PlacedCell extends Spot {
  readonly cell: Cell
}

/** The cells that make one figure, whichever way the table lies. */
export interface Entry {
  readonly code: PlacedCell | null
  readonly name: PlacedCell | null
  /** Null where the person has told the year. */
  readonly year: PlacedCell | null
  readonly value: PlacedCell
  /** Told by the column's heading. */
  readonly gender: Gender | null
  readonly others: ReadonlyMap<Role, PlacedCell>
}

const ownRoles = new Set<Role>(['place-code', 'place-name', 'year', 'value'])

/** The entries of a table. Rows that hold no figure, such as notes beneath it, are passed over and told. */
export function entriesOf(
  sheet: Sheet,
  layout: Layout,
  places: PlaceFinder,
  findings: Findings,
): readonly Entry[] {
  const heading = sheet.rows.find(({ number }) => number === layout.headingRow)
  const entries: Entry[] = []
  let above: SheetRow | null = null
  for (const row of sheet.rows) {
    if (row.number <= layout.headingRow || isRepeated(row, heading)) continue
    if (isPassedOver(row, layout, places, findings)) continue
    const placed = withPlace(row, above, layout, findings)
    if (placed === row) above = row
    entries.push(...entriesIn(row, placed, layout, heading))
  }
  return entries
}

/** The columns that the table consists of. */
export function columnsOf(layout: Layout): readonly number[] {
  const across = layout.form === 'long' ? [] : layout.across.map(({ column }) => column)
  return [...new Set([...layout.columns.values(), ...across])].toSorted((a, b) => a - b)
}

function entriesIn(
  row: SheetRow,
  placed: SheetRow,
  layout: Layout,
  heading: SheetRow | undefined,
): readonly Entry[] {
  const { columns } = layout
  const at = (from: SheetRow, role: Role) => {
    const column = columns.get(role)
    return column === undefined ? null : cellAt(from, column)
  }
  const others = new Map(
    [...columns]
      .filter(([role]) => !ownRoles.has(role))
      .map(([role, column]) => [role, cellAt(row, column)] as const),
  )
  const top = heading ?? { number: layout.headingRow, cells: new Map<number, Cell>() }
  const here = { code: at(placed, 'place-code'), name: at(placed, 'place-name'), gender: null, others }
  switch (layout.form) {
    case 'long': {
      const value = at(row, 'value')
      return value ? [{ ...here, year: at(row, 'year'), value }] : []
    }
    case 'years-across':
      return layout.across.map(({ column, gender, heading: year }) => ({
        ...here,
        gender,
        year: { ...cellAt(top, column), cell: year },
        value: cellAt(row, column),
      }))
    case 'places-across':
      return layout.across.map(({ column }) => ({
        ...here,
        code: null,
        name: cellAt(top, column),
        year: at(row, 'year'),
        value: cellAt(row, column),
      }))
  }
}

/** A heading that stands again further down, as tables made for printing have it. */
function isRepeated(row: SheetRow, heading: SheetRow | undefined): boolean {
  if (heading?.cells.size !== row.cells.size) return false
  return [...row.cells].every(([column, { text }]) => heading.cells.get(column)?.text === text)
}

function isPassedOver(row: SheetRow, layout: Layout, places: PlaceFinder, findings: Findings): boolean {
  const where = String(row.number)
  const first = [...row.cells.values()][0]?.text ?? ''
  const place = layout.form === 'places-across' ? null : placeCellOf(row, layout)
  if (place && isTotal(place.text) && !places.isKnown(place)) {
    findings.worthKnowing('total-rows-skipped', where, first)
    return true
  }
  if (figureColumnsOf(layout).some((column) => row.cells.has(column))) return false
  if (place && places.isKnown(place)) findings.worthKnowing('empty-cells-skipped', where, first)
  else findings.worthKnowing('text-rows-skipped', where, first)
  return true
}

/** Where a row that is a figure has something. */
function figureColumnsOf(layout: Layout): readonly number[] {
  if (layout.form !== 'long') return layout.across.map(({ column }) => column)
  const wanted: readonly Role[] = ['year', 'value', 'missing']
  return wanted.flatMap((role) => layout.columns.get(role) ?? [])
}

function placeCellOf(row: SheetRow, layout: Layout): Cell | null {
  const wanted: readonly Role[] = ['place-code', 'place-name']
  const cells = wanted.flatMap((role) => row.cells.get(layout.columns.get(role) ?? -1) ?? [])
  return cells[0] ?? null
}

/** Tables by gender often name the place in its first row only. Without such a column an empty place is a mistake. */
function withPlace(row: SheetRow, above: SheetRow | null, layout: Layout, findings: Findings): SheetRow {
  if (layout.form === 'places-across' || placeCellOf(row, layout) || !above) return row
  const gender = layout.columns.get('gender')
  if (gender === undefined || !row.cells.has(gender)) return row
  const column = layout.columns.get('place-code') ?? layout.columns.get('place-name') ?? 0
  findings.worthKnowing('place-taken-from-above', `${columnLetter(column)}${row.number}`)
  return above
}

function cellAt(row: SheetRow, column: number): PlacedCell {
  const cell = row.cells.get(column) ?? emptyCell
  return { row: row.number, column, cell, text: cell.text }
}
