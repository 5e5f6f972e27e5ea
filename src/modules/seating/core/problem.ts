/** What is to be seated, as the organiser says it. Rounds are counted from 0; ids are the caller's own. */
export interface Problem {
  readonly people: readonly Person[]
  readonly tables: readonly Table[]
  readonly rounds: number
  /** Tables that are open in a round differ by at most one person, as far as their sizes allow. Unsaid: yes. */
  readonly even?: boolean
  /** What a first meeting of two people of these kinds is worth. Kinds not named here gain nothing from each other. */
  readonly meetings: readonly Worth[]
  /** What it is worth, beside, that two organisations meet at all, whoever sits there for them. */
  readonly organisationMeetings?: readonly Worth[]
  readonly rules?: readonly Rule[]
  readonly wishes?: readonly Wish[]
  /** Who met at earlier events. */
  readonly met?: readonly { readonly people: Pair; readonly times?: number }[]
  /** The part of its worth that a meeting keeps each time it has been had at an earlier event. Unsaid: a half. */
  readonly again?: number
}

export type Pair = readonly [string, string]

export interface Person {
  readonly id: string
  /** People of one organisation gain nothing from meeting each other. */
  readonly organisation: string
  /** Leadership, company, guest, host, or whatever the organiser calls them. */
  readonly kind: string
  /** Municipality, branch, size … */
  readonly attributes?: Readonly<Record<string, string>>
  /** The first round this person is there for. */
  readonly from?: number
  /** The first round this person is gone. */
  readonly until?: number
  /** Other rounds missed. */
  readonly absent?: readonly number[]
  /** Host of this table: sits there in every round it is open. */
  readonly host?: string
  /** Sits only at these tables, for instance those a wheelchair reaches. */
  readonly tables?: readonly string[]
}

export interface Table {
  readonly id: string
  readonly min: number
  readonly max: number
  /** The theme of each round. */
  readonly themes?: readonly (string | null)[]
  /** Rounds in which it is not there: a late table is closed in the first. */
  readonly closed?: readonly number[]
}

export interface Worth {
  readonly between: readonly [kind: string, kind: string]
  readonly worth: number
}

export interface Wish {
  readonly person: string
  readonly theme: string
  /** Unsaid: 1, as much as an ordinary meeting. */
  readonly weight?: number
}

/** Whose rule it is and why, for those who ask; a rule without a weight is hard. */
interface Ruling {
  readonly weight?: number
  readonly reason?: string
}

/** People by what they are; a part left out says nothing. */
export interface Who {
  readonly kind?: string
  readonly organisation?: string
  readonly attribute?: { readonly name: string; readonly value: string }
}

export type Rule = Ruling &
  (
    | { readonly rule: 'meet'; readonly people: Pair }
    /** Must not meet, keep apart: no two of them ever sit at one table. */
    | { readonly rule: 'apart'; readonly people: readonly string[] }
    /** They sit at one table in each round that they are there. */
    | { readonly rule: 'together'; readonly people: readonly string[] }
    /** No two of one organisation sit at one table. */
    | { readonly rule: 'colleagues-apart'; readonly kind?: string }
    /** How many rounds a company (`kind`) sits with the organisation that its attribute names. */
    | { readonly rule: 'own'; readonly kind: string; readonly attribute: string; readonly times: Range }
    /** How many of them sit at a table. */
    | { readonly rule: 'count'; readonly who: Who; readonly times: Range }
    /** How many different organisations, or values of an attribute, are at a table. */
    | { readonly rule: 'different'; readonly who: Who; readonly by: string; readonly times: Range }
  )

export interface Range {
  readonly atLeast?: number
  readonly atMost?: number
}

/** A seating: for each round, for each table in the problem's order, who sits there. */
export type Rounds = readonly (readonly (readonly string[])[])[]

/** Whether this person is there in this round. */
export function isThere(person: Person, round: number): boolean {
  return (
    round >= (person.from ?? 0) &&
    round < (person.until ?? Number.POSITIVE_INFINITY) &&
    !(person.absent ?? []).includes(round)
  )
}

export function isOpen(table: Table, round: number): boolean {
  return !(table.closed ?? []).includes(round)
}

export function fits(person: Person, who: Who): boolean {
  return (
    (who.kind === undefined || person.kind === who.kind) &&
    (who.organisation === undefined || person.organisation === who.organisation) &&
    (who.attribute === undefined || person.attributes?.[who.attribute.name] === who.attribute.value)
  )
}
