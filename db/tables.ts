import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Bilingual } from '#platform/values/locale.ts'

/**
 * The tables as the code sees them: columns in camelCase, one interface a table. `tables.test.ts` compares this file
 * with the migrated database, column by column.
 */
export interface Tables {
  network: NetworkTable
  municipality: MunicipalityTable
  person: PersonTable
  roleGrant: RoleGrantTable
  auditEntry: AuditEntryTable
  mailMessage: MailMessageTable
  rateLimit: RateLimitTable
  source: SourceTable
  indicator: IndicatorTable
  observation: ObservationTable
  programme: ProgrammeTable
  goal: GoalTable
  area: AreaTable
  intervention: InterventionTable
  adoption: AdoptionTable
  cell: CellTable
}

/** Read as parsed JSON, written as its text. */
type Json<Value> = ColumnType<Value, string, string>
type NullableJson<Value> = ColumnType<Value | null, string | null, string | null>

interface NetworkTable {
  id: Generated<string>
  slug: string
  name: Json<Bilingual>
  about: Json<Bilingual>
  contact: Json<Bilingual>
  hosts: Generated<string[]>
  hasExampleData: Generated<boolean>
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
}

interface RateLimitTable {
  key: string
  windowStart: Date
  hits: number
}

interface SourceTable {
  networkId: string
  id: string
  publisher: string
  title: string
  url: string | null
  licence: string
  licenceUrl: string | null
  vintage: string
  retrievedOn: string | null
  note: Json<Bilingual>
}

interface IndicatorTable {
  networkId: string
  id: string
  koladaId: string | null
  headline: number | null
  areaId: string | null
  name: Json<Bilingual>
  definition: Json<Bilingual>
  method: Json<Bilingual>
  unit: 'percent' | 'persons' | 'per-1000' | 'index' | 'tkr' | 'sek' | 'grade' | 'rank' | 'count'
  decimals: number
  direction: 'higher' | 'lower' | 'none'
  regionRule: Json<
    { kind: 'sum' } | { kind: 'weighted-mean'; weight: string } | { kind: 'none'; why: Bilingual }
  >
  standIn: string | null
  howToRetrieve: Json<Bilingual>
  nextPublication: string | null
  breaks: ColumnType<{ from: number; text: Bilingual }[], string | undefined, string>
  retiredAt: Date | null
  version: Generated<number>
}

interface ObservationTable {
  networkId: string
  indicatorId: string
  municipality: string
  year: number
  value: number | null
  missing:
    | 'too-few-answers'
    | 'not-participated'
    | 'not-yet-published'
    | 'discontinued'
    | 'not-in-source'
    | null
  sourceId: string
  retrievedOn: string | null
  note: string | null
}

interface ProgrammeTable {
  networkId: string
  name: Json<Bilingual>
  vision: Json<Bilingual>
  isProposal: boolean
  proposalNote: Json<Bilingual>
  version: Generated<number>
}

interface GoalTable {
  networkId: string
  id: string
  position: number
  name: Json<Bilingual>
  text: Json<Bilingual>
  retiredAt: Date | null
  version: Generated<number>
}

interface AreaTable {
  networkId: string
  id: string
  position: number
  goalId: string
  name: Json<Bilingual>
  strategy: Json<Bilingual>
  retiredAt: Date | null
  version: Generated<number>
}

interface InterventionTable {
  networkId: string
  id: string
  number: number
  areaId: string
  name: Json<Bilingual>
  text: Json<Bilingual>
  indicatorIds: Generated<string[]>
  retiredAt: Date | null
  version: Generated<number>
}

interface AdoptionTable {
  networkId: string
  municipality: string
  document: string | null
  kind: 'programme' | 'strategy' | 'policy' | null
  decidedOn: string | null
  decidedBy: string | null
  caseNumber: string | null
  period: string | null
  aim: NullableJson<Bilingual>
  followUp: NullableJson<Bilingual>
  sources: ColumnType<{ title: string; url: string }[], string | undefined, string>
  isKnown: boolean
  note: NullableJson<Bilingual>
}

interface CellTable {
  networkId: string
  municipality: string
  interventionId: string
  status: 'planned' | 'on-plan' | 'delayed' | 'stuck' | 'done' | 'stopped'
  text: string
  ownerId: string | null
  deputyId: string | null
  milestone: string | null
  milestoneOn: string | null
  isExample: Generated<boolean>
  version: Generated<number>
  saidAt: Date
  saidBy: string | null
}
