import type { Room } from './compile.ts'
import { fits, type Person, type Problem, type Rule } from './problem.ts'

/** What two people at one table are worth, by one × all + other. */
export interface Pairs {
  /** The first time. */
  readonly first: Int32Array
  /** Every time. */
  readonly each: Int32Array
  /** 1 where a hard rule wants them to meet. */
  readonly must: Int32Array
  /** 1 where each time breaks a hard rule, -1 where each time keeps one. */
  readonly hardEach: Int32Array
  /** Hard rules broken while nobody has met at all. */
  readonly brokenAtFirst: number
}

export function compilePairs(problem: Problem, room: Room): Pairs {
  const cells = room.all * room.all
  const pairs = {
    first: new Int32Array(cells),
    each: new Int32Array(cells),
    must: new Int32Array(cells),
    hardEach: new Int32Array(cells),
    brokenAtFirst: 0,
  }
  setWorths(pairs.first, problem, room)
  const indexOf = new Map(problem.people.map((person, index) => [person.id, index]))
  for (const rule of problem.rules ?? [])
    for (const [one, other] of pairsOf(rule, problem.people, indexOf))
      pairs.brokenAtFirst += ruleOn(pairs, room, rule, [one, other])
  return pairs
}

/** What a first meeting of two people is worth, before any rule. */
export function worthOf(problem: Problem): (one: Person, other: Person) => number {
  const worths = new PairMap()
  for (const { between, worth } of problem.meetings) worths.set(between, worth)
  const times = new PairMap()
  for (const { people, times: often = 1 } of problem.met ?? []) times.set(people, often)
  return (one, other) => {
    if (one.organisation === other.organisation) return 0
    const worth = worths.get(one.kind, other.kind)
    const before = times.get(one.id, other.id)
    return before === 0 ? worth : worth * (problem.again ?? 0.5) ** before
  }
}

/** A number for two names, whichever is said first; 0 unless set. */
class PairMap {
  readonly #rows = new Map<string, Map<string, number>>()

  set([one, other]: readonly [string, string], value: number): void {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const row = this.#rows.get(from) ?? new Map<string, number>()
      this.#rows.set(from, row.set(to, value))
    }
  }

  get(one: string, other: string): number {
    return this.#rows.get(one)?.get(other) ?? 0
  }
}

function setWorths(first: Int32Array, problem: Problem, room: Room): void {
  const worth = worthOf(problem)
  for (const [index, person] of problem.people.entries())
    for (let other = 0; other < index; other += 1) {
      const value = Math.round(room.scale * worth(person, problem.people[other] as Person))
      first[index * room.all + other] = value
      first[other * room.all + index] = value
    }
}

type Two = readonly [number, number]

/** The pairs a rule speaks of. */
export function pairsOf(
  rule: Rule,
  people: readonly Person[],
  indexOf: ReadonlyMap<string, number>,
): readonly Two[] {
  if (rule.rule === 'meet' || rule.rule === 'apart' || rule.rule === 'together')
    return twos(rule.people.flatMap((id) => indexOf.get(id) ?? []))
  if (rule.rule !== 'colleagues-apart') return []
  const groups = new Map<string, number[]>()
  for (const [index, person] of people.entries()) {
    if (!fits(person, rule.kind === undefined ? {} : { kind: rule.kind })) continue
    const group = groups.get(person.organisation)
    if (group === undefined) groups.set(person.organisation, [index])
    else group.push(index)
  }
  return [...groups.values()].flatMap(twos)
}

function twos(group: readonly number[]): readonly Two[] {
  return group.flatMap((one, index) => group.slice(index + 1).map((other): Two => [one, other]))
}

/** Writes one rule on one pair; returns how often it is broken while they never meet. */
function ruleOn(pairs: Pairs, room: Room, rule: Rule, [one, other]: Two): number {
  const isHard = rule.weight === undefined
  const weight = isHard ? room.hard : Math.round(room.scale * (rule.weight ?? 0))
  const set = (array: Int32Array, change: (before: number) => number) => {
    for (const cell of [one * room.all + other, other * room.all + one])
      array[cell] = change(array[cell] ?? 0)
  }
  if (rule.rule === 'meet') {
    const isNew = (pairs.must[one * room.all + other] ?? 0) === 0
    set(pairs.first, (before) => before + weight)
    if (isHard) set(pairs.must, () => 1)
    return isHard && isNew ? 1 : 0
  }
  const sign = rule.rule === 'together' ? -1 : 1
  set(pairs.each, (before) => before - sign * weight)
  if (!isHard) return 0
  set(pairs.hardEach, (before) => before + sign)
  return rule.rule === 'together' ? roundsOfBoth(room, one, other) : 0
}

function roundsOfBoth(room: Room, one: number, other: number): number {
  let both = 0
  for (let round = 0; round < room.rounds; round += 1)
    both += (room.there[round * room.all + one] ?? 0) * (room.there[round * room.all + other] ?? 0)
  return both
}
