import { add, at } from './arrays.ts'
import type { Compiled } from './compile.ts'
import type { OrganisationState } from './organisation-state.ts'
import type { State } from './state.ts'

/** How often each two have met, and what once more or once less would be worth: to them, and to their organisations. */
export class PairState {
  readonly #compiled: Compiled
  /** By one × all + other, as all here. */
  readonly #met: Int32Array
  /** 0 where two mean nothing to each other, so that how often they meet need not be known. */
  readonly #matters: Uint8Array
  /** What two would win by sitting together once more … */
  readonly wins: Int32Array
  /** … and lose by sitting together once less. */
  readonly loses: Int32Array
  worth = 0
  broken = 0

  constructor(compiled: Compiled) {
    const cells = compiled.all * compiled.all
    this.#compiled = compiled
    this.#met = new Int32Array(cells)
    this.wins = new Int32Array(cells)
    this.loses = new Int32Array(cells)
    const { first, each, hardEach } = compiled.pairs
    this.#matters = Uint8Array.from(first, (worth, cell) =>
      worth !== 0 || each[cell] !== 0 || hardEach[cell] !== 0 ? 1 : 0,
    )
  }

  count(seats: Int32Array): void {
    const { rounds, tables, width, high, all } = this.#compiled
    this.#met.fill(0)
    for (let place = 0; place < rounds * tables; place += 1)
      for (let slot = 0; slot < at(high, place); slot += 1)
        for (let next = 0; next < slot; next += 1) {
          const one = at(seats, place * width + slot)
          const other = at(seats, place * width + next)
          add(this.#met, one * all + other, 1)
          add(this.#met, other * all + one, 1)
        }
  }

  weigh(organisations: OrganisationState | undefined): void {
    const { all, pairs } = this.#compiled
    this.worth = 0
    this.broken = pairs.brokenAtFirst
    for (let one = 0; one < all; one += 1)
      for (let other = 0; other < one; other += 1) {
        const cell = one * all + other
        const turned = other * all + one
        this.#weighPair(cell)
        if (organisations) {
          add(this.wins, cell, organisations.wins(one, other))
          add(this.loses, cell, organisations.loses(one, other))
        }
        this.wins[turned] = at(this.wins, cell)
        this.loses[turned] = at(this.loses, cell)
      }
  }

  #weighPair(cell: number): void {
    const { first, each, must, hardEach } = this.#compiled.pairs
    const times = at(this.#met, cell)
    if (times > 0) {
      this.worth += at(first, cell) + times * at(each, cell)
      this.broken += times * at(hardEach, cell) - at(must, cell)
    }
    this.wins[cell] = at(each, cell) + (times === 0 ? at(first, cell) : 0)
    this.loses[cell] = at(each, cell) + (times === 1 ? at(first, cell) : 0)
  }

  meet(one: number, other: number, step: 1 | -1, state: State): void {
    const { all, pairs } = this.#compiled
    const cell = one * all + other
    if (this.#matters[cell] === 0) return
    const times = at(this.#met, cell) + step
    this.#met[cell] = times
    this.#met[other * all + one] = times
    this.worth += step * at(pairs.each, cell)
    this.broken += step * at(pairs.hardEach, cell)
    const first = at(pairs.first, cell)
    if (first === 0) return
    const before = times - step
    if (times === 0 || before === 0) {
      this.worth += step * first
      this.broken -= step * at(pairs.must, cell)
    }
    const wins = (times === 0 ? first : 0) - (before === 0 ? first : 0)
    const loses = (times === 1 ? first : 0) - (before === 1 ? first : 0)
    if (wins !== 0 || loses !== 0) state.reweigh(one, other, wins, loses)
  }
}
