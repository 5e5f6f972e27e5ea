import { add, at } from './arrays.ts'
import type { Compiled } from './compile.ts'
import { OrganisationState } from './organisation-state.ts'
import { PairState } from './pair-state.ts'
import { StayState, type Staying } from './stay-state.ts'
import { Tallies } from './tally.ts'
import { WishState } from './wish-state.ts'

/** Where everyone sits: by round × all + one, the table, or -1 for whoever is not there. */
export type Places = Int32Array

/** What a table where somebody may not sit seems worth: less than anything can be, with room below. */
const outOfReach = -(2 ** 29)

/**
 * A seating and all that must be known to weigh the next exchange in a handful of reads.
 *
 * `gain` is, by round, person and table, what that person would win by coming to that table as it stands; `loss`, by
 * round and person, what leaving the own table would cost. Both are sums over the people at the table of what two are worth to each
 * other, kept up with each exchange made, so that one not made costs almost nothing.
 */
export class State {
  readonly compiled: Compiled
  readonly tableOf: Places
  /** By round × tables + table, × width: who sits there; those who cannot move come first. */
  readonly seats: Int32Array
  readonly #slotOf: Int32Array
  /** By round × tables + table: how many of the first seats are of people who cannot move. */
  readonly settled: Int32Array
  /** By round × tables + table: people who are no spares. */
  readonly size: Int32Array
  readonly gain: Int32Array
  readonly loss: Int32Array
  readonly pairs: PairState
  readonly organisations: OrganisationState | undefined
  readonly wishes: WishState | undefined
  readonly tallies: Tallies
  readonly #stay: StayState | undefined
  /** What mixes are worth, and how often mixes break a hard rule. */
  #mixWorth = 0
  #mixBroken = 0

  constructor(compiled: Compiled, places: Places, staying?: Staying) {
    const { all, tables, rounds, width } = compiled
    this.compiled = compiled
    this.tableOf = new Int32Array(all * rounds)
    this.#slotOf = new Int32Array(all * rounds)
    this.seats = new Int32Array(rounds * tables * width)
    this.settled = new Int32Array(rounds * tables)
    this.size = new Int32Array(rounds * tables)
    this.gain = new Int32Array(rounds * tables * all)
    this.loss = new Int32Array(rounds * all)
    this.pairs = new PairState(compiled)
    this.organisations = compiled.organisations && new OrganisationState(compiled, compiled.organisations)
    this.wishes = compiled.wishes && new WishState(compiled, compiled.wishes)
    this.tallies = new Tallies(compiled)
    this.#stay = staying && new StayState(compiled, staying)
    this.seat(places)
  }

  /** Seats everyone anew. */
  seat(places: Places): void {
    this.tableOf.set(places)
    this.#mixWorth = 0
    this.#mixBroken = 0
    this.#fillSeats()
    this.pairs.count(this.seats)
    this.organisations?.count(this.seats)
    this.wishes?.count(this.tableOf)
    this.#stay?.count(this.tableOf)
    this.pairs.weigh(this.organisations)
    this.#sumUp()
  }

  /** The worth of the whole seating. */
  get worth(): number {
    const { pairs, organisations, wishes } = this
    return (
      this.#mixWorth +
      pairs.worth +
      (organisations?.worth ?? 0) +
      (wishes?.worth ?? 0) +
      (this.#stay?.worth ?? 0)
    )
  }

  /** How often it breaks a hard rule. */
  get broken(): number {
    return this.#mixBroken + this.pairs.broken + (this.organisations?.broken ?? 0)
  }

  #fillSeats(): void {
    const { all, tables, rounds, width, choices, people } = this.compiled
    this.size.fill(0)
    this.settled.fill(0)
    this.tallies.clear()
    const filled = new Int32Array(rounds * tables)
    for (const settled of [true, false])
      for (let round = 0; round < rounds; round += 1)
        for (let one = 0; one < all; one += 1) {
          const table = at(this.tableOf, round * all + one)
          if (table < 0 || at(choices, round * all + one) < 2 !== settled) continue
          const place = round * tables + table
          this.seats[place * width + at(filled, place)] = one
          this.#slotOf[round * all + one] = at(filled, place)
          add(filled, place, 1)
          if (settled) add(this.settled, place, 1)
          if (one < people) add(this.size, place, 1)
          this.tallies.enter(place, one)
        }
    for (let place = 0; place < rounds * tables; place += 1) {
      if (this.compiled.high[place] === 0) continue
      this.#mixWorth -= this.tallies.cost(place)
      this.#mixBroken += this.tallies.broken(place)
    }
  }

  #sumUp(): void {
    const { all, tables, rounds, allowed } = this.compiled
    this.gain.fill(0)
    for (let cell = 0; cell < allowed.length; cell += 1)
      if (allowed[cell] === 0) add(this.gain, cell, outOfReach)
    for (let place = 0; place < rounds * tables; place += 1) this.#welcome(place)
    this.wishes?.addTo(this.gain)
    this.#stay?.addTo(this.gain, this.tableOf)
    for (let round = 0; round < rounds; round += 1)
      for (let one = 0; one < all; one += 1) {
        const table = at(this.tableOf, round * all + one)
        if (table < 0) continue
        this.loss[round * all + one] = this.#lossOf(round, one, table)
      }
  }

  /** What everyone would win by coming to a place. */
  #welcome(place: number): void {
    const { all, tables, width, high } = this.compiled
    const round = (place / tables) | 0
    const first = round * all * tables + place - round * tables
    for (let slot = place * width; slot < place * width + at(high, place); slot += 1) {
      const there = at(this.seats, slot) * all
      for (let any = 0; any < all; any += 1)
        add(this.gain, first + any * tables, at(this.pairs.wins, there + any))
    }
  }

  #lossOf(round: number, one: number, table: number): number {
    const { all, tables, width, high } = this.compiled
    const place = round * tables + table
    let loss = 0
    for (let slot = place * width; slot < place * width + at(high, place); slot += 1)
      loss += at(this.pairs.loses, one * all + at(this.seats, slot))
    return this.wishes ? loss + this.wishes.loss(one, place) : loss
  }

  /** Two change places; answers how much better that made the whole. */
  exchange(round: number, one: number, other: number): number {
    const { all, tables, people } = this.compiled
    const before = this.worth
    const here = round * tables + at(this.tableOf, round * all + one)
    const there = round * tables + at(this.tableOf, round * all + other)
    this.#countMix(here, there, one, other)
    this.#leaveAndCome(round, here, there, [one, other])
    this.#swapSeats(round, one, other)
    this.loss[round * this.compiled.all + one] = this.#lossOf(round, one, there - round * tables)
    this.loss[round * this.compiled.all + other] = this.#lossOf(round, other, here - round * tables)
    this.#meetAnew(here, other, one)
    this.#meetAnew(there, one, other)
    this.organisations?.exchange(here, there, one, other, this)
    this.wishes?.move(one, here, there, this)
    if (other < people) this.wishes?.move(other, there, here, this)
    return this.worth - before
  }

  #countMix(here: number, there: number, one: number, other: number): void {
    const { people } = this.compiled
    if (other >= people) {
      add(this.size, here, -1)
      add(this.size, there, 1)
    }
    const { tallies } = this
    if (at(this.compiled.mix.classOf, one) === at(this.compiled.mix.classOf, other)) return
    this.#mixWorth += at(tallies.costAt, here) + at(tallies.costAt, there)
    this.#mixBroken -= tallies.broken(here) + tallies.broken(there)
    tallies.exchange(here, there, one, other)
    this.#mixWorth -= tallies.cost(here) + tallies.cost(there)
    this.#mixBroken += tallies.broken(here) + tallies.broken(there)
  }

  /** What the two mean to those who stay, and to everyone who might come. */
  #leaveAndCome(round: number, here: number, there: number, [one, other]: readonly [number, number]): void {
    const { all, tables, width, high } = this.compiled
    const { wins, loses } = this.pairs
    for (let slot = here * width; slot < here * width + at(high, here); slot += 1) {
      const stays = at(this.seats, slot)
      add(this.loss, round * all + stays, at(loses, other * all + stays) - at(loses, one * all + stays))
    }
    for (let slot = there * width; slot < there * width + at(high, there); slot += 1) {
      const stays = at(this.seats, slot)
      add(this.loss, round * all + stays, at(loses, one * all + stays) - at(loses, other * all + stays))
    }
    const { gain } = this
    let hereOf = round * all * tables + here - round * tables
    const further = there - here
    for (let any = 0; any < all; any += 1, hereOf += tables) {
      const change = at(wins, other * all + any) - at(wins, one * all + any)
      if (change === 0) continue
      add(gain, hereOf, change)
      add(gain, hereOf + further, -change)
    }
  }

  #swapSeats(round: number, one: number, other: number): void {
    const { all, tables, width } = this.compiled
    const oneAt = round * all + one
    const otherAt = round * all + other
    const table = at(this.tableOf, oneAt)
    const slot = at(this.#slotOf, oneAt)
    this.#sit(oneAt, at(this.tableOf, otherAt))
    this.#slotOf[oneAt] = at(this.#slotOf, otherAt)
    this.#sit(otherAt, table)
    this.#slotOf[otherAt] = slot
    this.seats[(round * tables + table) * width + slot] = other
    this.seats[(round * tables + at(this.tableOf, oneAt)) * width + at(this.#slotOf, oneAt)] = one
  }

  #sit(cell: number, table: number): void {
    if (this.#stay) this.#stay.move(cell, table, this.gain, this.tableOf)
    else this.tableOf[cell] = table
  }

  /** At this place `gone` has left those whom `come` now meets. */
  #meetAnew(place: number, come: number, gone: number): void {
    const { width, high, people } = this.compiled
    for (let slot = place * width; slot < place * width + at(high, place); slot += 1) {
      const stays = at(this.seats, slot)
      if (stays === come || stays >= people) continue
      this.pairs.meet(gone, stays, -1, this)
      this.pairs.meet(come, stays, 1, this)
    }
  }

  /** Two have become worth more or less to each other, in all rounds. */
  reweigh(one: number, other: number, wins: number, loses: number): void {
    const { all, tables, rounds } = this.compiled
    add(this.pairs.wins, one * all + other, wins)
    add(this.pairs.wins, other * all + one, wins)
    add(this.pairs.loses, one * all + other, loses)
    add(this.pairs.loses, other * all + one, loses)
    for (let round = 0; round < rounds; round += 1) {
      const oneAt = at(this.tableOf, round * all + one)
      const otherAt = at(this.tableOf, round * all + other)
      if (oneAt < 0 || otherAt < 0) continue
      add(this.gain, (round * all + one) * tables + otherAt, wins)
      add(this.gain, (round * all + other) * tables + oneAt, wins)
      if (oneAt !== otherAt) continue
      add(this.loss, round * all + one, loses)
      add(this.loss, round * all + other, loses)
    }
  }
}
