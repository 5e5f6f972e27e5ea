import type { Person, Problem, Range, Rounds, Rule, Who } from '../../src/modules/seating/index.ts'

/**
 * Scores a seating from the problem alone, the plain way: every pair, every table, every round. It shares no line with the engine,
 * so that what the engine claims of itself can be held against it.
 */
export interface Score {
  /** Hard rules broken, by what is broken; nothing that is not. */
  readonly broken: Readonly<Record<string, number>>
  readonly hardBroken: number
  readonly meetings: number
  readonly organisations: number
  readonly worth: number
  readonly wishes: number
}

export function score(problem: Problem, rounds: Rounds): Score {
  const broken: Record<string, number> = {}
  const breaks = (what: string, times: number) => {
    if (times > 0) broken[what] = (broken[what] ?? 0) + times
  }
  for (let round = 0; round < problem.rounds; round += 1) checkSeats(problem, rounds, round, breaks)
  for (const rule of problem.rules ?? [])
    if (rule.weight === undefined) breaks(rule.rule, timesBroken(problem, rounds, rule))
  const meetings = meetingsWorth(problem, rounds)
  const organisations = organisationsWorth(problem, rounds)
  return {
    broken,
    hardBroken: Object.values(broken).reduce((sum, times) => sum + times, 0),
    meetings,
    organisations,
    worth: meetings + organisations,
    wishes: (problem.wishes ?? []).filter(({ person, theme }) =>
      rounds.some((tables, round) =>
        tables.some((seated, at) => seated.includes(person) && problem.tables[at]?.themes?.[round] === theme),
      ),
    ).length,
  }
}

type Breaks = (what: string, times: number) => void

/** Everyone there has one seat, where they may sit; nobody else has any; sizes hold. */
function checkSeats(problem: Problem, rounds: Rounds, round: number, breaks: Breaks): void {
  const tables = rounds[round] ?? []
  for (const person of problem.people) {
    const at = tables.flatMap((seated, table) => seated.filter((id) => id === person.id).map(() => table))
    breaks('seats of one person', Math.abs(at.length - (present(person, round) ? 1 : 0)))
    for (const table of at) breaks('seat not allowed', mayBe(problem, person, round, table) ? 0 : 1)
  }
  const known = new Set(problem.people.map(({ id }) => id))
  breaks('stranger', tables.flat().filter((id) => !known.has(id)).length)
  checkSizes(problem, tables, round, breaks)
}

function checkSizes(problem: Problem, tables: Rounds[number], round: number, breaks: Breaks): void {
  const sizes: number[] = []
  for (const [at, { min, max }] of problem.tables.entries()) {
    const size = tables[at]?.length ?? 0
    if (isShut(problem, at, round)) breaks('closed table', size)
    else {
      sizes.push(size)
      breaks('size', size < min || size > max ? 1 : 0)
    }
  }
  const [first] = problem.tables
  const alike = problem.tables.every(({ min, max }) => min === first?.min && max === first.max)
  if (problem.even !== false && alike) breaks('uneven', Math.max(...sizes) - Math.min(...sizes) > 1 ? 1 : 0)
}

function timesBroken(problem: Problem, rounds: Rounds, rule: Rule): number {
  const persons = new Map(problem.people.map((person) => [person.id, person]))
  const everyTable = (count: (seated: readonly Person[]) => number) => {
    let sum = 0
    for (const [round, tables] of rounds.entries())
      for (const [at, seated] of tables.entries())
        if (!isShut(problem, at, round)) sum += count(seated.map((id) => persons.get(id) as Person))
    return sum
  }
  switch (rule.rule) {
    case 'meet':
      return together(rounds, ...rule.people) === 0 ? 1 : 0
    case 'apart':
      return sumOfPairs(rule.people, (one, other) => together(rounds, one, other))
    case 'together':
      return sumOfPairs(rule.people, (one, other) => {
        const both = rounds.filter((_, round) =>
          [one, other].every((id) => present(persons.get(id) as Person, round)),
        ).length
        return both - together(rounds, one, other)
      })
    case 'colleagues-apart':
      return everyTable((seated) =>
        sumOfPairs(
          seated.filter(({ kind }) => rule.kind === undefined || kind === rule.kind),
          (one, other) => (one.organisation === other.organisation ? 1 : 0),
        ),
      )
    case 'count':
      return everyTable((seated) => off(seated.filter((person) => is(person, rule.who)).length, rule.times))
    case 'different':
      return everyTable((seated) => {
        const groups = seated
          .filter((person) => is(person, rule.who))
          .map((person) => (rule.by === 'organisation' ? person.organisation : person.attributes?.[rule.by]))
        return off(new Set(groups.filter((group) => group !== undefined)).size, rule.times)
      })
    case 'own': {
      const companies = new Map<string, string>()
      for (const { kind, organisation, attributes } of problem.people) {
        const own = attributes?.[rule.attribute]
        const isThere = problem.people.some((person) => person.organisation === own)
        if (
          kind === rule.kind &&
          own !== undefined &&
          own !== organisation &&
          isThere &&
          !companies.has(organisation)
        )
          companies.set(organisation, own)
      }
      return [...companies].reduce(
        (sum, [company, own]) => sum + off(tablesShared(problem, rounds, company, own), rule.times),
        0,
      )
    }
  }
}

function off(found: number, { atLeast = 0, atMost = Infinity }: Range): number {
  return found < atLeast ? atLeast - found : Math.max(0, found - atMost)
}

function meetingsWorth(problem: Problem, rounds: Rounds): number {
  return sumOfPairs(problem.people, (one, other) => {
    if (one.organisation === other.organisation || together(rounds, one.id, other.id) === 0) return 0
    let worth = 0
    for (const { between, worth: value } of problem.meetings)
      if (areThese(between, one.kind, other.kind)) worth = value
    let before = 0
    for (const { people, times = 1 } of problem.met ?? [])
      if (areThese(people, one.id, other.id)) before = times
    return worth * (problem.again ?? 0.5) ** before
  })
}

function organisationsWorth(problem: Problem, rounds: Rounds): number {
  const names = [...new Set(problem.people.map(({ organisation }) => organisation))]
  const hasKind = (name: string, kind: string) =>
    problem.people.some((person) => person.organisation === name && person.kind === kind)
  return sumOfPairs(names, (one, other) => {
    let worth = 0
    for (const { between, worth: value } of problem.organisationMeetings ?? [])
      if (
        (hasKind(one, between[0]) && hasKind(other, between[1])) ||
        (hasKind(one, between[1]) && hasKind(other, between[0]))
      )
        worth = value
    return worth > 0 && tablesShared(problem, rounds, one, other) > 0 ? worth : 0
  })
}

function tablesShared({ people }: Problem, rounds: Rounds, one: string, other: string): number {
  const of = (name: string) => people.filter(({ organisation }) => organisation === name).map(({ id }) => id)
  const [ones, others] = [of(one), of(other)]
  return rounds
    .flat()
    .filter((seated) => ones.some((id) => seated.includes(id)) && others.some((id) => seated.includes(id)))
    .length
}

function together(rounds: Rounds, one: string, other: string): number {
  return rounds.flat().filter((seated) => seated.includes(one) && seated.includes(other)).length
}

function sumOfPairs<Item>(items: readonly Item[], of: (one: Item, other: Item) => number): number {
  let sum = 0
  for (let one = 0; one < items.length; one += 1)
    for (let other = 0; other < one; other += 1) sum += of(items[one] as Item, items[other] as Item)
  return sum
}

function areThese(pair: readonly [string, string], one: string, other: string): boolean {
  return (pair[0] === one && pair[1] === other) || (pair[0] === other && pair[1] === one)
}

function is(person: Person, { kind, organisation, attribute }: Who): boolean {
  if (kind !== undefined && kind !== person.kind) return false
  if (organisation !== undefined && organisation !== person.organisation) return false
  return attribute === undefined || person.attributes?.[attribute.name] === attribute.value
}

function present({ from, until, absent }: Person, round: number): boolean {
  if (from !== undefined && round < from) return false
  if (until !== undefined && round >= until) return false
  return absent === undefined || !absent.includes(round)
}

function isShut({ tables }: Problem, at: number, round: number): boolean {
  return tables[at]?.closed?.includes(round) === true
}

function mayBe(problem: Problem, person: Person, round: number, at: number): boolean {
  const hosted = problem.tables.findIndex(({ id }) => id === person.host)
  if (hosted >= 0 && !isShut(problem, hosted, round)) return at === hosted
  return person.tables === undefined || person.tables.includes(problem.tables[at]?.id ?? '')
}
