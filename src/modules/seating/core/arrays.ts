/** Reads where the index is known to be within: every array of the search is an Int32Array, so these are one machine's code. */
export function at(array: Int32Array, index: number): number {
  return array[index] as number
}

export function add(array: Int32Array, index: number, change: number): void {
  array[index] = (array[index] as number) + change
}

/** A number for each different value, in the order they first come. */
export class Numbering {
  readonly #numbers = new Map<string, number>()

  of(value: string): number {
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    this.#numbers.set(value, this.#numbers.size)
    return this.#numbers.size - 1
  }

  get size(): number {
    return this.#numbers.size
  }

  find(value: string): number | undefined {
    return this.#numbers.get(value)
  }
}
