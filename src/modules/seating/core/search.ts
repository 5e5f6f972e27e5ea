import { at } from './arrays.ts'
import type { Random } from './random.ts'
import type { State } from './state.ts'

/** How many random thresholds are rolled at once for a temperature; used over and over from a random place. */
const rolls = 8192

/**
 * Simulated annealing by exchanges within a round: a person is taken at random, the tables are gone through from a random one
 * on, those where nothing can be won are passed by unlooked at, and the first exchange that passes its random threshold is made.
 */
export class Search {
  readonly state: State
  readonly #random: Random
  readonly #logarithms = new Float64Array(rolls)
  readonly #thresholds = new Int32Array(rolls)
  /** Everyone who may move, as round × all + one. */
  readonly #movers: Int32Array
  /** By person: those whom it costs to sit with, one after the other, and where each begins. */
  readonly #rivals: Int32Array
  readonly #firstRival: Int32Array
  /** Of whoever's turn it is: what organisations found elsewhere may keep at most, and what a theme does, and which. */
  #regained = 0
  #heard = 0
  #heardAt = -1
  /** The best seating found. */
  readonly best: Int32Array
  bestWorth: number
  bestBroken: number
  /** Exchanges weighed so far. */
  steps = 0

  constructor(state: State, random: Random, isHeld: (round: number) => boolean) {
    this.state = state
    this.#random = random
    const { rounds, all, people, choices, pairs } = state.compiled
    const movers: number[] = []
    for (let round = 0; round < rounds; round += 1)
      for (let one = 0; one < people; one += 1)
        if (!isHeld(round) && at(choices, round * all + one) > 1) movers.push(round * all + one)
    this.#movers = Int32Array.from(movers)
    const rivals = Array.from({ length: people }, (_, one) =>
      Array.from({ length: people }, (_unused, other) => other).filter(
        (other) => at(pairs.each, one * all + other) < 0,
      ),
    )
    this.#rivals = Int32Array.from(rivals.flat())
    this.#firstRival = new Int32Array(people + 1)
    for (const [one, { length }] of rivals.entries())
      this.#firstRival[one + 1] = at(this.#firstRival, one) + length
    for (let roll = 0; roll < rolls; roll += 1) this.#logarithms[roll] = Math.log(random.part())
    this.best = state.tableOf.slice()
    this.bestWorth = state.worth
    this.bestBroken = state.broken
  }

  get canMove(): boolean {
    return this.#movers.length > 0
  }

  /** How willingly a loss is accepted; in the search's whole numbers. */
  set temperature(temperature: number) {
    for (let roll = 0; roll < rolls; roll += 1)
      this.#thresholds[roll] = Math.floor(temperature * (this.#logarithms[roll] as number))
  }

  /** Goes on until so many exchanges in all have been weighed. */
  run(until: number): void {
    const movers = this.#movers
    const { all } = this.state.compiled
    while (this.steps < until) {
      const mover = at(movers, this.#random.below(movers.length))
      const round = (mover / all) | 0
      this.#tryAll(round, mover - round * all)
    }
  }

  restoreBest(): void {
    this.state.seat(this.best)
  }

  /**
   * Tries the exchanges of one person in a round that may be worth it, table by table from a random one on. What an exchange is
   * worth falls into what the one wins by it and what the other does; if it passes its threshold, one of both passes half of
   * it. So a table is looked through only if this one does: the others will find the rest when their turn comes.
   */
  #tryAll(round: number, one: number): void {
    const { compiled, gain, loss, tallies, tableOf, size } = this.state
    const { all, tables, high } = compiled
    const { costAt } = tallies
    const oneAt = round * all + one
    const own = at(tableOf, oneAt)
    const here = round * tables + own
    this.#leave(one, here)
    const stake = at(costAt, here) - at(loss, oneAt)
    const mostKept = this.#regained + this.#heard
    // A place from which there are thresholds for all.
    const roll = this.#random.below(rolls - tables - 1)
    this.steps += all
    let table = this.#random.below(tables)
    for (let turn = 0; turn < tables; turn += 1) {
      table = table + 1 < tables ? table + 1 : 0
      const there = round * tables + table
      const threshold = at(this.#thresholds, roll + table)
      const seeming = at(gain, oneAt * tables + table) + stake + at(costAt, there)
      if (seeming + mostKept <= threshold || table === own) continue
      const worth = seeming + this.#keptAt(there)
      // An empty seat has no turn of its own.
      const share = at(size, there) < at(high, there) ? 1 : 2
      if (worth * share > threshold && this.#tryTable(round, one, table, worth, threshold)) return
    }
    // Rarely worth it, and dear: once in four turns is enough.
    if ((roll & 3) === 0) this.#tryRivals(round, one, own, at(this.#thresholds, roll + tables))
  }

  /** Of what seems lost by leaving, something may be kept at some tables. */
  #leave(one: number, here: number): void {
    const { organisations, wishes } = this.state
    this.#regained = organisations?.leaves(one, here) ?? 0
    this.#heard = wishes?.loss(one, here) ?? 0
    this.#heardAt = wishes?.themeAt(here) ?? -1
  }

  #keptAt(there: number): number {
    const { organisations, wishes } = this.state
    const kept = this.#regained !== 0 && organisations ? organisations.keptAt(there) : 0
    return this.#heard !== 0 && wishes?.themeAt(there) === this.#heardAt ? kept + this.#heard : kept
  }

  #tryTable(round: number, one: number, table: number, worth: number, threshold: number): boolean {
    const { compiled, gain, loss, tallies, tableOf, seats, settled } = this.state
    const { wins } = this.state.pairs
    const { all, people, tables, width, high } = compiled
    const own = at(tableOf, round * all + one)
    const here = round * tables + own
    const there = round * tables + table
    const slack = this.#slackOf(here, there)
    const costs = at(tallies.costAt, here) + at(tallies.costAt, there)
    const last = there * width + at(high, there)
    for (let seat = there * width + at(settled, there); seat < last; seat += 1) {
      const other = at(seats, seat)
      const seeming =
        worth +
        at(gain, (round * all + other) * tables + own) -
        at(loss, round * all + other) -
        2 * at(wins, one * all + other)
      if (seeming + slack <= threshold) continue
      const kept = other < people ? this.#keptBy(other, there, here) : 0
      if (this.#exchangeIf(round, one, other, seeming + kept - costs, threshold)) return true
    }
    return false
  }

  /** Two who do not want to sit together stand in each other's way: each seems to win nothing at the other's table. */
  #tryRivals(round: number, one: number, own: number, threshold: number): void {
    const { compiled, tableOf, gain, loss, tallies } = this.state
    const { all, tables, choices, allowed } = compiled
    const { wins } = this.state.pairs
    const here = round * tables + own
    for (let index = at(this.#firstRival, one); index < at(this.#firstRival, one + 1); index += 1) {
      const other = at(this.#rivals, index)
      const table = at(tableOf, round * all + other)
      if (table < 0 || table === own || at(choices, round * all + other) < 2) continue
      if (allowed[(round * all + one) * tables + table] !== 1) continue
      const there = round * tables + table
      const seeming =
        at(gain, (round * all + one) * tables + table) -
        at(loss, round * all + one) +
        at(gain, (round * all + other) * tables + own) -
        at(loss, round * all + other) -
        2 * at(wins, one * all + other) +
        this.#keptByBoth(one, other, here, there)
      if (seeming + at(tallies.costAt, here) + at(tallies.costAt, there) <= threshold) continue
      if (this.#exchangeIf(round, one, other, seeming, threshold)) return
    }
  }

  #keptByBoth(one: number, other: number, here: number, there: number): number {
    const { organisations, wishes, seats, compiled } = this.state
    if (organisations?.areColleagues(one, other) !== true)
      return this.#keptBy(one, here, there) + this.#keptBy(other, there, here)
    const { width, high } = compiled
    return (
      organisations.heldAt(one, seats, here * width, here * width + at(high, here)) +
      organisations.heldAt(one, seats, there * width, there * width + at(high, there)) +
      (wishes?.kept(one, here, there) ?? 0) +
      (wishes?.kept(other, there, here) ?? 0)
    )
  }

  /** What the other may keep though the sums say that it is lost. */
  #slackOf(here: number, there: number): number {
    const { organisations, wishes } = this.state
    return (
      (organisations?.isShared(here, there) === true ? organisations.steepest : 0) +
      (wishes?.mostKept(here, there) ?? 0)
    )
  }
  #keptBy(one: number, here: number, there: number): number {
    const { organisations, wishes } = this.state
    return (organisations?.kept(one, here, there) ?? 0) + (wishes?.kept(one, here, there) ?? 0)
  }

  /** Weighs everything, and makes the exchange if it is allowed and still as good as it must be. */
  #exchangeIf(round: number, one: number, other: number, seeming: number, threshold: number): boolean {
    const { state } = this
    const { all, tables, people, allowed } = state.compiled
    const own = at(state.tableOf, round * all + one)
    if (allowed[(round * all + other) * tables + own] !== 1) return false
    const here = round * tables + own
    const there = round * tables + at(state.tableOf, round * all + other)
    if (other >= people && !this.#mayShrink(here, there)) return false
    const mix = state.tallies.isEmpty ? 0 : state.tallies.change(here, there, one, other)
    if (seeming - mix <= threshold) return false
    // Where several of one organisation share a table the sums count them twice: the truth is known when it is done.
    if (state.exchange(round, one, other) <= threshold) {
      state.exchange(round, one, other)
      return false
    }
    this.#remember()
    return true
  }

  #mayShrink(here: number, there: number): boolean {
    const { size, compiled } = this.state
    return at(size, here) > at(compiled.low, here) && at(size, there) < at(compiled.high, there)
  }

  #remember(): void {
    const { state } = this
    if (state.broken > this.bestBroken) return
    if (state.broken === this.bestBroken && state.worth <= this.bestWorth) return
    this.best.set(state.tableOf)
    this.bestWorth = state.worth
    this.bestBroken = state.broken
  }
}
