import type { ColumnType, Generated } from 'kysely'
import type { Bilingual } from '#platform/values/locale.ts'
import type { Json, NullableJson } from './json.ts'

/** What is aimed at, decided and done. */
export interface ProgrammeTables {
  programme: ProgrammeTable
  goal: GoalTable
  area: AreaTable
  intervention: InterventionTable
  adoption: AdoptionTable
  word: WordTable
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

interface WordTable {
  networkId: string
  municipality: string
  interventionId: string
  version: number
  status: 'planned' | 'on-plan' | 'delayed' | 'stuck' | 'done' | 'stopped'
  text: string
  ownerId: string | null
  deputyId: string | null
  milestone: string | null
  milestoneOn: string | null
  isExample: Generated<boolean>
  saidAt: Date
  saidBy: string | null
  handedOverAt: Date | null
  handedOverBy: string | null
}
