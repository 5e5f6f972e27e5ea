import { add, at } from './arrays.ts'
import type { Compiled } from './compile.ts'

/** Where people have been told to sit, and what it costs to tell them otherwise; in the search's whole numbers. */
export interface Staying {
  /** By round × all + one: the table told, or -1. */
  readonly told: Int32Array
  /** To move somebody at all … */
  readonly first: number
  /** … and in each round more: whoever must be told can be told two things. */
  readonly further: number
}

/** In how many rounds each person is away from where they were told to sit. */
export class StayState {
  readonly #compiled: Compiled
  readonly #staying: Staying
  readonly #away: Int32Array
  worth = 0

  constructor(compiled: Compiled, staying: Staying) {
    this.#compiled = compiled
    this.#staying = staying
    this.#away = new Int32Array(compiled.all)
  }

  count(tableOf: Int32Array): void {
    const { all, rounds } = this.#compiled
    this.#away.fill(0)
    for (let cell = 0; cell < rounds * all; cell += 1) {
      const told = at(this.#staying.told, cell)
      if (told >= 0 && at(tableOf, cell) >= 0 && at(tableOf, cell) !== told) add(this.#away, cell % all, 1)
    }
    this.worth = 0
    for (let one = 0; one < all; one += 1) this.worth -= this.#cost(at(this.#away, one))
  }

  #cost(away: number): number {
    const { first, further } = this.#staying
    return away === 0 ? 0 : first + (away - 1) * further
  }

  addTo(gain: Int32Array, tableOf: Int32Array): void {
    for (let one = 0; one < this.#compiled.people; one += 1) this.#add(one, 1, gain, tableOf)
  }

  /** For one person in all rounds: what leaving the seat told would cost, or what coming back would save. */
  #add(one: number, sign: 1 | -1, gain: Int32Array, tableOf: Int32Array): void {
    const { all, rounds, tables } = this.#compiled
    const away = at(this.#away, one)
    const leaving = sign * (this.#cost(away) - this.#cost(away + 1))
    for (let cell = one; cell < rounds * all; cell += all) {
      const told = at(this.#staying.told, cell)
      if (told < 0 || at(tableOf, cell) < 0) continue
      if (at(tableOf, cell) !== told)
        add(gain, cell * tables + told, sign * (this.#cost(away) - this.#cost(away - 1)))
      else
        for (let table = 0; table < tables; table += 1)
          if (table !== told) add(gain, cell * tables + table, leaving)
    }
  }

  /** A person changes tables in a round; `seat` writes it down. */
  move(cell: number, to: number, gain: Int32Array, tableOf: Int32Array): void {
    const told = at(this.#staying.told, cell)
    const one = cell % this.#compiled.all
    const isStep = told >= 0 && (at(tableOf, cell) === told) !== (to === told)
    if (!isStep) {
      tableOf[cell] = to
      return
    }
    this.#add(one, -1, gain, tableOf)
    this.worth += this.#cost(at(this.#away, one))
    add(this.#away, one, to === told ? -1 : 1)
    this.worth -= this.#cost(at(this.#away, one))
    tableOf[cell] = to
    this.#add(one, 1, gain, tableOf)
  }
}
