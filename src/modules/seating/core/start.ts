import { Numbering, at } from './arrays.ts'
import type { Compiled } from './compile.ts'
import type { Fault } from './finding.ts'
import type { Problem } from './problem.ts'
import type { Random } from './random.ts'
import type { Places } from './state.ts'

/**
 * A first seating that keeps what no exchange may break: everyone where they may sit, every table within its sizes. Kinds
 * are spread over the tables; the search does the rest. `undefined` if a round has no such seating; see `placingFaults`.
 */
export function firstPlaces(compiled: Compiled, groupOf: Int32Array, random: Random): Places | undefined {
  return keptPlaces(compiled, groupOf, [], random)
}

/** The same, with everyone at the table told (by round and person; -1 for none) as long as there is room. */
export function keptPlaces(
  compiled: Compiled,
  groupOf: Int32Array,
  told: readonly (readonly number[])[],
  random: Random,
): Places | undefined {
  const places = new Int32Array(compiled.all * compiled.rounds).fill(-1)
  for (let round = 0; round < compiled.rounds; round += 1) {
    const seating = new RoundSeating(compiled, round, groupOf)
    const order = orderOf(compiled, round, groupOf, random)
    const rest = order.filter((one) => !seating.keep(one, told[round]?.[one] ?? -1))
    if (!seating.seatAll(rest)) return undefined
    for (let one = 0; one < compiled.all; one += 1)
      places[round * compiled.all + one] = at(seating.tableOf, one)
  }
  return places
}

/** Which kind each of all is; spares are one of their own. */
export function groupsOf(problem: Problem, { all }: Compiled): Int32Array {
  const kinds = new Numbering()
  const groups = problem.people.map(({ kind }) => kinds.of(kind))
  return Int32Array.from({ length: all }, (_, one) => groups[one] ?? -1)
}

/** Rounds in which not all can be seated, though there are seats enough: who is left standing, or which table stays empty. */
export function placingFaults(problem: Problem, compiled: Compiled): readonly Fault[] {
  const groups = groupsOf(problem, compiled)
  return Array.from({ length: compiled.rounds }, (_, round) => round).flatMap((round): readonly Fault[] => {
    const seating = new RoundSeating(compiled, round, groups)
    for (const one of orderOf(compiled, round, groups))
      if (!seating.seat(one)) {
        const { id: person, tables = [] } = problem.people[one] as Problem['people'][number]
        return [{ fault: 'no-seat-for', round, person, tables }]
      }
    const table = seating.fillTables()
    return table === undefined
      ? []
      : [{ fault: 'table-stays-empty', round, table: problem.tables[table]?.id ?? '' }]
  })
}

/** Those with the fewest tables to choose from first; then group by group, each in random order. */
function orderOf(compiled: Compiled, round: number, groupOf: Int32Array, random?: Random): readonly number[] {
  const present: number[] = []
  for (let one = 0; one < compiled.people; one += 1)
    if (compiled.there[round * compiled.all + one] === 1) present.push(one)
  const choicesOf = (one: number) => at(compiled.choices, round * compiled.all + one)
  return (random?.shuffle(present) ?? present).toSorted(
    (a, b) => choicesOf(a) - choicesOf(b) || at(groupOf, a) - at(groupOf, b),
  )
}

/** One round being filled. Somebody for whom all is full is made room for by moving others on, from table to table. */
class RoundSeating {
  readonly tableOf: Int32Array
  readonly #compiled: Compiled
  readonly #round: number
  readonly #groupOf: Int32Array
  readonly #members: number[][]

  constructor(compiled: Compiled, round: number, groupOf: Int32Array) {
    this.#compiled = compiled
    this.#round = round
    this.#groupOf = groupOf
    this.tableOf = new Int32Array(compiled.all).fill(-1)
    this.#members = Array.from({ length: compiled.tables }, () => [])
  }

  seatAll(order: readonly number[]): boolean {
    for (const one of order) if (!this.seat(one)) return false
    if (this.fillTables() !== undefined) return false
    this.#seatSpares()
    return true
  }

  /** Brings every table to its least; answers the first that cannot be. */
  fillTables(): number | undefined {
    for (let table = 0; table < this.#compiled.tables; table += 1)
      while (this.#count(table) < this.#low(table)) if (!this.#fetchTo(table)) return table
    return undefined
  }

  /** Keeps somebody at a table, if there is room and it may be. */
  keep(one: number, table: number): boolean {
    if (table < 0 || !this.#mayAt(one, table) || this.#count(table) >= this.#high(table)) return false
    this.#put(one, table)
    return true
  }

  /** At the table with room where fewest of the own group sit, or where others can make room. */
  seat(one: number): boolean {
    const open = this.#tablesFor(one).filter((table) => this.#count(table) < this.#high(table))
    const group = at(this.#groupOf, one)
    const crowd = (table: number) =>
      (this.#members[table] ?? []).filter((other) => at(this.#groupOf, other) === group).length * 1000 +
      this.#count(table)
    const [best] = open.toSorted((a, b) => crowd(a) - crowd(b))
    if (best !== undefined) {
      this.#put(one, best)
      return true
    }
    const way = this.#wayToRoom(this.#tablesFor(one))
    if (way === undefined) return false
    this.#shift(way)
    this.#put(one, way[0] as number)
    return true
  }

  /** The tables through which people can move on so that there is room at the first: each can give someone to the next. */
  #wayToRoom(from: readonly number[]): readonly number[] | undefined {
    return this.#search(
      from,
      (table) => this.#count(table) < this.#high(table),
      (table, next) => this.#who(table, next) !== undefined,
    )
  }

  /** Somebody from a table that can spare one, perhaps by way of others. */
  #fetchTo(table: number): boolean {
    const way = this.#search(
      [table],
      (giver) => this.#count(giver) > this.#low(giver),
      (taker, giver) => this.#who(giver, taker) !== undefined,
    )
    if (way === undefined) return false
    for (const [index, taker] of way.entries()) {
      const giver = way[index + 1]
      const who = giver === undefined ? undefined : this.#who(giver, taker)
      if (who !== undefined) this.#put(who, taker)
    }
    return true
  }

  #search(
    from: readonly number[],
    isEnd: (table: number) => boolean,
    leads: (table: number, next: number) => boolean,
  ): readonly number[] | undefined {
    const before = new Map<number, number>(from.map((table) => [table, -1]))
    const queue = [...from]
    for (let table = queue.shift(); table !== undefined; table = queue.shift()) {
      if (isEnd(table)) {
        const way: number[] = []
        for (let step = table; step !== -1; step = before.get(step) ?? -1) way.unshift(step)
        return way
      }
      for (let next = 0; next < this.#compiled.tables; next += 1) {
        if (before.has(next) || !leads(table, next)) continue
        before.set(next, table)
        queue.push(next)
      }
    }
    return undefined
  }

  #shift(way: readonly number[]): void {
    for (let index = way.length - 2; index >= 0; index -= 1) {
      const to = way[index + 1] as number
      const who = this.#who(way[index] as number, to)
      if (who !== undefined) this.#put(who, to)
    }
  }

  #who(table: number, to: number): number | undefined {
    return (this.#members[table] ?? []).find((one) => this.#mayAt(one, to))
  }

  #put(one: number, table: number): void {
    const before = at(this.tableOf, one)
    if (before >= 0) this.#members[before] = (this.#members[before] ?? []).filter((other) => other !== one)
    this.tableOf[one] = table
    this.#members[table]?.push(one)
  }

  /** Every seat left is a spare's. */
  #seatSpares(): void {
    const { people, all, there, tables } = this.#compiled
    let table = 0
    for (let one = people; one < all; one += 1) {
      if (there[this.#round * all + one] !== 1) continue
      while (table < tables && this.#count(table) >= this.#high(table)) table += 1
      this.#put(one, table)
    }
  }

  #tablesFor(one: number): readonly number[] {
    return Array.from({ length: this.#compiled.tables }, (_, table) => table).filter((table) =>
      this.#mayAt(one, table),
    )
  }

  #mayAt(one: number, table: number): boolean {
    const { all, tables, allowed } = this.#compiled
    return allowed[(this.#round * all + one) * tables + table] === 1
  }

  #count(table: number): number {
    return this.#members[table]?.length ?? 0
  }

  #low(table: number): number {
    return at(this.#compiled.low, this.#round * this.#compiled.tables + table)
  }

  #high(table: number): number {
    return at(this.#compiled.high, this.#round * this.#compiled.tables + table)
  }
}
