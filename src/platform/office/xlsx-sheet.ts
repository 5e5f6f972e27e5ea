import {
  isBlank,
  placeOf,
  type Cell,
  type CellValue,
  type MergedRange,
  type Sheet,
  type SheetRow,
} from './cell.ts'
import { cleaned } from '../values/cleaned.ts'
import { dayOfSerial, type NumberFormat } from './xlsx-formats.ts'
import { longestText, RichText } from './xlsx-text.ts'
import { walkXml } from './xml-walk.ts'

/** What the cells of all sheets refer to. */
export interface WorkbookParts {
  readonly sharedTexts: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly isFrom1904: boolean
}

/** A cell as it is written, before its type and style have been looked up. */
interface WrittenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  stored: string
  hasFormula: boolean
}

const mostColumns = 16_384
const mostHiddenTold = 1000

/** The sheet; null when it cannot be read, `too-many` when it has more cells than allowed. */
export function worksheetIn(
  bytes: Uint8Array,
  name: string,
  parts: WorkbookParts,
  mostCells: number,
): Sheet | 'too-many' | null {
  const reader = new WorksheetReader(parts)
  const isSound = walkXml(bytes, {
    opened: (tag, attributes) => reader.opened(tag, attributes),
    closed: (tag) => reader.closed(tag),
    text: (text) => reader.text(text),
    isEnough: () => reader.count > mostCells,
  })
  if (reader.count > mostCells) return 'too-many'
  return isSound ? reader.sheet(name) : null
}

class WorksheetReader {
  count = 0
  readonly #parts: WorkbookParts
  readonly #rows: SheetRow[] = []
  readonly #merged: MergedRange[] = []
  readonly #hiddenRows: number[] = []
  readonly #hiddenColumns: number[] = []
  readonly #rich = new RichText()
  #row = 0
  #cells = new Map<number, Cell>()
  #nextColumn = 0
  #cell: WrittenCell | null = null
  #isInValue = false

  constructor(parts: WorkbookParts) {
    this.#parts = parts
  }

  sheet(name: string): Sheet {
    return {
      name,
      rows: this.#rows,
      merged: this.#merged,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
    }
  }

  opened(tag: string, attributes: ReadonlyMap<string, string>): void {
    switch (tag) {
      case 'row':
        return this.#openRow(attributes)
      case 'c':
        return this.#openCell(attributes)
      case 'v':
        this.#isInValue = true
        return
      case 'f':
        if (this.#cell) this.#cell.hasFormula = true
        return
      case 'mergeCell':
        return this.#addMerged(attributes.get('ref') ?? '')
      case 'col':
        return this.#addColumns(attributes)
      default:
        this.#rich.opened(tag, attributes)
    }
  }

  closed(tag: string): void {
    if (tag === 'row' && this.#cells.size > 0) this.#rows.push({ number: this.#row, cells: this.#cells })
    if (tag === 'v') this.#isInValue = false
    if (tag === 'c') this.#closeCell()
    this.#rich.closed(tag)
  }

  text(text: string): void {
    if (!this.#isInValue || !this.#cell) return this.#rich.add(text)
    this.#cell.stored += text.slice(0, longestText - this.#cell.stored.length)
  }

  // Numbers of rows and cells may be left out; then they follow the one before.
  #openRow(attributes: ReadonlyMap<string, string>): void {
    this.#row = Number(attributes.get('r') ?? this.#row + 1)
    this.#cells = new Map()
    this.#nextColumn = 0
    if (isSet(attributes.get('hidden'))) this.#hiddenRows.push(this.#row)
  }

  #openCell(attributes: ReadonlyMap<string, string>): void {
    const column = placeOf(attributes.get('r') ?? '')?.column ?? this.#nextColumn
    this.#nextColumn = column + 1
    this.#rich.begin()
    this.#cell = {
      column,
      type: attributes.get('t') ?? 'n',
      style: Number(attributes.get('s') ?? 0),
      stored: '',
      hasFormula: false,
    }
    this.count++
  }

  #closeCell(): void {
    const written = this.#cell
    this.#cell = null
    if (!written || written.column >= mostColumns) return
    const cell = this.#cellOf(written)
    if (!isBlank(cell)) this.#cells.set(written.column, cell)
  }

  #cellOf(written: WrittenCell): Cell {
    const { text, value } = this.#contentOf(written)
    const hasResult = written.stored !== '' || text !== ''
    const formula = written.hasFormula ? (hasResult ? 'with-result' : 'without-result') : 'none'
    return { text: cleaned(text), value, formula }
  }

  #contentOf({ type, stored, style }: WrittenCell): { text: string; value: CellValue } {
    switch (type) {
      case 's':
        return asText(this.#parts.sharedTexts[Number(stored)] ?? '')
      case 'str':
        return asText(stored)
      case 'inlineStr':
        return asText(this.#rich.whole)
      case 'b':
        return { text: stored === '1' ? 'TRUE' : 'FALSE', value: { kind: 'truth', truth: stored === '1' } }
      case 'e':
        return { text: stored, value: { kind: 'error' } }
      case 'd':
        return { text: stored.slice(0, 10), value: { kind: 'day', day: stored.slice(0, 10), serial: null } }
      default:
        return this.#numberOf(stored, this.#parts.formats[style] ?? 'plain')
    }
  }

  #numberOf(stored: string, format: NumberFormat): { text: string; value: CellValue } {
    const raw = Number(stored)
    if (stored.trim() === '' || !Number.isFinite(raw)) return { text: stored, value: { kind: 'text' } }
    // Excel itself counts with fifteen digits and shows no more; what it stores beyond them is noise.
    const number = Number(raw.toPrecision(15))
    const day = format === 'day' ? dayOfSerial(number, this.#parts.isFrom1904) : null
    if (day !== null) return { text: day, value: { kind: 'day', day, serial: number } }
    if (format !== 'percent')
      return { text: String(number), value: { kind: 'number', number, isPercent: false } }
    const percent = Number((number * 100).toPrecision(15))
    return { text: `${percent} %`, value: { kind: 'number', number: percent, isPercent: true } }
  }

  #addMerged(address: string): void {
    const [from, to] = address.split(':').map(placeOf)
    if (!from || !to) return
    this.#merged.push({
      address,
      firstRow: Math.min(from.row, to.row),
      lastRow: Math.max(from.row, to.row),
      firstColumn: Math.min(from.column, to.column),
      lastColumn: Math.max(from.column, to.column),
    })
  }

  #addColumns(attributes: ReadonlyMap<string, string>): void {
    if (!isSet(attributes.get('hidden'))) return
    const first = Number(attributes.get('min') ?? 0)
    // All columns to the right of the table are often hidden at once, and that hides nothing.
    const last = Math.min(Number(attributes.get('max') ?? first), first + mostHiddenTold)
    for (let column = first; column <= last && this.#hiddenColumns.length < mostColumns; column++)
      this.#hiddenColumns.push(column - 1)
  }
}

function asText(text: string): { text: string; value: CellValue } {
  return { text, value: { kind: 'text' } }
}

function isSet(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true'
}
