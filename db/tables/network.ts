import type { Generated, GeneratedAlways } from 'kysely'
import type { Bilingual } from '#platform/values/locale.ts'
import type { Json, NullableJson } from './json.ts'

/** The network, its people, when they are away and what they did; and what the program sends and gets by mail. */
export interface NetworkTables {
  network: NetworkTable
  municipality: MunicipalityTable
  person: PersonTable
  roleGrant: RoleGrantTable
  auditEntry: AuditEntryTable
  mailMessage: MailMessageTable
  mailIncoming: MailIncomingTable
  closedDay: ClosedDayTable
  absence: AbsenceTable
  rateLimit: RateLimitTable
}

interface NetworkTable {
  id: Generated<string>
  slug: string
  name: Json<Bilingual>
  about: Json<Bilingual>
  contact: Json<Bilingual>
  hosts: Generated<string[]>
  hasExampleData: Generated<boolean>
  firstWordDays: Generated<number>
  planDays: Generated<number>
  asksPerYear: Generated<number>
  createdAt: Generated<Date>
}

interface MunicipalityTable {
  networkId: string
  code: string
  slug: string
  name: string
  county: string | null
  boundary: NullableJson<GeoJSON.Geometry>
}

interface PersonTable {
  id: Generated<string>
  email: string
  name: string
  createdAt: Generated<Date>
}

interface RoleGrantTable {
  networkId: string
  id: Generated<string>
  personId: string
  role: 'partner' | 'officer' | 'leader' | 'coordinator' | 'operator'
  municipality: string | null
  organisation: string | null
  grantedAt: Date
  grantedBy: string | null
  revokedAt: Date | null
  revokedBy: string | null
}

interface AuditEntryTable {
  networkId: string
  id: GeneratedAlways<number>
  at: Date
  byPerson: string | null
  did: string
  subjectKind: string
  subjectId: string
  before: NullableJson<unknown>
  after: NullableJson<unknown>
}

interface MailMessageTable {
  networkId: string
  id: Generated<string>
  recipient: string
  subject: string
  body: string
  holdsSecret: boolean
  state: Generated<'queued' | 'sent' | 'shown' | 'failed'>
  reason: string | null
  createdAt: Date
  settledAt: Date | null
  matterId: string | null
  readerId: string | null
  tries: Generated<number>
  sealed: Buffer | null
  isEmptied: Generated<boolean>
}

interface MailIncomingTable {
  networkId: string
  id: Generated<string>
  way: 'imap' | 'webhook'
  messageId: string
  sha256: string
  raw: Buffer
  cameAt: Date
  state: Generated<'waiting' | 'placed' | 'bounce' | 'automatic' | 'unplaced'>
  reason: string | null
  fromAddress: Generated<string>
  subject: Generated<string>
  text: Generated<string>
  matterId: string | null
  settledAt: Date | null
  handledAt: Date | null
  handledBy: string | null
}

interface ClosedDayTable {
  networkId: string
  id: Generated<string>
  municipality: string | null
  day: string
  opens: 'not' | 'till-noon' | 'as-usual'
  name: Generated<string>
  saidAt: Date
  saidBy: string
}

interface AbsenceTable {
  networkId: string
  id: Generated<string>
  personId: string
  fromDay: string
  untilDay: string
  deputyId: string | null
  saidAt: Date
  saidBy: string
  withdrawnAt: Date | null
}

interface RateLimitTable {
  key: string
  windowStart: Date
  hits: number
}
