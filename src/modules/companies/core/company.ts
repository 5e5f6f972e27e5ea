/** How many work in a company, in the classes of Statistics Sweden's business register; `250` is 250 or more. */
export const companySizes = ['0', '1-9', '10-49', '50-249', '250'] as const
export type CompanySize = (typeof companySizes)[number]

/** The sections of SNI 2025, which are letters. */
export const branches: readonly string[] = Array.from('ABCDEFGHIJKLMNOPQRSTUV')

/** A company that the network has met. */
export interface Company {
  readonly id: string
  readonly name: string
  /** Null for a sole trader, and where none was given. */
  readonly organisationNumber: string | null
  readonly isSoleTrader: boolean
  /** The municipality where it has its seat, by its code; null when that is not known or elsewhere. */
  readonly municipality: string | null
  readonly size: CompanySize | null
  readonly branch: string | null
  readonly isExample: boolean
}

/** What somebody says of a company when it is met. */
export interface MetCompany {
  readonly name: string
  /** As `organisationNumberIn` reads it; null when none was given. */
  readonly number: { readonly digits: string; readonly isSoleTrader: boolean } | null
  readonly municipality: string | null
  readonly size: CompanySize | null
  readonly branch: string | null
}
