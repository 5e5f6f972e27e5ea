import { addressOf, columnLetter, type Sheet } from '#platform/office/cell.ts'
import { columnsOf, type Entry } from './entries.ts'
import type { Findings } from './findings.ts'
import type { Grid } from './grid.ts'
import type { Layout } from './layout.ts'
import type { ReadFigure } from './read-entry.ts'
import { shortened } from '#platform/values/cleaned.ts'

/** What is wrong with, or worth knowing of, the table as a sheet, before its cells are read. */
export function checkSheet(
  grid: Grid,
  sheet: Sheet,
  layout: Layout,
  entries: readonly Entry[],
  findings: Findings,
): void {
  const rows = new Set([layout.headingRow, ...entries.map(({ value }) => value.row)])
  const columns = columnsOf(layout)
  checkMerged(sheet, rows, columns, findings)
  for (const row of sheet.hiddenRows)
    if (rows.has(row)) findings.worthKnowing('hidden-rows-read', String(row))
  for (const column of sheet.hiddenColumns)
    if (columns.includes(column)) findings.worthKnowing('hidden-columns-read', columnLetter(column))
  for (const name of grid.hiddenSheets) findings.worthKnowing('hidden-sheets-skipped', name)
  if (grid.source === 'text-file' && layout.headingRow > 0) checkWidths(sheet, layout, rows, findings)
}

function checkMerged(
  sheet: Sheet,
  rows: ReadonlySet<number>,
  columns: readonly number[],
  findings: Findings,
): void {
  const inOrder = [...rows].toSorted((one, other) => one - other)
  const cellsOf = new Map(sheet.rows.map(({ number, cells }) => [number, cells]))
  for (const { firstRow, lastRow, firstColumn, lastColumn, address } of sheet.merged) {
    if (!columns.some((column) => column >= firstColumn && column <= lastColumn)) continue
    if (!isAnyWithin(inOrder, firstRow, lastRow)) continue
    const got = shortened(cellsOf.get(firstRow)?.get(firstColumn)?.text ?? '')
    const problem = 'merged-cells'
    findings.add({ row: firstRow, column: address, field: 'table', problem, got, proposals: [] })
  }
}

/** Whether any of these numbers, which are in order, is from one to another. A workbook may have a range for each row. */
function isAnyWithin(inOrder: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, inOrder.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inOrder[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return (inOrder[low] ?? Infinity) <= to
}

/** In a text file a row that is longer than the headings has been parted where it should not: at a decimal comma. */
function checkWidths(sheet: Sheet, layout: Layout, rows: ReadonlySet<number>, findings: Findings): void {
  const heading = sheet.rows.find(({ number }) => number === layout.headingRow)
  const last = Math.max(...(heading?.cells.keys() ?? []), ...columnsOf(layout))
  for (const { number, cells } of sheet.rows) {
    const beyond = [...cells].find(([column]) => column > last)
    if (!beyond || !rows.has(number) || number === layout.headingRow) continue
    const [column, { text }] = beyond
    findings.wrong({ row: number, column, text }, 'table', 'more-cells-than-headings')
  }
}

/** A figure that stands twice is told; two different figures for one place and year are wrong, both of them. */
export function withoutDuplicates(figures: readonly ReadFigure[], findings: Findings): readonly ReadFigure[] {
  const first = new Map<string, ReadFigure>()
  for (const one of figures) {
    const { place, gender, year } = one.figure
    const key = JSON.stringify([one.indicator, place, gender, year])
    const known = first.get(key)
    if (!known) first.set(key, one)
    else if (isSame(known, one)) findings.worthKnowing('duplicate-same', one.cell, String(one.figure.value))
    else {
      addDuplicate(known, one, findings)
      addDuplicate(one, known, findings)
    }
  }
  return [...first.values()]
}

function isSame({ figure: one }: ReadFigure, { figure: other }: ReadFigure): boolean {
  return (
    one.value === other.value && one.missing === other.missing && one.isPreliminary === other.isPreliminary
  )
}

function addDuplicate(one: ReadFigure, other: ReadFigure, findings: Findings): void {
  const got = String(one.figure.value ?? one.figure.missing)
  const where = { row: one.row, column: one.cell, field: 'value' } as const
  findings.add({ ...where, problem: 'duplicate-differs', got, proposals: [other.cell] })
}

const fewestForShares = 5

/** 0.124 in a column of per cent is often 12.4 %, as a spreadsheet keeps it. */
export function checkShares(figures: readonly ReadFigure[], unit: string, findings: Findings): void {
  const values = figures.flatMap(({ figure }) => figure.value ?? [])
  const areSmall = values.every((value) => Math.abs(value) <= 1) && values.some((value) => value !== 0)
  const [first] = figures
  if (unit === 'percent' && values.length >= fewestForShares && areSmall && first)
    findings.worthKnowing('looks-like-shares', first.cell, String(first.figure.value))
}

/** One file is one series, unless the caller takes several. */
export function checkIndicators(entries: readonly Entry[], findings: Findings): void {
  const cells = entries.flatMap(({ others }) => others.get('indicator') ?? [])
  const names = [...new Set(cells.map(({ text }) => text))].filter((name) => name !== '')
  const [first] = cells
  if (!first || names.length < 2) return
  const column = addressOf(first.row, first.column).replace(/\d+$/, '')
  const got = shortened(names.join(', '), 80)
  findings.add({
    row: null,
    column,
    field: 'indicator',
    problem: 'several-indicators',
    got,
    proposals: names.slice(0, 10),
  })
}
