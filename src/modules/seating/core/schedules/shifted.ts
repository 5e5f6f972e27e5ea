import { range, scheduleFrom, type Schedule } from './schedule.ts'

/** How many choices are tried before it is left to the search. */
const patience = 40_000

/**
 * Any number of tables: in round m the person in class i with number x sits at table x + s(m, i), counted round. Two of
 * classes i and j meet again and again unless s(m, i) - s(m, j) differs in every round; class 0 stays at its table.
 * Such shifts are found by trying, with a step back where it does not go on.
 */
export function shifted(tables: number, seats: number, rounds: number): Schedule | undefined {
  if (seats > tables || rounds > tables) return undefined
  const shifts = new Shifts(tables, seats, rounds)
  if (!shifts.fill(1)) return undefined
  return scheduleFrom(
    { rounds, tables, seats },
    (round, table, seat) => seat * tables + ((table - shifts.at(round, seat) + tables) % tables),
  )
}

class Shifts {
  readonly #tables: number
  readonly #seats: number
  readonly #rounds: number
  /** By seat, then round. The first seat and the first round do not shift. */
  readonly #shifts: number[][] = [[]]
  #tries = 0

  constructor(tables: number, seats: number, rounds: number) {
    this.#tables = tables
    this.#seats = seats
    this.#rounds = rounds
  }

  at(round: number, seat: number): number {
    return this.#shifts[seat]?.[round] ?? 0
  }

  /** Gives this seat, and all after it, their shifts. */
  fill(seat: number): boolean {
    if (seat >= this.#seats) return true
    this.#shifts[seat] = [0]
    return this.#fillRounds(seat, 1)
  }

  #fillRounds(seat: number, round: number): boolean {
    if (round >= this.#rounds) return this.fill(seat + 1)
    // The second round may as well shift each class by its own number.
    const choices = round === 1 ? [seat] : range(this.#tables)
    for (const shift of choices) {
      this.#tries += 1
      if (this.#tries > patience) return false
      if (!this.#isNew(seat, round, shift)) continue
      this.#shifts[seat]?.splice(round, Infinity, shift)
      if (this.#fillRounds(seat, round + 1)) return true
    }
    return false
  }

  /** Whether against each earlier seat the difference has not been in an earlier round. */
  #isNew(seat: number, round: number, shift: number): boolean {
    for (let other = 0; other < seat; other += 1) {
      const difference = this.#difference(shift, this.at(round, other))
      for (let before = 0; before < round; before += 1)
        if (this.#difference(this.at(before, seat), this.at(before, other)) === difference) return false
    }
    return true
  }

  #difference(one: number, other: number): number {
    return (one - other + this.#tables) % this.#tables
  }
}
