import { Numbering } from './arrays.ts'
import type { Room } from './compile.ts'
import type { Person, Problem, Rule } from './problem.ts'

/** What it is worth that organisations meet: a meeting is a table, in a round, where both have somebody. */
export interface Organisations {
  readonly count: number
  /** 32-bit words of a set of organisations. */
  readonly words: number
  /** By one of all; -1 for spares and for those whose organisation gains nothing by meeting others. */
  readonly of: Int32Array
  /** The people of each, one organisation after the other, and where each begins. */
  readonly members: Int32Array
  readonly firstMember: Int32Array
  /** By one × count + other: which profile; 0 is worth nothing. */
  readonly profile: Int32Array
  /** By profile × steps + times met: the worth of so many meetings. */
  readonly steps: number
  readonly worth: Int32Array
  /** … what one more would win, and one less lose */
  readonly wins: Int32Array
  readonly loses: Int32Array
  /** … and how many hard rules that breaks. */
  readonly broken: Int32Array
}

export function compileOrganisations(problem: Problem, room: Room): Organisations | undefined {
  const numbering = new Numbering()
  for (const person of problem.people) numbering.of(person.organisation)
  const count = numbering.size
  const membersOf = Array.from({ length: count }, (): number[] => [])
  const of = new Int32Array(room.all).fill(-1)
  for (const [index, person] of problem.people.entries()) {
    of[index] = numbering.of(person.organisation)
    membersOf[of[index] ?? 0]?.push(index)
  }
  const largest = Math.max(0, ...membersOf.map((members) => members.length))
  const profiles = new Profiles(room, largest * room.rounds + 2)
  const profile = new Int32Array(count * count)
  writeWorths(profile, problem, count, { numbering, profiles })
  for (const rule of problem.rules ?? [])
    if (rule.rule === 'own') writeOwn(profile, problem, rule, { numbering, profiles, count })
  if (!profile.some((number) => number !== 0)) return undefined
  return {
    count,
    words: (count + 31) >> 5,
    of,
    members: Int32Array.from(membersOf.flat()),
    firstMember: Int32Array.from({ length: count + 1 }, (_, one) => membersOf.slice(0, one).flat().length),
    profile,
    ...profiles.written(),
  }
}

/** Each different way in which the worth of meetings grows with their number; the first is nothing at all. */
class Profiles {
  readonly #room: Room
  readonly #steps: number
  readonly #numbering = new Numbering()
  readonly #worths: number[] = []
  readonly #broken: number[] = []

  constructor(room: Room, steps: number) {
    this.#room = room
    this.#steps = steps
    this.of({ first: 0, own: [] })
  }

  of(way: Way): number {
    const before = this.#numbering.size
    const number = this.#numbering.of(JSON.stringify(way))
    if (number === before) this.#write(way)
    return number
  }

  wayOf(number: number): Way {
    return this.#ways[number] ?? { first: 0, own: [] }
  }

  readonly #ways: Way[] = []

  #write(way: Way): void {
    this.#ways.push(way)
    for (let times = 0; times < this.#steps; times += 1) {
      let worth = times > 0 ? Math.round(this.#room.scale * way.first) : 0
      let broken = 0
      for (const { weight, atLeast, atMost } of way.own) {
        const off = Math.max(0, atLeast - times, times - (atMost ?? times))
        worth -= off * (weight === null ? this.#room.hard : Math.round(this.#room.scale * weight))
        broken += weight === null ? off : 0
      }
      this.#worths.push(worth)
      this.#broken.push(broken)
    }
  }

  written() {
    const worth = Int32Array.from(this.#worths)
    const steps = this.#steps
    const at = (cell: number) => worth[cell] ?? 0
    return {
      steps,
      worth,
      wins: worth.map((value, cell) => (cell % steps === steps - 1 ? 0 : at(cell + 1) - value)),
      loses: worth.map((value, cell) => (cell % steps === 0 ? 0 : value - at(cell - 1))),
      broken: Int32Array.from(this.#broken),
    }
  }
}

interface Way {
  readonly first: number
  readonly own: readonly {
    readonly weight: number | null
    readonly atLeast: number
    readonly atMost: number | null
  }[]
}

interface Tools {
  readonly numbering: Numbering
  readonly profiles: Profiles
}

function writeWorths(
  profile: Int32Array,
  problem: Problem,
  count: number,
  { numbering, profiles }: Tools,
): void {
  const ofKind = new Map<string, Set<number>>()
  for (const person of problem.people) {
    const organisations = ofKind.get(person.kind) ?? new Set()
    ofKind.set(person.kind, organisations.add(numbering.of(person.organisation)))
  }
  for (const { between, worth } of problem.organisationMeetings ?? []) {
    const number = profiles.of({ first: worth, own: [] })
    for (const one of ofKind.get(between[0]) ?? [])
      for (const other of ofKind.get(between[1]) ?? []) {
        if (one === other) continue
        profile[one * count + other] = number
        profile[other * count + one] = number
      }
  }
}

function writeOwn(
  profile: Int32Array,
  problem: Problem,
  rule: Extract<Rule, { rule: 'own' }>,
  { numbering, profiles, count }: Tools & { readonly count: number },
): void {
  for (const [one, other] of ownPairs(problem.people, rule, numbering)) {
    const before = profiles.wayOf(profile[one * count + other] ?? 0)
    const { atLeast = 0, atMost = null } = rule.times
    const number = profiles.of({
      ...before,
      own: [...before.own, { weight: rule.weight ?? null, atLeast, atMost }],
    })
    profile[one * count + other] = number
    profile[other * count + one] = number
  }
}

/** The organisations of a rule's kind, each with its own, where that one is there. */
export function ownPairs(
  people: readonly Person[],
  rule: Extract<Rule, { rule: 'own' }>,
  numbering: Numbering,
): readonly (readonly [number, number])[] {
  const found = new Map<number, readonly [number, number]>()
  for (const person of people) {
    if (person.kind !== rule.kind) continue
    const one = numbering.of(person.organisation)
    const own = numbering.find(person.attributes?.[rule.attribute] ?? '')
    if (own !== undefined && own !== one && !found.has(one)) found.set(one, [one, own])
  }
  return [...found.values()]
}
