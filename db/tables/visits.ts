import type { Generated } from 'kysely'
import type { Json, NullableJson } from './json.ts'

/** Companies met in person, what they were promised, and what they are asked back. */
export interface VisitsTables {
  companyContact: CompanyContactTable
  companyVisit: CompanyVisitTable
  visitWord: VisitWordTable
  visitCorrection: VisitCorrectionTable
  visitInside: VisitInsideTable
  visitDraft: VisitDraftTable
  promise: PromiseTable
  promiseLetter: PromiseLetterTable
  ask: AskTable
  askRecipient: AskRecipientTable
  askAnswer: AskAnswerTable
  askText: AskTextTable
  askStop: AskStopTable
}

interface CompanyContactTable {
  networkId: string
  id: Generated<string>
  companyId: string
  municipality: string
  name: string
  title: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  isShared: Generated<boolean>
  agreedAt: Date | null
  addedAt: Date
  addedBy: string | null
  endedAt: Date | null
  erasedAt: Date | null
}

interface CompanyVisitTable {
  networkId: string
  id: Generated<string>
  companyId: string
  municipality: string
  onDay: string
  state: 'planned' | 'done' | 'cancelled'
  personId: string | null
  addedAt: Date
  sharedAt: Date | null
  isExample: Generated<boolean>
}

interface VisitWordTable {
  networkId: string
  visitId: string
  went: Generated<string>
  contactId: string | null
  said: string
  hearBack: 'mail' | 'phone' | 'visit' | 'none' | null
  finishedAt: Date
  finishedBy: string | null
}

interface VisitCorrectionTable {
  networkId: string
  id: Generated<number>
  visitId: string
  text: string
  correctedAt: Date
  correctedBy: string | null
}

interface VisitInsideTable {
  networkId: string
  visitId: string
  text: string
}

interface VisitDraftTable {
  networkId: string
  id: Generated<string>
  personId: string
  companyId: string | null
  typed: NullableJson<Readonly<Record<string, string>>>
  version: number
  savedAt: Date
}

interface PromiseTable {
  networkId: string
  id: Generated<string>
  visitId: string
  companyId: string
  municipality: string
  text: string
  dueOn: string
  ownerId: string | null
  madeAt: Date
  outcome: 'kept' | 'not-kept' | null
  because: Generated<string>
  settledAt: Date | null
  settledBy: string | null
}

interface PromiseLetterTable {
  networkId: string
  promiseId: string
  personId: string
  occasion: 'before' | 'after'
  at: Date
}

type StoredQuestion =
  | { readonly kind: 'choice'; readonly text: string; readonly choices: readonly string[] }
  | { readonly kind: 'scale'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }

interface StoredCriteria {
  readonly municipalities: readonly string[]
  readonly branches: readonly string[]
  readonly sizes: readonly string[]
}

interface AskTable {
  networkId: string
  id: Generated<string>
  municipality: string | null
  title: string
  why: string
  questions: Json<readonly StoredQuestion[]>
  criteria: Json<StoredCriteria>
  closesOn: string
  sentAt: Date
  sentBy: string | null
  closedAt: Date | null
  isExample: Generated<boolean>
}

interface AskRecipientTable {
  networkId: string
  id: Generated<string>
  askId: string
  companyId: string
  email: string
  ground: 'agreed' | 'matter'
  digest: Buffer
  askedAt: Date
  toldAt: Date | null
  erasedAt: Date | null
}

interface AskAnswerTable {
  networkId: string
  recipientId: string
  askId: string
  choices: (number | null)[]
  answeredAt: Date
}

interface AskTextTable {
  networkId: string
  recipientId: string
  askId: string
  texts: string[]
}

interface AskStopTable {
  networkId: string
  address: Buffer
  stoppedAt: Date
}
