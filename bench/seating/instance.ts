import { readFileSync } from 'node:fs'
import type { Problem, Rule } from '../../src/modules/seating/index.ts'

/** An event, or a pure schedule, as the files of `data/seating` tell it; see its README. */
interface Instance {
  readonly id: string
  readonly rounds: number
  readonly tables: readonly {
    readonly id: string
    readonly min: number
    readonly max: number
    readonly themes?: readonly (string | null)[]
  }[]
  readonly balanced: boolean
  readonly persons: readonly {
    readonly id: string
    readonly org: string
    readonly cat: 'M' | 'C' | 'G'
    readonly absent?: readonly number[]
    readonly tablesAllowed?: readonly number[]
    readonly host?: number
  }[]
  /** What a meeting of two is worth, by their kinds in alphabetical order. */
  readonly weights: Readonly<Record<string, number>>
  readonly orgWeight: number
  readonly rules: {
    readonly sameOrgNever: boolean
    readonly minMunicipalities: number
    readonly minCompanies: number
    readonly maxGuests: number
  }
  readonly mustMeet: readonly (readonly [string, string])[]
  readonly mustNotMeet: readonly (readonly [string, string])[]
  readonly wishes: readonly { readonly person: string; readonly theme: string; readonly weight: number }[]
  /** Proven by whoever made the instance, by other means than the engine's. */
  readonly upperBound?: { readonly value: number }
}

const kinds = { M: 'leadership', C: 'company', G: 'guest' } as const

/** What a fulfilled wish weighs against an ordinary meeting. Less, and wishes are bought for meetings; more, the other way round. */
export const wishWeight = 0.9

export function readInstance(name: string): {
  readonly problem: Problem
  readonly givenBound: number | undefined
} {
  const file = new URL(`../../data/seating/${name}.json`, import.meta.url)
  const instance = JSON.parse(readFileSync(file, 'utf8')) as Instance
  return { problem: problemOf(instance), givenBound: instance.upperBound?.value }
}

function problemOf(instance: Instance): Problem {
  const tableId = (index: number) => instance.tables[index]?.id ?? ''
  return {
    people: instance.persons.map(({ id, org, cat, absent, host, tablesAllowed }) => ({
      id,
      organisation: org,
      kind: kinds[cat],
      ...(absent === undefined ? {} : { absent }),
      ...(host === undefined ? {} : { host: tableId(host) }),
      ...(tablesAllowed === undefined ? {} : { tables: tablesAllowed.map(tableId) }),
    })),
    tables: instance.tables.map(({ id, min, max, themes }) => ({
      id,
      min,
      max,
      ...(themes === undefined ? {} : { themes }),
    })),
    rounds: instance.rounds,
    even: instance.balanced,
    meetings: Object.entries(instance.weights)
      .filter(([, worth]) => worth > 0)
      .map(([pair, worth]) => ({ between: [kindOf(pair, 0), kindOf(pair, 1)], worth })),
    organisationMeetings:
      instance.orgWeight > 0 ? [{ between: [kinds.M, kinds.C], worth: instance.orgWeight }] : [],
    rules: rulesOf(instance),
    wishes: instance.wishes.map(({ person, theme, weight }) => ({
      person,
      theme,
      weight: weight * wishWeight,
    })),
  }
}

function kindOf(pair: string, at: 0 | 1): string {
  return kinds[pair.charAt(at) as keyof typeof kinds]
}

function rulesOf({ rules, mustMeet, mustNotMeet }: Instance): readonly Rule[] {
  return [
    ...(rules.sameOrgNever ? [{ rule: 'colleagues-apart' } as const] : []),
    ...different(kinds.M, rules.minMunicipalities),
    ...different(kinds.C, rules.minCompanies),
    // 99 is how the files say that it does not matter.
    ...(rules.maxGuests < 99
      ? [{ rule: 'count', who: { kind: kinds.G }, times: { atMost: rules.maxGuests } } as const]
      : []),
    ...mustMeet.map((people) => ({ rule: 'meet', people }) as const),
    ...mustNotMeet.map((people) => ({ rule: 'apart', people }) as const),
  ]
}

function different(kind: string, atLeast: number): readonly Rule[] {
  return atLeast === 0 ? [] : [{ rule: 'different', who: { kind }, by: 'organisation', times: { atLeast } }]
}
