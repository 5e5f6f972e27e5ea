import type { Generated, GeneratedAlways } from 'kysely'
import type { Json } from './json.ts'

/** Supports for further training, and those who want to be told of them. */
export interface CompetenceTables {
  organisation: OrganisationTable
  support: SupportTable
  supportVersion: SupportVersionTable
  supportCheck: SupportCheckTable
  supportLink: SupportLinkTable
  supportFollower: SupportFollowerTable
  supportOutcome: SupportOutcomeTable
}

interface OrganisationTable {
  networkId: string
  id: string
  name: string
}

interface SupportTable {
  networkId: string
  id: string
  giver: string
  addedAt: Date
  remindedAt: Date | null
}

interface SupportVersionTable {
  networkId: string
  id: Generated<string>
  supportId: string
  number: GeneratedAlways<number>
  content: Json<object>
  note: Generated<string>
  writtenAt: Date
  writtenBy: string | null
  confirmedAt: Date | null
  confirmedBy: string | null
  droppedAt: Date | null
}

interface SupportCheckTable {
  networkId: string
  id: GeneratedAlways<number>
  supportId: string
  onDay: string
  byPerson: string | null
  byGiver: Generated<boolean>
}

interface SupportLinkTable {
  networkId: string
  supportId: string
  isReached: boolean
  askedAt: Date
}

interface SupportFollowerTable {
  networkId: string
  id: string
  digest: Buffer
  email: string
  locale: 'sv' | 'en'
  answers: Json<Readonly<Record<string, string | number | boolean>>>
  told: Generated<string[]>
  begunAt: Date
  confirmedAt: Date | null
  askedAt: Date | null
  answeredAt: Date | null
}

interface SupportOutcomeTable {
  networkId: string
  id: Generated<string>
  supportId: string
  cameOf: 'applied' | 'granted' | 'gave-up' | 'not-tried'
  stuck: string | null
  saidOn: string
}
