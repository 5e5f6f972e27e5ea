import { missingReasons, saidBy, type Said } from './figure.ts'

/** Bytes of a cell: four where they give every value back exactly, else eight. */
export type Width = 4 | 8

// A missing value is a NaN that carries a number: 0 for a cell that nobody has spoken of, else the reason's place in the
// list, from 1 on. It is written and read as whole numbers, for an engine may rewrite the bits of a NaN.
const quiet4 = 0x7fc00000
const quiet8 = 0x7ff80000
const highest = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0].toReversed().map((power) => 10 ** power)

/**
 * The decimal number that was stored, from the nearest number of 32 bits: the shortest one that is nearest to it, too.
 * Statistics have few digits, so most come back exactly; `isExactIn4` tells whether one does.
 */
function recovered(near: number): number {
  if (Number.isInteger(near)) return near
  for (const scale of highest) {
    const candidate = Math.round(near * scale) / scale
    if (Math.fround(candidate) === near) return candidate
  }
  return near
}

/** Whether four bytes give the value back exactly. */
export function isExactIn4(value: number): boolean {
  const near = Math.fround(value)
  // The sign of a zero is not kept, and means nothing in statistics.
  return Number.isFinite(near) && recovered(near) === value
}

/** Values and reasons in a row, each in as many bytes as the width says. */
export class Cells {
  readonly width: Width
  readonly #floats: Float32Array | Float64Array
  readonly #bits: Uint32Array

  constructor(width: Width, buffer: ArrayBuffer) {
    this.width = width
    this.#floats = width === 4 ? new Float32Array(buffer) : new Float64Array(buffer)
    this.#bits = new Uint32Array(buffer)
  }

  /** So many cells that nobody has spoken of. */
  static blank(width: Width, length: number): Cells {
    const cells = new Cells(width, new ArrayBuffer(width * length))
    for (let cell = 0; cell < length; cell += 1) cells.#mark(cell, 0)
    return cells
  }

  /** From bytes as they were stored, which may begin anywhere in a larger piece of memory. */
  static from(width: Width, bytes: Uint8Array): Cells {
    return new Cells(width, new Uint8Array(bytes).buffer)
  }

  get length(): number {
    return this.#floats.length
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.#floats.buffer)
  }

  /** Some cells as they are stored, without a value where not a number: fit to be compared, not to be shown. */
  stored(from: number, until: number): Float32Array | Float64Array {
    return this.#floats.subarray(from, until)
  }

  /** The value of a cell; null where it has none. */
  valueAt(cell: number): number | null {
    const value = this.#floats[cell] ?? Number.NaN
    if (Number.isNaN(value)) return null
    return this.width === 4 ? recovered(value) : value
  }

  /** What a cell says; undefined where nobody has spoken of it. */
  saidAt(cell: number): Said | undefined {
    const value = this.valueAt(cell)
    if (value !== null) return { value, missing: null }
    const mark = (this.#bits[this.width === 4 ? cell : cell * 2] ?? 0) & 0xff
    return mark === 0 ? undefined : saidBy(null, mark - 1)
  }

  say(cell: number, said: Said): void {
    if (said.missing === null) this.#floats[cell] = said.value === 0 ? 0 : said.value
    else this.#mark(cell, missingReasons.indexOf(said.missing) + 1)
  }

  #mark(cell: number, mark: number): void {
    if (this.width === 4) {
      this.#bits[cell] = quiet4 | mark
      return
    }
    // The lower half of a number comes first on every machine that Node runs on here.
    this.#bits[cell * 2] = mark
    this.#bits[cell * 2 + 1] = quiet8
  }
}
