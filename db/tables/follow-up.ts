import type { Bilingual } from '#platform/values/locale.ts'
import type { Json, NullableJson } from './json.ts'

/** The rounds of follow-up. */
export interface FollowUpTables {
  followUpRound: FollowUpRoundTable
  followUpDraft: FollowUpDraftTable
  followUpAnswer: FollowUpAnswerTable
  followUpVerdict: FollowUpVerdictTable
  followUpLetter: FollowUpLetterTable
  followUpReport: FollowUpReportTable
}

interface FollowUpRoundTable {
  networkId: string
  id: string
  name: Json<Bilingual>
  questions: Json<readonly string[]>
  closesOn: string
  openedAt: Date
  openedBy: string
}

interface FollowUpDraftTable {
  networkId: string
  roundId: string
  municipality: string
  typed: NullableJson<Readonly<Record<string, string>>>
  version: number
  savedAt: Date
  savedBy: string
}

interface FollowUpAnswerTable {
  networkId: string
  roundId: string
  municipality: string
  number: number
  answers: Json<readonly string[]>
  isUnchanged: boolean
  answeredAt: Date
  answeredBy: string
}

interface FollowUpVerdictTable {
  networkId: string
  roundId: string
  municipality: string
  number: number
  verdict: 'confirmed' | 'sent-back'
  note: string
  givenAt: Date
  givenBy: string
}

interface FollowUpLetterTable {
  networkId: string
  roundId: string
  personId: string
  occasion: 'opened' | 'week-before' | 'day-before' | 'day-after' | 'silence'
  at: Date
}

interface FollowUpReportTable {
  networkId: string
  roundId: string
  bytes: Uint8Array
  sha256: string
  frozenAt: Date
  frozenBy: string
}
