import { add, at } from './arrays.ts'
import type { Compiled } from './compile.ts'
import type { Organisations } from './compile-organisations.ts'
import type { State } from './state.ts'

/** Which organisations have met, how often, and what one meeting more or less would be worth. */
export class OrganisationState {
  readonly #compiled: Compiled
  readonly #organisations: Organisations
  /** By one × count + other. */
  readonly #met: Int32Array
  /** By place × count + organisation: how many people of it sit there. */
  readonly #peopleAt: Int32Array
  /** By place × words: which organisations are there. */
  readonly setAt: Int32Array
  /** By organisation × words: with whom leaving one table and finding them at another changes nothing though it seems to. */
  readonly #regained: Int32Array
  /** By one × count + other: what one meeting less would lose beyond what one more would win. */
  readonly #bend: Int32Array
  /** Who leaves a table, and whom of those met there one might find elsewhere. */
  readonly #left: Int32Array
  #leaving = -1
  /** What one organisation at both tables can mean to somebody who changes between them. */
  readonly steepest: number
  worth = 0
  broken = 0

  constructor(compiled: Compiled, organisations: Organisations) {
    const { rounds, tables } = compiled
    const { count, words } = organisations
    this.#compiled = compiled
    this.#organisations = organisations
    this.#met = new Int32Array(count * count)
    this.#peopleAt = new Int32Array(rounds * tables * count)
    this.setAt = new Int32Array(rounds * tables * words)
    this.#regained = new Int32Array(count * words)
    this.#bend = new Int32Array(count * count)
    this.#left = new Int32Array(words)
    this.steepest = steepest(organisations)
  }

  get words(): number {
    return this.#organisations.words
  }

  count(seats: Int32Array): void {
    const { rounds, tables, width, high } = this.#compiled
    const { of, count, profile } = this.#organisations
    for (const array of [this.#met, this.#peopleAt, this.setAt, this.#regained, this.#bend]) array.fill(0)
    this.worth = 0
    this.broken = 0
    for (let one = 0; one < count; one += 1)
      for (let other = 0; other < one; other += 1)
        if (at(profile, one * count + other) !== 0) this.#weigh(this.#cell(one * count + other, 0), 1)
    for (let place = 0; place < rounds * tables; place += 1)
      for (let slot = place * width; slot < place * width + at(high, place); slot += 1) {
        const organisation = at(of, at(seats, slot))
        if (organisation >= 0) this.#enter(place, organisation)
      }
  }

  wins(one: number, other: number): number {
    return this.#step(one, other, this.#organisations.wins)
  }

  loses(one: number, other: number): number {
    return this.#step(one, other, this.#organisations.loses)
  }

  #step(one: number, other: number, by: Int32Array): number {
    const { of, count } = this.#organisations
    const a = at(of, one)
    const b = at(of, other)
    if (a < 0 || b < 0) return 0
    return at(by, this.#cell(a * count + b, at(this.#met, a * count + b)))
  }

  /** Where a profile tells of so many meetings. */
  #cell(pair: number, times: number): number {
    const { profile, steps } = this.#organisations
    return at(profile, pair) * steps + times
  }

  #weigh(cell: number, sign: 1 | -1): void {
    this.worth += sign * at(this.#organisations.worth, cell)
    this.broken += sign * at(this.#organisations.broken, cell)
  }

  /**
   * Told first who leaves which table, for one person looks at many: the most that may be kept, as `keptAt` tells. What seems
   * lost and is not: at both tables sit people of one organisation, so that leaving one and coming to the other leaves it met.
   * The sums of gain and loss know of one table each.
   */
  leaves(one: number, here: number): number {
    const { of, words } = this.#organisations
    this.#leaving = at(of, one)
    if (this.#leaving < 0) return 0
    let most = 0
    for (let word = 0; word < words; word += 1) {
      const left = at(this.setAt, here * words + word) & at(this.#regained, this.#leaving * words + word)
      this.#left[word] = left
      if (left !== 0) most += this.#bendsOf(this.#leaving, word, left)
    }
    return most
  }

  /** What whoever leaves keeps at this table. */
  keptAt(there: number): number {
    const { words } = this.#organisations
    let kept = 0
    for (let word = 0; word < words; word += 1) {
      const both = at(this.setAt, there * words + word) & at(this.#left, word)
      if (both !== 0) kept += this.#bendsOf(this.#leaving, word, both)
    }
    return kept
  }

  /** Both in one. */
  kept(one: number, here: number, there: number): number {
    const { of, words } = this.#organisations
    const organisation = at(of, one)
    if (organisation < 0) return 0
    let kept = 0
    for (let word = 0; word < words; word += 1) {
      const both =
        at(this.setAt, here * words + word) &
        at(this.setAt, there * words + word) &
        at(this.#regained, organisation * words + word)
      if (both !== 0) kept += this.#bendsOf(organisation, word, both)
    }
    return kept
  }

  #bendsOf(organisation: number, word: number, set: number): number {
    const first = organisation * this.#organisations.count + word * 32
    let sum = 0
    for (let rest = set; rest !== 0;) {
      const bit = 31 - Math.clz32(rest)
      rest ^= 1 << bit
      sum += at(this.#bend, first + bit)
    }
    return sum
  }

  areColleagues(one: number, other: number): boolean {
    const { of } = this.#organisations
    return at(of, one) >= 0 && at(of, one) === at(of, other)
  }

  /** What seems lost with one of an organisation who leaves a place, though a colleague comes there instead. */
  heldAt(one: number, seats: Int32Array, from: number, to: number): number {
    const { of, count } = this.#organisations
    const ownAt = at(of, one) * count
    let held = 0
    for (let slot = from; slot < to; slot += 1) {
      const other = at(of, at(seats, slot))
      if (other >= 0) held += at(this.#bend, ownAt + other)
    }
    return held
  }

  /** Whether the two tables have any organisation in common. */
  isShared(here: number, there: number): boolean {
    const { words } = this.#organisations
    for (let word = 0; word < words; word += 1)
      if ((at(this.setAt, here * words + word) & at(this.setAt, there * words + word)) !== 0) return true
    return false
  }

  exchange(here: number, there: number, one: number, other: number, state: State): void {
    const { of } = this.#organisations
    const a = at(of, one)
    const b = at(of, other)
    if (a === b) return
    if (a >= 0) this.#leave(here, a, state)
    if (b >= 0) this.#leave(there, b, state)
    if (b >= 0) this.#enter(here, b, state)
    if (a >= 0) this.#enter(there, a, state)
  }

  #leave(place: number, organisation: number, state: State): void {
    const { count, words } = this.#organisations
    add(this.#peopleAt, place * count + organisation, -1)
    if (at(this.#peopleAt, place * count + organisation) > 0) return
    const word = place * words + (organisation >> 5)
    this.setAt[word] = at(this.setAt, word) & ~(1 << (organisation & 31))
    this.#meetAll(place, organisation, -1, state)
  }

  #enter(place: number, organisation: number, state?: State): void {
    const { count, words } = this.#organisations
    add(this.#peopleAt, place * count + organisation, 1)
    if (at(this.#peopleAt, place * count + organisation) > 1) return
    this.#meetAll(place, organisation, 1, state)
    const word = place * words + (organisation >> 5)
    this.setAt[word] = at(this.setAt, word) | (1 << (organisation & 31))
  }

  #meetAll(place: number, organisation: number, step: 1 | -1, state?: State): void {
    const { words, count, profile } = this.#organisations
    for (let word = 0; word < words; word += 1) {
      let rest = at(this.setAt, place * words + word)
      while (rest !== 0) {
        const bit = 31 - Math.clz32(rest)
        rest ^= 1 << bit
        const other = word * 32 + bit
        if (at(profile, organisation * count + other) !== 0) this.#meet(organisation, other, step, state)
      }
    }
  }

  #meet(one: number, other: number, step: 1 | -1, state?: State): void {
    const { count, members, firstMember, wins, loses } = this.#organisations
    const pair = one * count + other
    const times = at(this.#met, pair)
    this.#met[pair] = times + step
    this.#met[other * count + one] = times + step
    const before = this.#cell(pair, times)
    const now = before + step
    this.#weigh(before, -1)
    this.#weigh(now, 1)
    const bend = at(loses, now) - at(wins, now)
    if (at(loses, before) - at(wins, before) !== bend) this.#bendTo(one, other, bend)
    if (!state) return
    const moreWon = at(wins, now) - at(wins, before)
    const moreLost = at(loses, now) - at(loses, before)
    if (moreWon === 0 && moreLost === 0) return
    const from = at(firstMember, one)
    const to = at(firstMember, one + 1)
    const otherFrom = at(firstMember, other)
    const otherTo = at(firstMember, other + 1)
    for (let person = from; person < to; person += 1)
      for (let met = otherFrom; met < otherTo; met += 1)
        state.reweigh(at(members, person), at(members, met), moreWon, moreLost)
  }

  #bendTo(one: number, other: number, bend: number): void {
    this.#mark(one, other, bend)
    this.#mark(other, one, bend)
  }

  #mark(one: number, other: number, bend: number): void {
    this.#bend[one * this.#organisations.count + other] = bend
    const word = one * this.#organisations.words + (other >> 5)
    const bit = 1 << (other & 31)
    this.#regained[word] = bend === 0 ? at(this.#regained, word) & ~bit : at(this.#regained, word) | bit
  }
}

function steepest({ wins, loses }: Organisations): number {
  let most = 0
  for (let cell = 0; cell < wins.length; cell += 1) most = Math.max(most, at(loses, cell) - at(wins, cell))
  return most
}
