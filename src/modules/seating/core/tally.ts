import { add, at } from './arrays.ts'
import type { Compiled } from './compile.ts'
import type { Counted } from './compile-mix.ts'

/** The number that one rule of counting has found at each table of each round. */
class Tally {
  readonly rule: Counted
  /** By round and table. */
  readonly #found: Int32Array
  /** By round and table × groups + group. */
  readonly #ofGroup: Int32Array

  constructor(rule: Counted, places: number) {
    this.rule = rule
    this.#found = new Int32Array(places)
    this.#ofGroup = new Int32Array(places * rule.groups)
  }

  clear(): void {
    this.#found.fill(0)
    this.#ofGroup.fill(0)
  }

  enter(place: number, one: number): void {
    this.#move(place, at(this.rule.groupOf, one), 1)
  }

  leave(place: number, one: number): void {
    this.#move(place, at(this.rule.groupOf, one), -1)
  }

  #move(place: number, group: number, step: 1 | -1): void {
    if (group < 0) return
    const { groups } = this.rule
    if (groups === 0) {
      add(this.#found, place, step)
      return
    }
    const cell = place * groups + group
    add(this.#ofGroup, cell, step)
    // The first of a group to come and the last to go are what counts.
    if (at(this.#ofGroup, cell) === (step === 1 ? 1 : 0)) add(this.#found, place, step)
  }

  /** How many too few or too many. */
  off(place: number): number {
    return this.#off(at(this.#found, place))
  }

  #off(found: number): number {
    const { atLeast, atMost } = this.rule
    if (found < atLeast) return atLeast - found
    return found > atMost ? found - atMost : 0
  }

  /** How many more would be wrong at a place if one left it and another came. */
  change(place: number, leaving: number, coming: number): number {
    const { groupOf } = this.rule
    const gone = at(groupOf, leaving)
    const come = at(groupOf, coming)
    if (gone === come) return 0
    const found = at(this.#found, place)
    return this.#off(found - this.#loses(place, gone) + this.#wins(place, come)) - this.#off(found)
  }

  #loses(place: number, group: number): number {
    if (group < 0) return 0
    const { groups } = this.rule
    return groups === 0 || at(this.#ofGroup, place * groups + group) === 1 ? 1 : 0
  }

  #wins(place: number, group: number): number {
    if (group < 0) return 0
    const { groups } = this.rule
    return groups === 0 || at(this.#ofGroup, place * groups + group) === 0 ? 1 : 0
  }
}

/** All rules of counting together. */
export class Tallies {
  readonly #tallies: readonly Tally[]
  readonly #classOf: Int32Array
  readonly isEmpty: boolean
  /** By place: what the rules cost there. */
  readonly costAt: Int32Array

  constructor({ mix, rounds, tables }: Compiled) {
    this.#tallies = mix.rules.map((rule) => new Tally(rule, rounds * tables))
    this.#classOf = mix.classOf
    this.costAt = new Int32Array(rounds * tables)
    this.isEmpty = this.#tallies.length === 0
  }

  clear(): void {
    for (const tally of this.#tallies) tally.clear()
  }

  enter(place: number, one: number): void {
    for (const tally of this.#tallies) tally.enter(place, one)
  }

  /** What the rules cost at a place, counted again. */
  cost(place: number): number {
    let cost = 0
    for (const tally of this.#tallies) cost += tally.rule.cost * tally.off(place)
    this.costAt[place] = cost
    return cost
  }

  broken(place: number): number {
    let broken = 0
    for (const tally of this.#tallies) if (tally.rule.isHard) broken += tally.off(place)
    return broken
  }

  /** How much more it would cost if these two changed places. */
  change(here: number, there: number, one: number, other: number): number {
    if (at(this.#classOf, one) === at(this.#classOf, other)) return 0
    let cost = 0
    for (const tally of this.#tallies)
      cost += tally.rule.cost * (tally.change(here, one, other) + tally.change(there, other, one))
    return cost
  }

  exchange(here: number, there: number, one: number, other: number): void {
    for (const tally of this.#tallies) {
      tally.leave(here, one)
      tally.leave(there, other)
      tally.enter(here, other)
      tally.enter(there, one)
    }
  }
}
