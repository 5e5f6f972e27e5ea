import { Cells, isExactIn4, type Width } from './cells.ts'
import type { Figure, Gender } from './figure.ts'
import { onceFor } from './once-for.ts'

/** A figure, and the retrieval that it came with. */
export type KnownFigure = Figure & { readonly retrieval: number }

/** A cube as its row in the table holds it. */
export interface PackedCube {
  readonly firstYear: number
  readonly places: readonly string[]
  readonly width: Width
  readonly cells: Uint8Array
  readonly preliminary: Uint8Array | null
  readonly retrievals: readonly number[]
  readonly retrievalOf: Uint8Array | null
  readonly notes: Readonly<Record<string, string>> | null
}

/** Nearly all cubes have the same places, and those that were read share one list of them. */
const columnsOf = onceFor(
  (places: readonly string[]): ReadonlyMap<string, number> =>
    new Map(places.map((place, column) => [place, column])),
)

/** Everything that is known of one series and gender: year by year, in each year the places in their order. */
export class Cube {
  readonly series: number
  readonly gender: Gender
  readonly firstYear: number
  readonly lastYear: number
  readonly places: readonly string[]
  /** The retrievals that its figures came with. */
  readonly retrievalIds: readonly number[]
  readonly packed: PackedCube
  readonly #cells: Cells
  readonly #retrievalOf: Uint16Array | Uint8Array | null
  readonly #columns: ReadonlyMap<string, number>

  constructor(series: number, gender: Gender, packed: PackedCube) {
    this.series = series
    this.gender = gender
    this.places = packed.places
    this.retrievalIds = packed.retrievals
    this.#cells = Cells.from(packed.width, packed.cells)
    this.packed = { ...packed, cells: this.#cells.bytes }
    this.firstYear = packed.firstYear
    this.lastYear = packed.firstYear + this.#cells.length / Math.max(1, packed.places.length) - 1
    this.#columns = columnsOf(packed.places)
    this.#retrievalOf = packed.retrievalOf && numbersIn(packed.retrievalOf, packed.retrievals.length)
  }

  /** In bytes, about. */
  get size(): number {
    return (
      this.#cells.bytes.byteLength +
      (this.packed.retrievalOf?.byteLength ?? 0) +
      8 * this.places.length +
      1000
    )
  }

  get years(): readonly number[] {
    return Array.from({ length: this.lastYear - this.firstYear + 1 }, (_, at) => this.firstYear + at)
  }

  /** What is known of a place in a year; undefined where nobody has spoken of it. */
  figureAt(place: string, year: number): KnownFigure | undefined {
    const column = this.#columns.get(place)
    if (column === undefined || year < this.firstYear || year > this.lastYear) return undefined
    return this.#figureIn(year, column)
  }

  /** The value of a place in a year; null where it has none. */
  valueAt(place: string, year: number): number | null {
    const column = this.#columns.get(place)
    if (column === undefined || year < this.firstYear || year > this.lastYear) return null
    return this.#cells.valueAt((year - this.firstYear) * this.places.length + column)
  }

  /** Every figure, the oldest year first; of these places only, if any are named. */
  *figures(places: readonly string[] = this.places): Generator<KnownFigure> {
    const columns = places.flatMap((place) => this.#columns.get(place) ?? [])
    for (const year of this.years) {
      for (const column of columns) {
        const figure = this.#figureIn(year, column)
        if (figure) yield figure
      }
    }
  }

  /** A place's values, year by year, not a number where it has none. */
  valuesOf(place: string): Float64Array {
    const values = new Float64Array(this.lastYear - this.firstYear + 1).fill(Number.NaN)
    const column = this.#columns.get(place)
    if (column === undefined) return values
    for (let at = 0; at < values.length; at += 1)
      values[at] = this.#cells.valueAt(at * this.places.length + column) ?? Number.NaN
    return values
  }

  /** What is stored of the places in a year, in their order: fit to be compared, not to be shown. */
  storedIn(year: number): Float32Array | Float64Array {
    const start = (year - this.firstYear) * this.places.length
    return this.#cells.stored(start, start + this.places.length)
  }

  #figureIn(year: number, column: number): KnownFigure | undefined {
    const cell = (year - this.firstYear) * this.places.length + column
    const said = this.#cells.saidAt(cell)
    if (!said) return undefined
    const { preliminary, notes } = this.packed
    return {
      place: this.places[column] ?? '',
      gender: this.gender,
      year,
      ...said,
      isPreliminary: (((preliminary?.[cell >> 3] ?? 0) >> (cell & 7)) & 1) === 1,
      note: notes?.[cell] ?? null,
      retrieval: this.retrievalIds[this.#retrievalOf?.[cell] ?? 0] ?? 0,
    }
  }
}

/** A cube of these figures, which are of one series and gender, each of another cell. */
export function pack(figures: Iterable<KnownFigure>): PackedCube {
  const all = [...figures]
  const shape = shapeOf(all)
  const cellOf = (figure: KnownFigure) =>
    (figure.year - shape.firstYear) * shape.places.length + (shape.columns.get(figure.place) ?? 0)
  const cells = Cells.blank(shape.width, shape.length)
  for (const figure of all) cells.say(cellOf(figure), figure)
  const { firstYear, places, width, length } = shape
  return {
    firstYear,
    places,
    width,
    cells: cells.bytes,
    preliminary: preliminaryIn(all, cellOf, length),
    ...retrievalsIn(all, cellOf, length),
    notes: notesIn(all, cellOf),
  }
}

interface Shape {
  readonly firstYear: number
  readonly places: readonly string[]
  readonly columns: ReadonlyMap<string, number>
  readonly width: Width
  readonly length: number
}

function shapeOf(all: readonly KnownFigure[]): Shape {
  let [firstYear, lastYear] = [Infinity, -Infinity]
  let width: Width = 4
  const codes = new Set<string>()
  for (const { year, place, value } of all) {
    firstYear = Math.min(firstYear, year)
    lastYear = Math.max(lastYear, year)
    codes.add(place)
    if (width === 4 && value !== null && !isExactIn4(value)) width = 8
  }
  const places = [...codes].toSorted(byCode)
  const columns = new Map(places.map((place, column) => [place, column]))
  if (all.length === 0) return { firstYear: 0, places, columns, width, length: 0 }
  return { firstYear, places, columns, width, length: (lastYear - firstYear + 1) * places.length }
}

type CellOf = (figure: KnownFigure) => number

function preliminaryIn(all: readonly KnownFigure[], cellOf: CellOf, length: number): Uint8Array | null {
  const preliminary = all.filter(({ isPreliminary }) => isPreliminary)
  if (preliminary.length === 0) return null
  const bits = new Uint8Array(Math.ceil(length / 8))
  for (const figure of preliminary) setBit(bits, cellOf(figure))
  return bits
}

function retrievalsIn(
  all: readonly KnownFigure[],
  cellOf: CellOf,
  length: number,
): Pick<PackedCube, 'retrievals' | 'retrievalOf'> {
  const retrievals = [...new Set(all.map(({ retrieval }) => retrieval))].toSorted((a, b) => a - b)
  if (retrievals.length < 2) return { retrievals, retrievalOf: null }
  const indexOf = new Map(retrievals.map((retrieval, index) => [retrieval, index]))
  const numbers = emptyNumbers(length, retrievals.length)
  for (const figure of all) numbers[cellOf(figure)] = indexOf.get(figure.retrieval) ?? 0
  return { retrievals, retrievalOf: new Uint8Array(numbers.buffer) }
}

function notesIn(all: readonly KnownFigure[], cellOf: CellOf): PackedCube['notes'] {
  const notes = all.flatMap((figure) =>
    figure.note === null ? [] : [[cellOf(figure), figure.note] as const],
  )
  return notes.length === 0 ? null : Object.fromEntries(notes)
}

function setBit(bits: Uint8Array, at: number): void {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
}

/** One byte a cell while it can count the retrievals, then two. */
function emptyNumbers(length: number, retrievals: number): Uint8Array | Uint16Array {
  return retrievals <= 256 ? new Uint8Array(length) : new Uint16Array(length)
}

function numbersIn(bytes: Uint8Array, retrievals: number): Uint8Array | Uint16Array {
  return retrievals <= 256 ? bytes : new Uint16Array(Uint8Array.from(bytes).buffer)
}

function byCode(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
