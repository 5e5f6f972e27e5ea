import type { Generated } from 'kysely'
import type { Json, NullableJson } from './json.ts'

/** What is demanded of who sits where, and how the engine seats an event. */
export interface SeatPlanTables {
  seatRule: SeatRuleTable
  seatRun: SeatRunTable
}

interface SeatRuleTable {
  networkId: string
  eventId: string
  key: string
  demand: Json<unknown>
  weight: number | null
  reason: Generated<string>
  owner: Generated<string>
  addedAt: Date
  addedBy: string | null
  endedAt: Date | null
  endedBy: string | null
}

interface SeatRunTable {
  networkId: string
  eventId: string
  id: Generated<string>
  basedOn: number
  seed: number
  milliseconds: number
  askedAt: Date
  askedBy: string
  begunAt: Date | null
  aliveAt: Date | null
  stopAskedAt: Date | null
  best: NullableJson<unknown>
  found: Generated<number>
  endedAt: Date | null
  endedAs: 'saved' | 'overtaken' | 'broken-off' | 'refused' | null
  faults: NullableJson<unknown>
  version: number | null
}
