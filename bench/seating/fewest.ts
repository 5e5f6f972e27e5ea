import { isThere, type Person, type Problem, type Rule } from '../../src/modules/seating/core/problem.ts'
import type { Rounds } from '../../src/modules/seating/index.ts'

/**
 * The fewest people who must be told another table so that no hard rule is broken, up to `most`; `undefined` if even so many are too
 * few. No search with luck in it: every group of people is tried, at every table in every round, beside all who are new,
 * and left only where no continuation can be right. Knows the rules of the events measured here, and shares no code with the engine.
 */
export function fewestMoved(
  problem: Problem,
  before: Rounds,
  from: number,
  most: number,
): number | undefined {
  const rounds = before.slice(from).map((_, at) => new OneRound(problem, before, from + at))
  const musts = unmetMusts(problem, before, from)
  const movable = problem.people.filter(
    ({ id, host }) => host === undefined && rounds.some((round) => round.tableOf.has(id)),
  )
  for (let count = 0; count <= most; count += 1)
    for (const group of groupsOf(movable, count)) if (canDo(rounds, musts, group)) return count
  return undefined
}

function* groupsOf(people: readonly Person[], count: number, from = 0): Generator<readonly Person[]> {
  if (count === 0) yield []
  else
    for (let at = from; at <= people.length - count; at += 1)
      for (const rest of groupsOf(people, count - 1, at + 1)) yield [people[at] as Person, ...rest]
}

/** Those who must meet and have not in the rounds that are held. */
function unmetMusts({ rules = [] }: Problem, before: Rounds, from: number) {
  return rules.flatMap((rule) =>
    rule.rule === 'meet' &&
    rule.weight === undefined &&
    !before
      .slice(0, from)
      .some((tables) => tables.some((table) => rule.people.every((id) => table.includes(id))))
      ? [rule.people]
      : [],
  )
}

type Musts = readonly (readonly [string, string])[]

/** Whether each round has a right seating, and so that between them everyone meets whom they must. */
function canDo(rounds: readonly OneRound[], musts: Musts, group: readonly Person[]): boolean {
  if (rounds.some((round) => round.isHopeless(group))) return false
  let met = new Set([0])
  for (const round of rounds) {
    const ways = round.waysOf(group, musts)
    if (ways.size === 0) return false
    met = new Set([...met].flatMap((one) => [...ways].map((other) => one | other)))
  }
  return met.has(2 ** musts.length - 1)
}

type Mix = Extract<Rule, { rule: 'different' | 'count' }>

/** A round with everyone where they were told, those who are gone away, and those who are new not yet seated. */
class OneRound {
  readonly tableOf = new Map<string, number>()
  readonly #problem: Problem
  readonly #there: readonly Person[]
  readonly #new: readonly Person[]
  readonly #low: number
  readonly #high: number
  readonly #mixes: readonly Mix[]
  readonly #apart: ReadonlySet<string>
  readonly #tables: Person[][]

  constructor(problem: Problem, before: Rounds, round: number) {
    this.#problem = problem
    this.#there = problem.people.filter((person) => isThere(person, round))
    this.#tables = (before[round] ?? []).map((ids) => this.#there.filter(({ id }) => ids.includes(id)))
    for (const [table, seated] of this.#tables.entries())
      for (const { id } of seated) this.tableOf.set(id, table)
    this.#new = this.#there.filter(({ id }) => !this.tableOf.has(id))
    this.#low = Math.floor(this.#there.length / this.#tables.length)
    this.#high = Math.ceil(this.#there.length / this.#tables.length)
    const rules = problem.rules ?? []
    this.#mixes = rules.filter((rule): rule is Mix => rule.rule === 'different' || rule.rule === 'count')
    this.#apart = new Set(
      rules.flatMap((rule) => (rule.rule === 'apart' ? [rule.people.toSorted().join(' ')] : [])),
    )
  }

  /** What is plain without trying: too many at a table that none of them leaves, or too few who could come to one. */
  isHopeless(group: readonly Person[]): boolean {
    const coming = [...group.filter(({ id }) => this.tableOf.has(id)), ...this.#new]
    return (
      this.#tables.some(
        (seated, table) =>
          seated.length - group.filter(({ id }) => this.tableOf.get(id) === table).length > this.#high,
      ) || this.#lacks(this.#tables, coming)
    )
  }

  /** Which of those who must meet can meet here, for every way to seat the group and the new: a bit for each. */
  waysOf(group: readonly Person[], musts: Musts): ReadonlySet<number> {
    const tables = this.#tables.map((seated) => seated.filter((person) => !group.includes(person)))
    const found = new Set<number>()
    this.#seat(tables, [...group.filter(({ id }) => this.tableOf.has(id)), ...this.#new], () => {
      let met = 0
      for (const [bit, pair] of musts.entries())
        if (tables.some((seated) => pair.every((id) => seated.some((person) => person.id === id))))
          met |= 1 << bit
      found.add(met)
    })
    return found
  }

  #seat(tables: Person[][], waiting: readonly Person[], done: () => void): void {
    if (this.#lacks(tables, waiting)) return
    const [next, ...others] = waiting
    if (next === undefined) {
      done()
      return
    }
    for (const [table, seated] of tables.entries()) {
      if (seated.length >= this.#high || !this.#mayCome(next, seated, table)) continue
      seated.push(next)
      this.#seat(tables, others, done)
      seated.pop()
    }
  }

  #mayCome(person: Person, seated: readonly Person[], table: number): boolean {
    const name = this.#problem.tables[table]?.id ?? ''
    if (person.tables !== undefined && !person.tables.includes(name)) return false
    if (seated.some((other) => this.#areApart(person, other))) return false
    return this.#mixes.every(
      (mix) => !isMeant(person, mix) || counted([...seated, person], mix) <= (mix.times.atMost ?? Infinity),
    )
  }

  #areApart(one: Person, other: Person): boolean {
    return one.organisation === other.organisation || this.#apart.has([one.id, other.id].toSorted().join(' '))
  }

  /** Whether tables lack more than all who wait can bring. */
  #lacks(tables: readonly (readonly Person[])[], waiting: readonly Person[]): boolean {
    const seats = tables.reduce((sum, seated) => sum + Math.max(0, this.#low - seated.length), 0)
    if (seats > waiting.length) return true
    return this.#mixes.some((mix) => {
      const least = mix.times.atLeast ?? 0
      const lacking = tables.reduce((sum, seated) => sum + Math.max(0, least - counted(seated, mix)), 0)
      return lacking > waiting.filter((person) => isMeant(person, mix)).length
    })
  }
}

function isMeant({ kind }: Person, { who }: Mix): boolean {
  return who.kind === undefined || who.kind === kind
}

function counted(seated: readonly Person[], mix: Mix): number {
  const meant = seated.filter((person) => isMeant(person, mix))
  return mix.rule === 'count' ? meant.length : new Set(meant.map(({ organisation }) => organisation)).size
}
