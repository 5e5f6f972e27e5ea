import type { ColumnType, Generated } from 'kysely'
import type { Bilingual } from '#platform/values/locale.ts'
import type { Json } from './json.ts'

/** What is aimed at, decided and done. */
export interface ProgrammeTables {
  programme: ProgrammeTable
  goal: GoalTable
  area: AreaTable
  intervention: InterventionTable
  status: StatusTable
  frameworkPast: FrameworkPastTable
  /** Each as it was at the moment that the transaction speaks of. */
  programmeThen: ProgrammeTable
  goalThen: GoalTable
  areaThen: AreaTable
  interventionThen: InterventionTable
  statusThen: StatusTable
  word: WordTable
}

/** Since when; as a number, minus infinity, where it has been so for as long as is known. */
type Moment = ColumnType<Date | number, Date | undefined, Date>

interface ProgrammeTable {
  networkId: string
  name: Json<Bilingual>
  vision: Json<Bilingual>
  isProposal: boolean
  proposalNote: Json<Bilingual>
  version: Generated<number>
  validFrom: Moment
}

interface GoalTable {
  networkId: string
  id: string
  position: number
  name: Json<Bilingual>
  text: Json<Bilingual>
  retiredAt: Date | null
  version: Generated<number>
  validFrom: Moment
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
  validFrom: Moment
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
  validFrom: Moment
}

interface StatusTable {
  networkId: string
  id: WordTable['status'] | 'not-reported'
  position: number
  name: Json<Bilingual>
  text: Json<Bilingual>
  retiredAt: Date | null
  version: Generated<number>
  validFrom: Moment
}

interface FrameworkPastTable {
  networkId: string
  kind: 'programme' | 'goal' | 'area' | 'intervention' | 'status'
  id: string
  version: number
  validFrom: Moment
  validUntil: Date
  said: ColumnType<Readonly<Record<string, unknown>>, never, never>
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
