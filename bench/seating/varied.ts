import type { Person, Problem, Rule, Table, Wish } from '../../src/modules/seating/index.ts'
import { usualWorths } from './growth.ts'
import { wishWeight } from './instance.ts'
import { Random } from '../../src/modules/seating/core/random.ts'

const themes = ['skills', 'water', 'grid', 'housing', 'digital']

/** Numbers drawn for one event. */
class Dice {
  readonly #random: Random

  constructor(seed: number) {
    this.#random = new Random(seed)
  }

  /** From `least` to `most`, both included. */
  among(least: number, most: number): number {
    return least + this.#random.below(most - least + 1)
  }

  isOneIn(times: number): boolean {
    return this.#random.below(times) === 0
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.#random.below(items.length)] as Item
  }
}

/**
 * An event that nobody has tuned anything to, another one for each seed: 8–13 tables of 6–9, 3–5 rounds, hosts, mixes, guests,
 * people who come late or leave early, some who must and some who must not meet, wishes. Some are tight (no seat to spare),
 * in some the themes change from round to round. What it asks can be kept, for the numbers leave room.
 */
export function variedEvent(seed: number): Problem {
  const dice = new Dice(seed * 7919)
  const count = dice.among(8, 13)
  const seats = dice.among(6, count > 11 ? 7 : 9)
  const rounds = dice.among(3, 5)
  const tables = tablesOf(dice, count, seats, rounds)
  const missing = dice.isOneIn(3) ? 0 : dice.among(0, count)
  const people = peopleOf(dice, tables, count * seats - missing, rounds)
  return {
    people,
    tables,
    rounds,
    ...usualWorths,
    rules: rulesOf(dice, people, seats),
    wishes: wishesOf(dice, people, rounds),
  }
}

function tablesOf(dice: Dice, count: number, seats: number, rounds: number): readonly Table[] {
  const isChanging = dice.isOneIn(2)
  return Array.from({ length: count }, (_, at) => ({
    id: `t${at}`,
    min: seats - 2,
    max: seats,
    themes: Array.from(
      { length: rounds },
      (_unused, round) => themes[(at + (isChanging ? round : 0)) % themes.length] ?? null,
    ),
  }))
}

/** About two fifths lead a municipality, one of whom is the host of each table; the companies send one or two. */
function peopleOf(dice: Dice, tables: readonly Table[], count: number, rounds: number): readonly Person[] {
  const leaders = Math.max(tables.length * 2 + 2, Math.round(count * 0.4))
  const municipalities = dice.among(11, 14)
  const guests = dice.among(2, 4)
  const companies = Math.round((count - leaders - guests) * (dice.among(70, 100) / 100))
  const somePartly = dice.isOneIn(2)
  return Array.from({ length: count }, (_, at) => {
    const kind = at < leaders ? 'leadership' : at < count - guests ? 'company' : 'guest'
    const own = { leadership: at % municipalities, company: (at - leaders) % companies, guest: at }[kind]
    const person = { id: `p${at}`, organisation: `${kind} ${own}`, kind }
    const table = tables[at]
    if (table !== undefined) return { ...person, host: table.id }
    if (kind !== 'guest' && dice.isOneIn(20))
      return { ...person, tables: tables.slice(0, 3).map(({ id }) => id) }
    if (!somePartly || !dice.isOneIn(6)) return person
    return dice.isOneIn(2) ? { ...person, from: 1 } : { ...person, until: rounds - 1 }
  })
}

function rulesOf(dice: Dice, people: readonly Person[], seats: number): readonly Rule[] {
  const movers = people.filter(({ host, tables }) => host === undefined && tables === undefined)
  const two = (): readonly [string, string] => {
    const one = dice.pick(movers)
    const other = dice.pick(movers.filter(({ organisation }) => organisation !== one.organisation))
    return [one.id, other.id]
  }
  const apart = Array.from({ length: dice.among(3, 12) }, two)
  const isApart = new Set(apart.map((pair) => pair.toSorted().join(' ')))
  const meet = Array.from({ length: dice.among(6, 20) }, two).filter(
    (pair) => !isApart.has(pair.toSorted().join(' ')),
  )
  return [
    { rule: 'colleagues-apart' },
    { rule: 'different', who: { kind: 'leadership' }, by: 'organisation', times: { atLeast: 2 } },
    {
      rule: 'different',
      who: { kind: 'company' },
      by: 'organisation',
      times: { atLeast: seats > 6 && dice.isOneIn(2) ? 3 : 2 },
    },
    { rule: 'count', who: { kind: 'guest' }, times: { atMost: 1 } },
    ...meet.map((pair) => ({ rule: 'meet', people: pair }) as const),
    ...apart.map((pair) => ({ rule: 'apart', people: pair }) as const),
  ]
}

function wishesOf(dice: Dice, people: readonly Person[], rounds: number): readonly Wish[] {
  return people
    .filter(({ host }) => host === undefined)
    .flatMap(({ id }) =>
      themes
        .filter(() => dice.isOneIn(3))
        .slice(0, rounds - 1)
        .map((theme) => ({ person: id, theme, weight: wishWeight })),
    )
}
