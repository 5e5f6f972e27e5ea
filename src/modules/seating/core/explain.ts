import { worthOf } from './compile-pairs.ts'
import { meetingsIn, type Meetings } from './meetings.ts'
import type { Pair, Problem, Rounds } from './problem.ts'
import { unmetRules, type Unmet } from './unmet.ts'

/** What a seating achieves and what it does not. */
export interface Explanation {
  readonly figures: Figures
  /** Rules that are broken: where, by how much, and whose reason. */
  readonly unmet: readonly Unmet[]
  /** Wishes not fulfilled. */
  readonly unheard: readonly { readonly person: string; readonly theme: string }[]
  /** People who would gain from a meeting and never sit together. */
  readonly neverMeet: readonly Pair[]
  /** Organisations for which the same is true. */
  readonly organisationsNeverMeet: readonly Pair[]
}

export interface Figures {
  /** Different useful meetings of two people, and what they are worth. */
  readonly meetings: number
  readonly meetingsWorth: number
  readonly organisationMeetings: number
  readonly organisationsWorth: number
  /** The two worths together: what the proven bound is about. */
  readonly worth: number
  readonly wishes: number
  readonly hardBroken: number
}

export function explain(problem: Problem, rounds: Rounds): Explanation {
  const met = meetingsIn(problem, rounds)
  const people = peopleFigures(problem, met)
  const organisations = organisationFigures(problem, met)
  const unheard = (problem.wishes ?? []).filter(({ person, theme }) => !met.hasHeard(person, theme))
  const unmet = unmetRules(problem, rounds, met)
  return {
    figures: {
      meetings: people.count,
      meetingsWorth: people.worth,
      organisationMeetings: organisations.count,
      organisationsWorth: organisations.worth,
      worth: people.worth + organisations.worth,
      wishes: (problem.wishes ?? []).length - unheard.length,
      hardBroken: unmet.reduce((sum, { weight, times }) => sum + (weight === undefined ? times : 0), 0),
    },
    unmet,
    unheard: unheard.map(({ person, theme }) => ({ person, theme })),
    neverMeet: people.never,
    organisationsNeverMeet: organisations.never,
  }
}

function peopleFigures(problem: Problem, met: Meetings) {
  const worth = worthOf(problem)
  const never: Pair[] = []
  let count = 0
  let sum = 0
  for (const [index, one] of problem.people.entries())
    for (const other of problem.people.slice(index + 1)) {
      const value = worth(one, other)
      if (value <= 0) continue
      if (met.times(one.id, other.id) === 0) never.push([one.id, other.id])
      else {
        count += 1
        sum += value
      }
    }
  return { count, worth: sum, never }
}

function organisationFigures(problem: Problem, met: Meetings) {
  const never: Pair[] = []
  let count = 0
  let sum = 0
  for (const [pair, worth] of organisationPairs(problem)) {
    if (met.organisationTimes(...pair) === 0) never.push(pair)
    else {
      count += 1
      sum += worth
    }
  }
  return { count, worth: sum, never }
}

/** Every two organisations that gain by meeting, once each, with what it is worth; a later word on two kinds replaces an earlier. */
export function organisationPairs(problem: Problem): readonly (readonly [Pair, number])[] {
  const found = new Map<string, readonly [Pair, number]>()
  for (const { between, worth } of problem.organisationMeetings ?? [])
    for (const one of organisationsOf(problem, between[0]))
      for (const other of organisationsOf(problem, between[1]))
        if (one !== other) {
          const pair: Pair = one < other ? [one, other] : [other, one]
          found.set(JSON.stringify(pair), [pair, worth])
        }
  return [...found.values()].filter(([, worth]) => worth > 0)
}

function organisationsOf({ people }: Problem, kind: string): readonly string[] {
  return [...new Set(people.filter((person) => person.kind === kind).map(({ organisation }) => organisation))]
}
