import type { ColumnType, Generated } from 'kysely'
import type { Json, NullableJson } from './json.ts'

/** How figures come in. */
export interface ImportsTables {
  importPlan: ImportPlanTable
  importRun: ImportRunTable
  rawAnswer: RawAnswerTable
  uploadedTable: UploadedTableTable
  enteredFigure: EnteredFigureTable
}

interface ImportPlanTable {
  networkId: string
  id: Generated<string>
  seriesKey: string
  title: string
  way: 'kolada' | 'pxweb'
  question: Json<unknown>
  rhythm: 'calendar' | 'monthly' | 'by-hand'
  nextOn: string | null
  madeBy: string
  madeAt: Date
  endedAt: Date | null
  version: Generated<number>
}

interface ImportRunTable {
  networkId: string
  id: Generated<string>
  way: 'kolada' | 'pxweb' | 'file' | 'hand'
  planId: string | null
  replayOf: string | null
  askedBy: string | null
  askedAt: Date
  since: string | null
  state: 'queued' | 'running' | 'done' | 'failed' | 'stopped'
  startedAt: Date | null
  endedAt: Date | null
  stopAt: Date | null
  progress: ColumnType<unknown, string | undefined, string>
  cursor: NullableJson<unknown>
  report: NullableJson<unknown>
}

interface RawAnswerTable {
  networkId: string
  runId: string
  number: number
  address: string
  question: string | null
  body: Buffer
  cameAt: Date
}

interface UploadedTableTable {
  networkId: string
  id: Generated<string>
  indicatorId: string
  kind: 'file' | 'paste'
  name: string
  bytes: Buffer
  choices: ColumnType<unknown, string | undefined, string>
  byPerson: string
  at: Date
  settledAt: Date | null
  runId: string | null
}

interface EnteredFigureTable {
  networkId: string
  id: Generated<string>
  indicatorId: string
  municipality: string
  gender: number
  year: number
  value: number | null
  missing: number | null
  isPreliminary: boolean
  takenFrom: string
  note: string | null
  enteredBy: string
  enteredAt: Date
  settledAt: Date | null
  settledBy: string | null
  verdict: 'confirmed' | 'sent-back' | 'taken-back' | null
  reason: string | null
}
