import type { Generated } from 'kysely'
import type { Bilingual } from '#platform/values/locale.ts'
import type { Json } from './json.ts'

/** Companies, and who takes what they ask for. */
export interface RoutingTables {
  topic: TopicTable
  desk: DeskTable
  routingTable: RoutingTableTable
  company: CompanyTable
}

/** How many work in a company, as statistics has it: `250` is 250 or more. */
export type CompanySize = '0' | '1-9' | '10-49' | '50-249' | '250'

/** A question that a topic asks besides, answered by one of its choices. */
interface TopicQuestion {
  readonly id: string
  readonly text: Bilingual
  readonly choices: readonly { readonly id: string; readonly text: Bilingual }[]
}

interface TopicTable {
  networkId: string
  id: string
  position: number
  name: Json<Bilingual>
  hint: Json<Bilingual>
  questions: Json<readonly TopicQuestion[]>
  retiredAt: Date | null
}

interface DeskTable {
  networkId: string
  municipality: string
  id: string
  name: string
  ownerId: string | null
  deputyId: string | null
  closedAt: Date | null
}

/** What a matter must be for a rule to fit; an empty list asks nothing. */
export interface StoredRule {
  readonly topics: readonly string[]
  readonly localities: readonly string[]
  readonly sizes: readonly CompanySize[]
  readonly branches: readonly string[]
  readonly answers: Readonly<Record<string, readonly string[]>>
  readonly desk: string
}

interface RoutingTableTable {
  networkId: string
  municipality: string
  version: number
  rules: Json<readonly StoredRule[]>
  why: Generated<string>
  savedAt: Date
  savedBy: string | null
}

interface CompanyTable {
  networkId: string
  id: Generated<string>
  name: string
  organisationNumber: string | null
  soleTraderDigest: Buffer | null
  municipality: string | null
  size: CompanySize | null
  branch: string | null
  isExample: Generated<boolean>
  addedAt: Date
}
