/** What the modules that hold records tell of them, each of its own tables. */

/**
 * A kind of record that may be disposed of by a decision. In the database it has two functions, `to_dispose_<kind>` and
 * `dispose_<kind>`.
 */
export interface RecordKind {
  readonly id: string
  /** Whose such records are: a municipality's, the network's own, or either's. */
  readonly of: 'municipality' | 'network' | 'either'
}

/** Who a record came from or went to. */
export type Party =
  | { readonly kind: 'named'; readonly name: string }
  /** Who asked that their name is told to nobody but those who answer. */
  | { readonly kind: 'kept' | 'erased' | 'nameless' | 'network' | 'nobody' }
  | { readonly kind: 'municipality'; readonly code: string }
  | { readonly kind: 'companies' | 'people'; readonly count: number }

/** A record as a register has it (OSL 5:2). */
export interface RegisterLine {
  readonly number: string
  /** The matter that it stands in, by its id. */
  readonly matter: string | null
  readonly at: Date
  readonly direction: 'in' | 'out' | 'drawn-up'
  /** What makes it a record. */
  readonly rule: 'received' | 'made-available' | 'sent' | 'closed' | 'finished' | 'entered'
  readonly what: RecordedAs
  readonly from: Party
  readonly to: Party
  readonly subject: string
  /** The paragraph that may make it secret. */
  readonly secrecy: string | null
  readonly files: number
}

/** What kind of thing a line of a register is. */
type RecordedAs =
  | 'matter'
  | 'visit'
  | 'correction'
  | 'ask'
  | 'answers'
  | 'mail'
  | EventRecord
  | 'need'
  | 'pool'
  | 'offer-asked'
  | 'offer'
  | 'pattern'
  | 'pattern-note'
  | 'pattern-answer'
type EventRecord = 'invitation' | 'table-notes' | 'summary' | 'promise' | 'came-of'

/** Whose register: a municipality's, or the network's own (null); from a moment until before another. */
export interface RegisterPeriod {
  readonly municipality: string | null
  readonly from: Date
  readonly until: Date
}

/** By what a person is looked for. */
export interface PersonSought {
  /** As it was typed: an address, a name, a number. */
  readonly text: string
  /** The company with that number. */
  readonly company: string | null
}

/** Something that is held on a person. */
export interface Held {
  readonly kind:
    | 'sender'
    | 'contact'
    | 'trader'
    | 'recipient'
    | 'letter'
    | 'participant'
    | 'need'
    | 'pooled'
    | 'follower'
    | 'account'
    | 'mention'
  readonly id: string
  /** By what the people who work here know it: the number of a matter, a day. */
  readonly number: string
  readonly data: Readonly<Record<string, string>>
  /** Why it is not erased; null where it may be. */
  readonly kept: KeptBecause | null
}

/** What is looked for, as a pattern that finds it anywhere in a text. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`
}

/** So many a module finds at most; who finds that many has asked for too much. */
export const mostHeld = 1000

export type KeptBecause =
  | 'open'
  | 'joined'
  | 'shared'
  | 'held'
  | 'record'
  | 'open-ask'
  | 'promise'
  | 'under-way'
  | 'account'
  | 'words'
  | 'no-right'
