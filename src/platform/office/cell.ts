/** What a cell holds beside its text. In CSV and in pasted text there is nothing but text. */
export type CellValue =
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly number: number; readonly isPercent: boolean }
  /** `serial` is the number that Excel keeps the day as; it shows when a year was typed into a cell made for dates. */
  | { readonly kind: 'day'; readonly day: string; readonly serial: number | null }
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'error' }

export interface Cell {
  /** What a person sees, as far as the file tells. */
  readonly text: string
  readonly value: CellValue
  readonly formula: 'none' | 'with-result' | 'without-result'
}

/** A row with something in it; `number` and the columns count as a spreadsheet does, the columns from zero. */
export interface SheetRow {
  readonly number: number
  readonly cells: ReadonlyMap<number, Cell>
}

export interface MergedRange {
  readonly address: string
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

export interface Sheet {
  /** Null where there are no sheets, in CSV and in pasted text. */
  readonly name: string | null
  readonly rows: readonly SheetRow[]
  readonly merged: readonly MergedRange[]
  /** Rows and columns that the person who looks at the sheet does not see. */
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
}

export const emptyCell: Cell = { text: '', value: { kind: 'text' }, formula: 'none' }

export function textCell(text: string): Cell {
  return { text, value: { kind: 'text' }, formula: 'none' }
}

export function isBlank(cell: Cell): boolean {
  return cell.text === '' && cell.formula === 'none'
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** The column that the letters name, counted from zero; null for what names none. */
export function columnOf(letters: string): number | null {
  if (!/^[A-Z]{1,3}$/i.test(letters)) return null
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The cell as a spreadsheet names it: `C7`. */
export function addressOf(row: number, column: number): string {
  return `${columnLetter(column)}${row}`
}

/** The row and column of `C7`, also when it is written `$C$7`. */
export function placeOf(address: string): { readonly row: number; readonly column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address) ?? []
  const column = columnOf(letters)
  return column === null || Number(digits) < 1 ? null : { row: Number(digits), column }
}
