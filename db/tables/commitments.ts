import type { Generated } from 'kysely'
import type { Json } from './json.ts'

/** Notes at the tables, what was promised there, and what came of it. */
export interface CommitmentsTables {
  tableNote: TableNoteTable
  noteText: NoteTextTable
  commitment: CommitmentTable
  commitmentAct: CommitmentActTable
  commitmentLetter: CommitmentLetterTable
  commitmentActivity: CommitmentActivityTable
  noteMatter: NoteMatterTable
  nextTheme: NextThemeTable
  eventSummary: EventSummaryTable
  eventPoint: EventPointTable
  eventReturn: EventReturnTable
  eventLetter: EventLetterTable
}

type Kind = 'leadership' | 'company' | 'guest' | 'host'

interface TableNoteTable {
  networkId: string
  eventId: string
  id: string
  tableId: string
  round: number
  questionId: string | null
  begunAt: Date
}

interface NoteTextTable {
  networkId: string
  noteId: string
  id: string
  turn: number
  voice: 'company' | 'leadership' | 'guest' | 'table'
  text: string
  writtenAt: Date
  receivedAt: Date
}

interface CommitmentTable {
  networkId: string
  id: string
  eventId: string
  tableId: string | null
  noteId: string | null
  promiserId: string
  receiverId: string | null
  promiserKind: Kind
  receiverKind: Kind | null
  municipality: string | null
  shownName: Generated<string>
  shownReceiver: Generated<string>
  what: string
  byDay: string
  interventionId: string | null
  isPublic: boolean
  state: Generated<'noted' | 'confirmed' | 'denied' | 'kept' | 'partly' | 'unkept'>
  because: Generated<string>
  notedAt: Date
  confirmedAt: Date | null
  settledAt: Date | null
  isExample: Generated<boolean>
  erasedAt: Date | null
}

interface CommitmentActTable {
  networkId: string
  commitmentId: string
  number: number
  did: 'noted' | 'changed' | 'confirmed' | 'denied' | 'moved' | 'kept' | 'partly' | 'unkept' | 'entered'
  side: 'promiser' | 'receiver' | 'host' | 'coordinator' | 'officer'
  text: Generated<string>
  dayBefore: string | null
  dayAfter: string | null
  at: Date
}

interface CommitmentLetterTable {
  networkId: string
  commitmentId: string
  readerId: string
  rung: 'ask' | 'ask-again' | 'before' | 'day' | 'after' | 'settle' | 'settle-again' | 'enter' | 'follow'
  byDay: string
  sentAt: Date
}

interface CommitmentActivityTable {
  networkId: string
  commitmentId: string
  activityId: string
  at: Date
  by: string
}

interface NoteMatterTable {
  networkId: string
  noteId: string
  matterId: string
  at: Date
}

interface NextThemeTable {
  networkId: string
  id: string
  eventId: string
  tableId: string | null
  noteId: string | null
  text: string
  at: Date
  isExample: Generated<boolean>
}

interface EventSummaryTable {
  networkId: string
  eventId: string
  version: number
  intro: Generated<string>
  savedAt: Date
  sentAt: Date | null
}

interface EventPointTable {
  networkId: string
  eventId: string
  id: string
  questionId: string | null
  position: number
  text: string
  fate: Generated<'open' | 'taken' | 'passed' | 'not-now'>
  fateText: Generated<string>
  notes: Generated<string[]>
}

interface EventReturnTable {
  networkId: string
  eventId: string
  days: number
  content: Json<unknown>
  madeAt: Date
}

interface EventLetterTable {
  networkId: string
  eventId: string
  readerId: string
  what: 'countdown'
  sentAt: Date
}
