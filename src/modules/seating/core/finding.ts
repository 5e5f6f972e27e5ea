import type { Rule, Who } from './problem.ts'

/**
 * What is wrong with a problem, or cannot be kept whatever the seating: typed values with their figures; the sentences are in the
 * module's texts. With a fault there is no seating at all; an impossible rule is broken as little as can be.
 */
export type Fault =
  | { readonly fault: 'rounds'; readonly rounds: number }
  | { readonly fault: 'no-tables' }
  | { readonly fault: 'nobody-there' }
  | { readonly fault: 'person-twice'; readonly person: string }
  | {
      readonly fault: 'two-organisations'
      readonly person: string
      readonly organisations: readonly string[]
    }
  | { readonly fault: 'table-twice'; readonly table: string }
  | { readonly fault: 'table-size'; readonly table: string; readonly min: number; readonly max: number }
  | { readonly fault: 'unknown-person'; readonly person: string }
  | { readonly fault: 'unknown-table'; readonly person: string; readonly table: string }
  | { readonly fault: 'no-number'; readonly about: NumberOf; readonly value: number }
  | { readonly fault: 'host-elsewhere'; readonly person: string; readonly table: string }
  | {
      readonly fault: 'too-few-seats'
      readonly round: number
      readonly people: number
      readonly seats: number
    }
  | {
      readonly fault: 'too-few-people'
      readonly round: number
      readonly people: number
      readonly needed: number
    }
  | {
      readonly fault: 'no-seat-for'
      readonly round: number
      readonly person: string
      readonly tables: readonly string[]
    }
  | { readonly fault: 'table-stays-empty'; readonly round: number; readonly table: string }
  | { readonly fault: 'too-large'; readonly people: number; readonly most: number }

export type NumberOf =
  | 'meeting'
  | 'organisation-meeting'
  | 'rule'
  | 'wish'
  | 'again'
  | 'earlier-meetings'
  | 'range'

export type Impossible =
  | {
      readonly impossible: 'too-few-for-tables'
      readonly round: number
      readonly who: Who
      readonly people: number
      readonly tables: number
      readonly atLeast: number
    }
  | {
      readonly impossible: 'too-many-for-tables'
      readonly round: number
      readonly who: Who
      readonly people: number
      readonly tables: number
      readonly atMost: number
    }
  | {
      readonly impossible: 'too-few-different'
      readonly round: number
      readonly who: Who
      readonly by: string
      readonly seats: number
      readonly tables: number
      readonly atLeast: number
    }
  | {
      readonly impossible: 'more-than-a-table-holds'
      readonly round: number
      readonly table: string
      readonly needed: number
      readonly max: number
    }
  | {
      readonly impossible: 'colleagues-outnumber-tables'
      readonly round: number
      readonly organisation: string
      readonly people: number
      readonly tables: number
    }
  | {
      readonly impossible: 'apart-outnumber-tables'
      readonly round: number
      readonly people: readonly string[]
      readonly tables: number
    }
  | {
      readonly impossible: 'together-outgrow-table'
      readonly round: number
      readonly people: readonly string[]
      readonly max: number
    }
  | {
      readonly impossible: 'contradiction'
      readonly people: readonly string[]
      readonly rules: readonly [Rule['rule'], Rule['rule']]
    }
  | { readonly impossible: 'never-there-together'; readonly people: readonly string[] }
  | {
      readonly impossible: 'no-table-in-common'
      readonly people: readonly string[]
      readonly round: number | null
    }
  | {
      readonly impossible: 'own-too-often'
      readonly organisation: string
      readonly own: string
      readonly atLeast: number
      readonly most: number
    }
  | { readonly impossible: 'own-never-there'; readonly organisation: string; readonly own: string }
  | {
      readonly impossible: 'empty-range'
      readonly rule: Rule['rule']
      readonly atLeast: number
      readonly atMost: number
    }
  | { readonly impossible: 'wish'; readonly person: string; readonly theme: string }
