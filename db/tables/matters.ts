import type { Generated } from 'kysely'
import type { Json, NullableJson } from './json.ts'
import type { CompanySize, StoredRule } from './routing.ts'

/** The matters of companies, and what is said in them. */
export interface MattersTables {
  matter: MatterTable
  matterText: MatterTextTable
  matterSender: MatterSenderTable
  matterKey: MatterKeyTable
  matterPart: MatterPartTable
  matterEntry: MatterEntryTable
  matterNote: MatterNoteTable
  matterFile: MatterFileTable
  matterAccess: MatterAccessTable
  matterMove: MatterMoveTable
  matterCount: MatterCountTable
  answerTemplate: AnswerTemplateTable
  serviceRating: ServiceRatingTable
  matterTerm: MatterTermTable
  matterWarning: MatterWarningTable
  matterReply: MatterReplyTable
  matterDraft: MatterDraftTable
  matterDraftFile: MatterDraftFileTable
}

interface MatterTable {
  networkId: string
  id: Generated<string>
  year: number
  number: number
  topicId: string
  placeKind: 'places' | 'region' | 'unsure'
  places: Generated<string[]>
  answers: Json<Readonly<Record<string, string>>>
  senderKind: 'company' | 'not-started' | 'nameless'
  size: CompanySize | null
  branch: string | null
  way: 'page' | 'mail' | 'phone' | 'visit' | 'round-table'
  entrance: string | null
  locale: 'sv' | 'en'
  isExample: Generated<boolean>
  receivedAt: Date
  state: Generated<'open' | 'waiting' | 'closed'>
  triage:
    | 'nameless'
    | 'place-unsure'
    | 'whole-region'
    | 'no-lead'
    | 'no-desk'
    | 'several-desks'
    | 'not-mine'
    | null
  readers: Generated<string[]>
  firstWordBy: string
  firstWordAt: Date | null
  planBy: string
  plannedAt: Date | null
  waitingSince: Date | null
  closedAt: Date | null
  outcome: 'solved' | 'partly' | 'explained' | 'not-possible' | 'withdrawn' | null
  verdict: 'solved' | 'partly' | 'not' | null
  verdictAt: Date | null
  reopened: Generated<number>
  joinedTo: string | null
  stepBy: string | null
  dueOn: Generated<string>
}

interface MatterTextTable {
  networkId: string
  matterId: string
  subject: string
  locality: Generated<string>
  secrecy: string | null
  secrecyAt: Date | null
  secrecyBy: string | null
  outcomeLaw: string | null
}

interface MatterSenderTable {
  networkId: string
  matterId: string
  companyId: string | null
  contactName: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  nameFor: 'all' | 'answerer'
  erasedAt: Date | null
}

interface MatterKeyTable {
  networkId: string
  digest: Buffer
  matterId: string
  madeAt: Date
}

/** Why a matter came to a municipality: by the rule that fitted best, by its only desk, or by somebody's hand. */
type StoredReason =
  | {
      readonly by: 'rule'
      readonly version: number | null
      readonly rule: StoredRule | null
      readonly undecided?: true
    }
  | { readonly by: 'person'; readonly reason: string }

interface MatterPartTable {
  networkId: string
  matterId: string
  municipality: string
  role: 'lead' | 'contributor' | 'informed'
  stance: 'takes' | 'not-mine' | 'noted' | null
  deskId: string | null
  ownerId: string | null
  because: Json<StoredReason>
  addedAt: Date
  addedBy: string | null
  leftAt: Date | null
  leftBecause: string | null
  disposedAt: Date | null
}

/** What a plan will do by which day. */
interface StoredStep {
  readonly on: string
  readonly text: string
}

interface MatterEntryTable {
  networkId: string
  id: Generated<number>
  matterId: string
  side: 'company' | 'town-hall'
  kind: 'message' | 'plan' | 'outcome' | 'verdict' | 'reopened' | 'withdrawn'
  municipality: string | null
  personId: string | null
  text: string
  way: 'page' | 'mail' | 'phone' | 'visit' | 'round-table'
  state: 'draft' | 'finished' | 'sent'
  writtenAt: Date
  finishedAt: Date | null
  sentAt: Date | null
  version: Generated<number>
  steps: NullableJson<readonly StoredStep[]>
}

interface MatterNoteTable {
  networkId: string
  id: Generated<number>
  matterId: string
  municipality: string | null
  audience: 'own' | 'parts'
  text: string
  writtenAt: Date
  writtenBy: string
}

interface MatterFileTable {
  networkId: string
  id: Generated<string>
  matterId: string
  entryId: number
  name: string
  mediaType: string
  bytes: Buffer
  sha256: string
  scan: 'waiting' | 'clean' | 'infected' | 'none'
  addedAt: Date
}

interface MatterAccessTable {
  networkId: string
  id: Generated<number>
  matterId: string
  personId: string
  municipality: string | null
  did: 'read' | 'file' | 'shared' | 'passed-on' | 'exported'
  at: Date
  letIn: string | null
}

interface MatterMoveTable {
  networkId: string
  id: Generated<number>
  matterId: string
  did: 'takes' | 'noted' | 'desk' | 'passed-on' | 'shared' | 'lead' | 'role' | 'left'
  municipality: string | null
  concerns: string | null
  role: 'lead' | 'contributor' | 'informed' | null
  deskId: string | null
  reason: string
  at: Date
  by: string
}

interface MatterCountTable {
  networkId: string
  year: number
  last: number
}

interface AnswerTemplateTable {
  networkId: string
  municipality: string
  id: Generated<string>
  name: string
  text: string
  editedAt: Date
  editedBy: string | null
  removedAt: Date | null
}

interface ServiceRatingTable {
  networkId: string
  matterId: string
  municipality: string
  information: number | null
  availability: number | null
  treatment: number | null
  competence: number | null
  legalCertainty: number | null
  efficiency: number | null
  answeredAt: Date
}

interface MatterTermTable {
  networkId: string
  matterId: string
  terms: string[]
  weights: number[]
}

interface MatterWarningTable {
  networkId: string
  matterId: string
  due: 'first-word' | 'plan'
  dueOn: string
  step: 'before' | 'day' | 'after'
  personId: string
  at: Date
}

interface MatterReplyTable {
  networkId: string
  matterId: string
  message: string
  at: Date
}

/** What was typed, right or wrong, by step and field. */
type WrittenSteps = Readonly<Record<string, Readonly<Record<string, string>>>>

interface MatterDraftTable {
  networkId: string
  id: string
  digest: Buffer
  written: Json<WrittenSteps>
  begunAt: Date
  changedAt: Date
}

interface MatterDraftFileTable {
  networkId: string
  id: Generated<string>
  draftId: string
  name: string
  mediaType: string
  bytes: Buffer
  sha256: string
  addedAt: Date
}
