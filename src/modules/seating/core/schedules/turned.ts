import type { Schedule } from './schedule.ts'

/** How many choices are tried, in all rings together, before it is left to the search; beyond so many people they lead nowhere. */
const patience = 30_000
const mostPeople = 40

/**
 * One round, turned: all but one person stand in rings of as many as there are rounds, and each round everyone takes the next one's place. No
 * two meet twice if in the first round no two at a table are as far apart, in the same rings, as two others: such a first round
 * is found by trying. Fifteen people at five tables for seven rounds are Kirkman's schoolgirls.
 */
export function turned(tables: number, seats: number, rounds: number): Schedule | undefined {
  const people = tables * seats
  if (people > mostPeople || seats < 2) return undefined
  let tries = patience
  for (let ring = rounds; ring < people; ring += 1) {
    const left = people % ring
    if (left > 1) continue
    const found = new FirstRound({ people, seats, ring, tries })
    const first = found.find()
    tries = found.triesLeft
    if (first === undefined) continue
    return Array.from({ length: rounds }, (_, round) =>
      first.map((group) => group.map((person) => turn(person, round, ring, people - left))),
    )
  }
  return undefined
}

function turn(person: number, round: number, ring: number, turning: number): number {
  return person >= turning ? person : person - (person % ring) + ((person + round) % ring)
}

interface Question {
  readonly people: number
  readonly seats: number
  readonly ring: number
  readonly tries: number
}

class FirstRound {
  readonly #people: number
  readonly #seats: number
  readonly #ring: number
  readonly #groups: number[][] = []
  readonly #seated: boolean[]
  readonly #distances = new Set<number>()
  triesLeft: number

  constructor({ people, seats, ring, tries }: Question) {
    this.#people = people
    this.#seats = seats
    this.#ring = ring
    this.triesLeft = tries
    this.#seated = Array.from({ length: people }, () => false)
  }

  find(): readonly (readonly number[])[] | undefined {
    return this.#fill() ? this.#groups : undefined
  }

  #fill(): boolean {
    let group = this.#groups.at(-1)
    const isNew = group === undefined || group.length === this.#seats
    // Somebody opens the next table: as well the last who stands, for the one in the middle is the hardest to place.
    if (isNew) {
      const opens = this.#seated.lastIndexOf(false)
      if (opens < 0) return true
      group = [opens]
      this.#groups.push(group)
      this.#seated[opens] = true
      if (this.#addTo(group)) return true
      this.#groups.pop()
      this.#seated[opens] = false
      return false
    }
    return this.#addTo(group as number[])
  }

  #addTo(group: number[]): boolean {
    for (let person = (group.at(-1) ?? this.#people) - 1; person >= 0; person -= 1) {
      this.triesLeft -= 1
      if (this.triesLeft < 0) return false
      if (this.#seated[person] === true) continue
      const distances = group.flatMap((other) => this.#distancesOf(person, other))
      if (new Set(distances).size < distances.length || distances.some((one) => this.#distances.has(one)))
        continue
      for (const one of distances) this.#distances.add(one)
      group.push(person)
      this.#seated[person] = true
      if (this.#fill()) return true
      this.#seated[person] = false
      group.pop()
      for (const one of distances) this.#distances.delete(one)
    }
    return false
  }

  /** How far apart two stand, both ways round, and in which rings, in one number. */
  #distancesOf(one: number, other: number): readonly number[] {
    const turning = this.#people - (this.#people % this.#ring)
    // Who stands in the middle meets each ring's people one after the other.
    if (one >= turning || other >= turning) return [-1 - this.#ringOf(Math.min(one, other))]
    // Half way round one way is half way round the other: the turn would bring them together twice, and they are refused.
    return [this.#distance(one, other), this.#distance(other, one)]
  }

  #distance(from: number, to: number): number {
    const apart = ((to % this.#ring) - (from % this.#ring) + this.#ring) % this.#ring
    return (this.#ringOf(from) * this.#people + this.#ringOf(to)) * this.#people + apart
  }

  #ringOf(person: number): number {
    return Math.floor(person / this.#ring)
  }
}
