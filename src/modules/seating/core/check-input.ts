import type { Fault, NumberOf } from './finding.ts'
import { isOpen, isThere, type Problem } from './problem.ts'

/** More would not be a table plan, and the search keeps a figure for every pair. */
const mostPeople = 4000

/** What keeps there from being any seating from a round on, in the order a person would put it right. */
export function faultsIn(problem: Problem, fromRound = 0): readonly Fault[] {
  const shape = [...sizeFaults(problem), ...nameFaults(problem), ...numberFaults(problem)]
  // How many can be seated is asked only of a problem that holds together.
  return shape.length > 0 ? shape : roomFaults(problem, fromRound)
}

function sizeFaults({ rounds, tables, people }: Problem): readonly Fault[] {
  const faults: Fault[] = []
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100) faults.push({ fault: 'rounds', rounds })
  if (tables.length === 0) faults.push({ fault: 'no-tables' })
  if (people.length > mostPeople) faults.push({ fault: 'too-large', people: people.length, most: mostPeople })
  for (const { id, min, max } of tables)
    if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0 || max < min || max > mostPeople)
      faults.push({ fault: 'table-size', table: id, min, max })
  return faults
}

function nameFaults(problem: Problem): readonly Fault[] {
  const organisationOf = new Map(problem.people.map(({ id, organisation }) => [id, organisation]))
  const unknown = new Set(namedPeople(problem).filter((id) => !organisationOf.has(id)))
  return [
    ...twiceNamed(problem),
    ...seatFaults(problem),
    ...[...unknown].map((person): Fault => ({ fault: 'unknown-person', person })),
  ]
}

function twiceNamed({ people, tables }: Problem): readonly Fault[] {
  const faults: Fault[] = []
  const organisationOf = new Map<string, string>()
  for (const { id, organisation } of people) {
    const before = organisationOf.get(id)
    if (before !== undefined && before !== organisation)
      faults.push({ fault: 'two-organisations', person: id, organisations: [before, organisation] })
    else if (before !== undefined) faults.push({ fault: 'person-twice', person: id })
    organisationOf.set(id, organisation)
  }
  const seen = new Set<string>()
  for (const { id } of tables) {
    if (seen.has(id)) faults.push({ fault: 'table-twice', table: id })
    seen.add(id)
  }
  return faults
}

function seatFaults(problem: Problem): readonly Fault[] {
  const known = new Set(problem.tables.map(({ id }) => id))
  return problem.people.flatMap(({ id, host, tables }): readonly Fault[] => {
    const named = [...(host === undefined ? [] : [host]), ...(tables ?? [])]
    const unknown = named.filter((table) => !known.has(table))
    if (unknown.length > 0) return unknown.map((table) => ({ fault: 'unknown-table', person: id, table }))
    return host !== undefined && tables?.includes(host) === false
      ? [{ fault: 'host-elsewhere', person: id, table: host }]
      : []
  })
}

function namedPeople({ rules = [], wishes = [], met = [] }: Problem): readonly string[] {
  return [
    ...rules.flatMap((rule) => ('people' in rule ? rule.people : [])),
    ...wishes.map(({ person }) => person),
    ...met.flatMap(({ people }) => people),
  ]
}

function numberFaults(problem: Problem): readonly Fault[] {
  const { meetings, organisationMeetings = [], rules = [], wishes = [], met = [], again } = problem
  const ranges = rules.flatMap((rule) => ('times' in rule ? [rule.times.atLeast, rule.times.atMost] : []))
  const numbers: readonly (readonly [NumberOf, readonly (number | undefined)[]])[] = [
    ['meeting', meetings.map(({ worth }) => worth)],
    ['organisation-meeting', organisationMeetings.map(({ worth }) => worth)],
    ['rule', rules.map(({ weight }) => weight)],
    ['wish', wishes.map(({ weight }) => weight)],
    ['earlier-meetings', met.map(({ times }) => times)],
    ['again', [again]],
    ['range', ranges],
  ]
  return numbers.flatMap(([about, values]) =>
    values
      .filter((value) => value !== undefined)
      .filter((value) => !(value >= 0 && value <= 1e6))
      .map((value): Fault => ({ fault: 'no-number', about, value })),
  )
}

function roomFaults(problem: Problem, fromRound: number): readonly Fault[] {
  const faults: Fault[] = []
  let seated = 0
  for (let round = fromRound; round < problem.rounds; round += 1) {
    const people = problem.people.filter((person) => isThere(person, round)).length
    const open = problem.tables.filter((table) => isOpen(table, round))
    const seats = open.reduce((sum, { max }) => sum + max, 0)
    const needed = open.reduce((sum, { min }) => sum + min, 0)
    if (people > seats) faults.push({ fault: 'too-few-seats', round, people, seats })
    if (people < needed) faults.push({ fault: 'too-few-people', round, people, needed })
    seated += people
  }
  return seated === 0 ? [{ fault: 'nobody-there' }] : faults
}
