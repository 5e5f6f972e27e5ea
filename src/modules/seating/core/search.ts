import { at } from './arrays.ts'
import type { Random } from './random.ts'
import type { State } from './state.ts'

/** How many random thresholds are rolled at once for a temperature; used over and over from a random place. */
const rolls = 8192

/** Less than anything can be worth, with room below for all that may be taken from it. */
const outOfReach = -(2 ** 30)

/**
 * Simulated annealing by exchanges within a round: a person is taken at random, all those at other tables are tried in turn,
 * and the first exchange that passes its random threshold is made. Scanning a person's exchanges in a row costs a
 * few reads each, a tenth of trying two at random.
 */
export class Search {
  readonly state: State
  readonly #random: Random
  readonly #logarithms = new Float64Array(rolls)
  readonly #thresholds = new Int32Array(rolls)
  /** Everyone who may move, as round × all + one. */
  readonly #movers: Int32Array
  /** By round: the first of all who may move; hosts are numbered before the others. */
  readonly #firstMover: Int32Array
  /** By table: what the person looked at would win there at most, and how much of it is not yet certain. */
  readonly #worthAt: Int32Array
  readonly #slackAt: Int32Array
  #roll = 0
  /** The best seating found. */
  readonly best: Int32Array
  bestWorth: number
  bestBroken: number
  /** Exchanges weighed so far. */
  steps = 0

  constructor(state: State, random: Random, isHeld: (round: number) => boolean) {
    this.state = state
    this.#random = random
    const { rounds, all, people, tables, choices } = state.compiled
    const movers: number[] = []
    for (let round = 0; round < rounds; round += 1)
      for (let one = 0; one < people; one += 1)
        if (!isHeld(round) && at(choices, round * all + one) > 1) movers.push(round * all + one)
    this.#movers = Int32Array.from(movers)
    this.#firstMover = Int32Array.from({ length: rounds }, (_, round) => {
      let first = 0
      while (first < people && at(choices, round * all + first) < 2) first += 1
      return first
    })
    this.#worthAt = new Int32Array(tables)
    this.#slackAt = new Int32Array(tables)
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

  /** Tries all exchanges of one person in a round, from a random one on. */
  #tryAll(round: number, one: number): void {
    const { all } = this.state.compiled
    this.#weighTables(round, one, at(this.state.tableOf, round * all + one))
    const first = at(this.#firstMover, round)
    const middle = first + this.#random.below(all - first)
    // A place from which there are thresholds for all.
    this.#roll = this.#random.below(rolls - all)
    if (!this.#tryThese(round, one, middle, all)) this.#tryThese(round, one, first, middle)
  }

  /** What this person would win at each table, with all that the sums leave out; where nobody may sit, it is out of reach. */
  #weighTables(round: number, one: number, own: number): void {
    const { compiled, gain, loss, tallies, organisations, wishes } = this.state
    const { all, tables, allowed } = compiled
    const here = round * tables + own
    const lost = at(loss, round * all + one)
    const mayAt = (round * all + one) * tables
    for (let table = 0; table < tables; table += 1) {
      if (table === own || allowed[mayAt + table] !== 1) {
        this.#worthAt[table] = outOfReach
        continue
      }
      const there = round * tables + table
      let worth = at(gain, there * all + one) - lost
      let slack = at(tallies.costAt, here) + at(tallies.costAt, there)
      if (organisations?.isShared(here, there) === true) {
        slack += organisations.steepest
        worth += organisations.kept(one, here, there)
      }
      if (wishes) {
        slack += wishes.mostKept(here, there)
        worth += wishes.kept(one, here, there)
      }
      this.#worthAt[table] = worth + slack
      this.#slackAt[table] = slack
    }
  }

  /** This loop is where the time goes: whatever is known of the person or the table has been worked out before it. */
  #tryThese(round: number, one: number, from: number, to: number): boolean {
    const { compiled, tableOf, gain, loss } = this.state
    const { wins } = this.state.pairs
    const { all, tables } = compiled
    const worthAt = this.#worthAt
    const thresholds = this.#thresholds
    const roundAt = round * all
    const hereAt = (round * tables + at(tableOf, roundAt + one)) * all
    const oneAt = one * all
    const roll = this.#roll
    for (let other = from; other < to; other += 1) {
      const table = at(tableOf, roundAt + other)
      if (table < 0) continue
      const seeming =
        at(worthAt, table) +
        at(gain, hereAt + other) -
        at(loss, roundAt + other) -
        2 * at(wins, oneAt + other)
      const threshold = at(thresholds, roll + other)
      if (seeming <= threshold) continue
      if (!this.#exchangeIf(round, one, other, seeming - at(this.#slackAt, table), threshold)) continue
      this.steps += other + 1 - from
      return true
    }
    this.steps += to - from
    return false
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
    const kept = other < people ? this.#keptBy(other, there, here) : 0
    const mix = state.tallies.isEmpty ? 0 : state.tallies.change(here, there, one, other)
    if (seeming + kept - mix <= threshold) return false
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
