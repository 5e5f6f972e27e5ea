import type { MetCompany } from '#modules/companies'
import type { Locale } from '#platform/values/locale.ts'

/** How a matter or an entry reached us. */
export type Way = 'page' | 'mail' | 'phone' | 'visit' | 'round-table'

/** Who may know the sender: all who have a part, or only those who answer. */
export type NameFor = 'all' | 'answerer'

/** Who sends: a company, somebody who has not started one yet, or somebody who gives no name. */
export type Sender =
  | {
      readonly kind: 'company'
      readonly company: MetCompany
      readonly contact: Contact
      readonly nameFor: NameFor
    }
  | { readonly kind: 'not-started'; readonly contact: Contact; readonly nameFor: NameFor }
  /** Answers go to the private address alone, or to the mail address if one is given. */
  | { readonly kind: 'nameless'; readonly contact: Pick<Contact, 'email'> }

/** How to reach who sent it; empty where nothing was given. */
export interface Contact {
  readonly name: string
  readonly email: string
  readonly phone: string
}

/** What somebody asks for or tells. */
export interface NewMatter {
  /** The id of one of the network's topics. */
  readonly topic: string
  /** One line. */
  readonly subject: string
  readonly text: string
  readonly placeKind: 'places' | 'region' | 'unsure'
  /** Codes of municipalities of the network; none unless the place is known. */
  readonly places: readonly string[]
  /** An address or a part of town; empty where none was given. */
  readonly locality: string
  /** To the topic's questions. */
  readonly answers: Readonly<Record<string, string>>
  readonly sender: Sender
  readonly way: Way
  /** The municipality whose own door it came through; null is the common one. */
  readonly entrance: string | null
  readonly locale: Locale
}

/** The number that a matter is registered and spoken of by: `2026-17`. */
export function matterNumber({ year, number }: { readonly year: number; readonly number: number }): string {
  return `${year}-${number}`
}
