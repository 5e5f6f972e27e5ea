/** Chance with a seed: xoshiro128** keeps the same order of numbers on every machine. */
export class Random {
  #a: number
  #b: number
  #c: number
  #d: number

  constructor(seed: number) {
    // Seeds that lie close must not give runs that resemble each other.
    let state = seed | 0
    const next = () => {
      state = (state + 0x9e3779b9) | 0
      let mixed = state ^ (state >>> 16)
      mixed = Math.imul(mixed, 0x21f0aaad)
      mixed ^= mixed >>> 15
      mixed = Math.imul(mixed, 0x735a2d97)
      return mixed ^ (mixed >>> 15)
    }
    this.#a = next()
    this.#b = next()
    this.#c = next()
    this.#d = next() | 1
  }

  /** 32 bits. */
  bits(): number {
    const turned = Math.imul(this.#b, 5)
    const result = Math.imul((turned << 7) | (turned >>> 25), 9)
    const shifted = this.#b << 9
    this.#c ^= this.#a
    this.#d ^= this.#b
    this.#b ^= this.#c
    this.#a ^= this.#d
    this.#c ^= shifted
    this.#d = (this.#d << 11) | (this.#d >>> 21)
    return result
  }

  /** From 0 up to, not including, `below`. A multiplication: the remainder of an unsigned number is slow. */
  below(below: number): number {
    return ((this.bits() >>> 16) * below) >>> 16
  }

  /** In (0, 1]. */
  part(): number {
    return ((this.bits() >>> 8) + 1) / 0x1000000
  }

  shuffle<Item>(items: Item[]): Item[] {
    for (let last = items.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1)
      const kept = items[last] as Item
      items[last] = items[other] as Item
      items[other] = kept
    }
    return items
  }
}
