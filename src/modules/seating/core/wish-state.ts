import { add, at } from './arrays.ts'
import type { Compiled } from './compile.ts'
import type { Wishes } from './compile-wishes.ts'
import type { State } from './state.ts'

/** How often each person sits where a theme is spoken of. */
export class WishState {
  readonly #compiled: Compiled
  readonly #wishes: Wishes
  /** By one of all × themes + theme. */
  readonly #times: Int32Array
  readonly #most: number
  worth = 0

  constructor(compiled: Compiled, wishes: Wishes) {
    this.#compiled = compiled
    this.#wishes = wishes
    this.#times = new Int32Array(compiled.all * wishes.themes)
    this.#most = wishes.weight.reduce((most, weight) => Math.max(most, weight), 0)
  }

  count(tableOf: Int32Array): void {
    const { all, rounds, tables } = this.#compiled
    const { themes, at: themeAt, weight } = this.#wishes
    this.worth = 0
    this.#times.fill(0)
    for (let one = 0; one < all; one += 1)
      for (let round = 0; round < rounds; round += 1) {
        const table = at(tableOf, round * all + one)
        const theme = table < 0 ? -1 : at(themeAt, round * tables + table)
        if (theme < 0) continue
        add(this.#times, one * themes + theme, 1)
        if (at(this.#times, one * themes + theme) === 1) this.worth += at(weight, one * themes + theme)
      }
  }

  /** What coming to a table would fulfil, for everyone and every table. */
  addTo(gain: Int32Array): void {
    const { all, rounds, tables } = this.#compiled
    const { themes, at: themeAt, weight } = this.#wishes
    for (let round = 0; round < rounds; round += 1)
      for (let one = 0; one < all; one += 1)
        for (let table = 0; table < tables; table += 1) {
          const theme = at(themeAt, round * tables + table)
          if (theme >= 0 && at(this.#times, one * themes + theme) === 0)
            add(gain, (round * all + one) * tables + table, at(weight, one * themes + theme))
        }
  }

  /** What is no longer fulfilled if this person leaves this place. */
  loss(one: number, place: number): number {
    const theme = at(this.#wishes.at, place)
    if (theme < 0) return 0
    const cell = one * this.#wishes.themes + theme
    return at(this.#times, cell) === 1 ? at(this.#wishes.weight, cell) : 0
  }

  themeAt(place: number): number {
    return at(this.#wishes.at, place)
  }

  /** A wish that leaving would lose and coming would not win, for the same theme is spoken of at both. */
  kept(one: number, here: number, there: number): number {
    return at(this.#wishes.at, here) === at(this.#wishes.at, there) ? this.loss(one, here) : 0
  }

  mostKept(here: number, there: number): number {
    return at(this.#wishes.at, here) === at(this.#wishes.at, there) ? this.#most : 0
  }

  move(one: number, from: number, to: number, state: State): void {
    const left = at(this.#wishes.at, from)
    const come = at(this.#wishes.at, to)
    if (left === come) return
    if (left >= 0) this.#step(one, left, -1, state)
    if (come >= 0) this.#step(one, come, 1, state)
  }

  #step(one: number, theme: number, step: 1 | -1, state: State): void {
    const cell = one * this.#wishes.themes + theme
    const weight = at(this.#wishes.weight, cell)
    const times = at(this.#times, cell) + step
    this.#times[cell] = times
    if (weight === 0) return
    const before = times - step
    if (times === 0 || before === 0) this.worth += step * weight
    const wins = (times === 0 ? weight : 0) - (before === 0 ? weight : 0)
    const loses = (times === 1 ? weight : 0) - (before === 1 ? weight : 0)
    if (wins !== 0 || loses !== 0) this.#reweigh(one, theme, { wins, loses }, state)
  }

  #reweigh(one: number, theme: number, { wins, loses }: Reweighing, state: State): void {
    const { all, rounds, tables } = this.#compiled
    for (let round = 0; round < rounds; round += 1) {
      const table = at(state.tableOf, round * all + one)
      if (table < 0) continue
      for (let any = 0; any < tables; any += 1)
        if (at(this.#wishes.at, round * tables + any) === theme)
          add(state.gain, (round * all + one) * tables + any, wins)
      if (at(this.#wishes.at, round * tables + table) === theme) add(state.loss, round * all + one, loses)
    }
  }
}

interface Reweighing {
  readonly wins: number
  readonly loses: number
}
